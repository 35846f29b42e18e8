import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../server/statistics/random.ts'
import { poissonScan } from '../../server/statistics/scan.ts'

interface Centre {
  x: number
  y: number
}

const options = { maxShare: 0.5, replications: 99, seed: 1 }

/** Every circle of the definition with more cases than expected. */
function plainCircles(centres: Centre[], cases: number[], expected: number[], maxShare: number) {
  const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0)
  const scale = total(cases) / total(expected)
  return centres.flatMap(({ x, y }) => {
    const squared = centres.map((other) => (other.x - x) ** 2 + (other.y - y) ** 2)
    return [...new Set(squared)].flatMap((radius) => {
      const members = [...centres.keys()].filter((i) => squared[i]! <= radius)
      const [c, e] = [total(members.map((i) => cases[i]!)), scale * total(members.map((i) => expected[i]!))]
      if (e > maxShare * total(cases) + 1e-9 || c <= e + 1e-9) return []
      const rest = total(cases) - c
      const ratio = c * Math.log(c / e) + (rest === 0 ? 0 : rest * Math.log(rest / (total(cases) - e)))
      return [{ members, cases: c, expected: e, ratio }]
    })
  })
}

test('the clusters are those of the plain loops, the likeliest first, none with a centre of another', () => {
  const step = fc.integer({ min: 0, max: 4 })
  const centre = fc.record({
    x: step,
    y: step,
    cases: fc.nat({ max: 9 }),
    people: fc.integer({ min: 1, max: 5 }),
  })
  const input = fc.tuple(fc.array(centre, { maxLength: 12 }), fc.constantFrom(0.1, 0.3, 0.5, 1))
  fc.assert(
    fc.property(input, ([rows, maxShare]) => {
      const [cases, people] = [rows.map((row) => row.cases), rows.map((row) => row.people)]
      const circles = plainCircles(rows, cases, people, maxShare)
      const clusters = poissonScan(rows, cases, people, { ...options, maxShare, replications: 19 })
      const taken = new Set<number>()
      for (const cluster of clusters) {
        const free = circles.filter(({ members }) => !members.some((member) => taken.has(member)))
        expect(cluster.logLikelihoodRatio).toBeCloseTo(Math.max(...free.map(({ ratio }) => ratio)), 9)
        const same = free.find(({ members }) => members.join() === cluster.members.join())
        expect(cluster.cases).toBe(same!.cases)
        expect(cluster.expected).toBeCloseTo(same!.expected, 9)
        for (const member of cluster.members) taken.add(member)
      }
      if (clusters.length === 0) expect(circles).toEqual([])
    }),
    { numRuns: 300 },
  )
})

describe('a row of ten places of a hundred people', () => {
  // The fourth stands nearer the fifth: in an even row no circle holds two.
  const row = Array.from({ length: 10 }, (_, i) => ({ x: i === 3 ? 320 : 100 * i, y: 0 }))
  const people = row.map(() => 100)
  const cases = [1, 1, 2, 9, 8, 1, 2, 1, 1, 4]

  test('two neighbours with 17 of 30 cases are the cluster, by the formula', () => {
    const [first] = poissonScan(row, cases, people, options)

    expect(first).toMatchObject({ members: [3, 4], cases: 17, p: 0.01 })
    expect(first!.expected).toBeCloseTo(6, 12)
    expect(first!.logLikelihoodRatio).toBeCloseTo(17 * Math.log(17 / 6) + 13 * Math.log(13 / 24), 10)
  })

  test('a circle may hold exactly the largest share, and not more', () => {
    const even = [0, 0, 5, 5, 5, 5, 5, 0, 0, 0]
    const largest = (maxShare: number) => poissonScan(row, even, people, { ...options, maxShare })[0]!.members
    const tenths = row.map(() => 0.1)

    expect(largest(0.5)).toEqual([2, 3, 4, 5, 6])
    expect(poissonScan(row, even, tenths, options)[0]!.members).toEqual([2, 3, 4, 5, 6])
    expect(largest(0.49)).not.toEqual([2, 3, 4, 5, 6])
    expect(largest(0.3)).toHaveLength(3)
    expect(poissonScan(row, even, people, { ...options, maxShare: 0.05 })).toEqual([])
  })

  test('only high rates are clusters, and none without cases', () => {
    expect(poissonScan(row, [0, 0, 1, 1, 1, 1, 1, 1, 1, 1], people, { ...options, maxShare: 0.2 })).toHaveLength(1)
    expect(poissonScan(row, people, people, options)).toEqual([])
    expect(
      poissonScan(
        row,
        people.map(() => 0),
        people,
        options,
      ),
    ).toEqual([])
    expect(poissonScan([], [], [], options)).toEqual([])
  })

  test('the scale of what is expected does not matter, the seed does', () => {
    const ps = (seed: number, scale: number) =>
      poissonScan(
        row,
        [3, 1, 2, 4, 3, 1, 2, 1, 1, 2],
        people.map((value) => value * scale),
        { ...options, seed },
      ).map(({ p }) => p)
    expect(ps(1, 1)).toEqual(ps(1, 0.001))
    expect(ps(1, 1)).not.toEqual(ps(2, 1))
  })
})

test('with nothing there, at most 6 % of maps show a cluster', () => {
  const random = seededRandom(9)
  const centres = Array.from({ length: 30 }, () => ({ x: random(), y: random() }))
  const people = centres.map(() => 1 + Math.floor(9 * random()))
  const everyone = people.flatMap((count, centre) => Array.from({ length: count }, () => centre))
  const isFalse = (_: unknown, seed: number) => {
    const cases = centres.map(() => 0)
    for (let i = 0; i < 100; i++) cases[everyone[Math.floor(random() * everyone.length)]!]! += 1
    return poissonScan(centres, cases, people, { ...options, seed })[0]!.p <= 0.05
  }
  const share = Array.from({ length: 600 }, isFalse).filter(Boolean).length / 600

  expect(share).toBeLessThanOrEqual(0.06)
  expect(share).toBeGreaterThan(0.02)
})

test.each([
  [[1], [1, 2], {}, 'expected as many cases as centres (2), got 1'],
  [[1, 2], [1], {}, 'expected as many expectations as centres (2), got 1'],
  [[1, 0.5], [1, 1], {}, 'expected whole cases of at least 0, got 0.5 at index 1'],
  [[1, 1], [1, -1], {}, 'expected expectations of at least 0, got -1 at index 1'],
  [[1, 1], [1, 0], {}, 'expected no cases where none are expected, got 1 at index 1'],
  [[0, 0], [0, 0], {}, 'expected an expectation above 0 somewhere, got 0'],
  [[1, 1], [1, 1], { maxShare: 0 }, 'expected maxShare above 0 and at most 1, got 0'],
  [[1, 1], [1, 1], { maxShare: 1.1 }, 'expected maxShare above 0 and at most 1, got 1.1'],
  [[1, 1], [1, 1], { replications: 1.5 }, 'expected replications to be a whole number of at least 1, got 1.5'],
])('%j cases of %j expected with %j are refused', (cases, expected, wrong, message) => {
  const centres = [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
  ]
  expect(() => poissonScan(centres, cases, expected, { ...options, ...wrong })).toThrow(new RangeError(message))
})
