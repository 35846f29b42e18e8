import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../server/statistics/random.ts'
import { collapseRepeats, spaceTimeScan, type ScanEvent } from '../../server/statistics/scan.ts'
import { plainCylinders, plainMaxima, type PlainCylinder } from './scan-by-definition.ts'

const options = { maxRadiusMetres: 1_000, maxDays: 30, replications: 99, seed: 1 }

const event = fc.record({
  x: fc.integer({ min: 0, max: 4 }).map((step) => step * 400),
  y: fc.integer({ min: 0, max: 2 }).map((step) => step * 400),
  t: fc.integer({ min: 0, max: 9 }).map((step) => step * 7.5),
})

const anywhere = fc.record({
  x: fc.double({ min: 0, max: 3_000, noNaN: true }),
  y: fc.double({ min: 0, max: 3_000, noNaN: true }),
  t: fc.double({ min: 0, max: 90, noNaN: true }),
})

const overlaps = (a: PlainCylinder, b: PlainCylinder) =>
  a.from <= b.to && b.from <= a.to && a.zone.some((one) => b.zone.includes(one))

describe('the clusters are those of the plain nested loops', () => {
  test.each([
    ['sites and days in steps, with ties everywhere', event, 250],
    ['no two events alike', anywhere, 120],
  ])('on %s', (_, events, numRuns) => {
    const input = fc.tuple(fc.array(events, { maxLength: 14 }), fc.integer({ min: 0, max: 1_000 }))
    fc.assert(
      fc.property(input, ([given, seed]) => {
        const asked = { ...options, replications: 5, seed }
        const cylinders = [...plainCylinders(given, asked)].filter(({ logRatio }) => logRatio > 1e-9)
        const maxima = plainMaxima(given, asked)
        const clusters = spaceTimeScan(given, asked)
        const before: PlainCylinder[] = []
        for (const { members, from, to, observed, expected, glr, p } of clusters) {
          const free = cylinders.filter((one) => !before.some((other) => overlaps(one, other)))
          const best = Math.max(...free.map(({ logRatio }) => logRatio))
          const same = free.find(
            (one) =>
              one.from === from &&
              one.to === to &&
              one.members.join() === members.join() &&
              one.logRatio >= best - 1e-9,
          )

          expect(same).toBeDefined()
          expect(Math.log(glr)).toBeCloseTo(best, 9)
          expect(observed).toBe(members.length)
          expect(expected).toBeCloseTo(same!.expected, 12)
          expect(p).toBe((1 + maxima.filter((value) => value >= best - 1e-9).length) / 6)
          before.push(same!)
        }
        const rest = cylinders.filter((one) => !before.some((other) => overlaps(one, other)))
        const last = Math.max(0, ...rest.map(({ logRatio }) => logRatio))
        if (clusters.length === 0) expect(cylinders).toEqual([])
        else expect(last === 0 || maxima.every((value) => value >= last - 1e-9)).toBe(true)
      }),
      { numRuns },
    )
  })
})

/** A year of events at a few dozen sites, and after the others twelve in one week round one spot. */
const yearWithCluster = (planted: number): ScanEvent[] => {
  const random = seededRandom(21)
  const sites = Array.from({ length: 60 }, () => ({ x: 8_000 * random(), y: 8_000 * random() }))
  const usual = Array.from({ length: 300 }, () => ({
    ...sites[Math.floor(random() ** 2 * sites.length)]!,
    t: Math.floor(365 * random()),
  }))
  const extra = Array.from({ length: planted }, (_, i) => ({
    x: 4_000 + 60 * (i % 4),
    y: 4_000 + 50 * (i % 3),
    t: 200 + (i % 7),
  }))
  return [...usual, ...extra]
}

describe('a year with a cluster in one week', () => {
  const [first, ...others] = spaceTimeScan(yearWithCluster(12), { ...options, replications: 199 })

  test('the cluster is the likeliest, and as unlikely by chance as the replications can say', () => {
    expect(first).toMatchObject({ from: 200, to: 206, observed: 12, p: 1 / 200 })
    expect(first!.members).toEqual([300, 301, 302, 303, 304, 305, 306, 307, 308, 309, 310, 311])
  })

  test('nothing else is a cluster', () => {
    expect(others.filter(({ p }) => p <= 0.05)).toEqual([])
    expect(spaceTimeScan(yearWithCluster(0), options).filter(({ p }) => p <= 0.05)).toEqual([])
  })

  test('no two clusters share a site on the same days, and the ratios fall', () => {
    const all = [first!, ...others]
    for (const [i, cluster] of all.entries()) {
      const isIn = (member: number) => cluster.members.includes(member)
      expect(
        all
          .slice(i + 1)
          .flatMap(({ members }) => members)
          .some(isIn),
      ).toBe(false)
      expect(cluster.glr).toBeLessThanOrEqual(all[i - 1]?.glr ?? Infinity)
    }
  })

  test('the same seed says the same, another seed deals otherwise', () => {
    const run = (seed: number) => spaceTimeScan(yearWithCluster(4), { ...options, seed })
    expect(run(3)).toEqual(run(3))
    expect(run(3).map(({ p }) => p)).not.toEqual(run(4).map(({ p }) => p))
  })
})

test('with nothing there, at most 6 % of maps show a cluster', () => {
  const random = seededRandom(5)
  const sites = Array.from({ length: 15 }, () => ({ x: 5_000 * random(), y: 5_000 * random() }))
  const isFalse = (_: unknown, seed: number) => {
    const events = Array.from({ length: 60 }, () => ({
      ...sites[Math.floor(random() * sites.length)]!,
      t: Math.floor(120 * random()),
    }))
    return spaceTimeScan(events, { ...options, seed })[0]!.p <= 0.05
  }
  expect(Array.from({ length: 400 }, isFalse).filter(Boolean).length / 400).toBeLessThanOrEqual(0.06)
})

describe('each word of the definition', () => {
  const near = (distance: number, gap: number): ScanEvent[] => [
    { x: 0, y: 0, t: 0 },
    { x: distance, y: 0, t: gap },
    ...Array.from({ length: 8 }, (_, i) => ({ x: 50_000 + 5_000 * i, y: 0, t: 100 + 40 * i })),
  ]
  const pair = (distance: number, gap: number) =>
    spaceTimeScan(near(distance, gap), options).some(({ members }) => members.join() === '0,1')

  test('the radius and the days reach as far as they say', () => {
    expect(pair(1_000, 30)).toBe(true)
    expect(pair(1_000.001, 30)).toBe(false)
    expect(pair(1_000, 30.001)).toBe(false)
  })

  test('what is expected is the site total times the day total over all, and the ratio is the formula', () => {
    const [first] = spaceTimeScan(near(0, 0), options)

    expect(first).toMatchObject({ members: [0, 1], from: 0, to: 0, observed: 2, expected: 0.4 })
    expect(first!.glr).toBeCloseTo((2 / 0.4) ** 2 * (8 / 9.6) ** 8, 10)
  })

  test('no events, no clusters; events all on one day or one site are none either', () => {
    expect(spaceTimeScan([], options)).toEqual([])
    expect(spaceTimeScan([{ x: 1, y: 1, t: 1 }], options)).toEqual([])
    expect(
      spaceTimeScan(
        near(0, 0).map((one) => ({ ...one, t: 5 })),
        options,
      ),
    ).toEqual([])
    expect(
      spaceTimeScan(
        near(0, 0).map((one) => ({ ...one, x: 5 })),
        options,
      ),
    ).toEqual([])
  })
})

describe("one child's repeats", () => {
  const at = (t: number, child?: string | null, x = 0): ScanEvent => ({
    x,
    y: 0,
    t,
    ...(child === undefined ? {} : { child }),
  })

  test('at one site within 30 days are one event, told by the earliest', () => {
    expect(collapseRepeats([at(30, 'a'), at(0, 'a'), at(12, 'a')])).toEqual([1])
  })

  test('a day over 30 is a new event, and the 30 days run from the one that counted', () => {
    expect(collapseRepeats([at(0, 'a'), at(20, 'a'), at(30.5, 'a'), at(45, 'a'), at(61, 'a')])).toEqual([0, 2, 4])
  })

  test('another child, another site and reports of no known child are no repeats', () => {
    expect(collapseRepeats([at(0, 'a'), { ...at(0, 'a'), y: 5 }])).toEqual([0, 1])
    expect(collapseRepeats([at(0, 'a'), at(0, 'b'), at(0, 'a', 5), at(0), at(0), at(0, null), at(0, null)])).toEqual([
      0, 1, 2, 3, 4, 5, 6,
    ])
  })

  test('a child who comes every other day to one site is no cluster of the week', () => {
    const usual = yearWithCluster(0)
    const one = Array.from({ length: 12 }, (_, i) => ({ x: 4_000, y: 4_000, t: 200 + 2 * i, child: 'YP-0001' }))
    const [asOne] = spaceTimeScan([...usual, ...one], options)
    const [asTwelve] = spaceTimeScan([...usual, ...one.map(({ x, y, t }) => ({ x, y, t }))], options)

    expect(asOne!.members.filter((member) => member > 300)).toEqual([])
    expect(asTwelve).toMatchObject({ observed: 12, p: 0.01 })
  })
})

describe('what cannot be scanned is refused', () => {
  const one = [{ x: 1, y: 1, t: 1 }]
  test.each([
    [[{ x: NaN, y: 1, t: 1 }], {}, 'expected finite numbers, got (NaN, 1) on day 1 at index 0'],
    [[{ x: 1, y: 1, t: Infinity }], {}, 'expected finite numbers, got (1, 1) on day Infinity at index 0'],
    [one, { maxRadiusMetres: -1 }, 'expected maxRadiusMetres to be at least 0, got -1'],
    [one, { maxDays: NaN }, 'expected maxDays to be at least 0, got NaN'],
    [one, { replications: 0 }, 'expected replications to be a whole number of at least 1, got 0'],
    [one, { seed: 0.5 }, 'expected a seed that is a whole number, got 0.5'],
  ])('%j %j', (events, wrong, message) => {
    expect(() => spaceTimeScan(events, { ...options, ...wrong })).toThrow(new RangeError(message))
  })
})
