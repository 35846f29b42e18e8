import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { getisOrd, maxZTest } from '../../server/statistics/getis-ord.ts'
import { hexagonGrid } from '../../server/statistics/hexagons.ts'
import { seededRandom } from '../../server/statistics/random.ts'

const ESDA = '../shared/data/validation/getis_ord_esda.json'

interface EsdaFile {
  points: [number, number][]
  values: number[]
  expected: Record<string, number>
  own_all_z: Record<string, number[]>
}

const within = (points: [number, number][], threshold: number, star: boolean) =>
  points.map(([x, y], i) =>
    [...points.keys()].filter(
      (j) => (j !== i || star) && Math.hypot(points[j]![0] - x, points[j]![1] - y) <= threshold,
    ),
  )

describe('six points with published scores', () => {
  const points: [number, number][] = [
    [10, 10],
    [20, 10],
    [40, 10],
    [15, 20],
    [30, 20],
    [30, 30],
  ]
  const values = [2, 3, 3.2, 5, 8, 7]

  test.each([
    [true, [-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331]],
    [false, [-1.0136729, -0.04361589, 1.31558703, -0.31412676, 1.15373986, 1.77833941]],
  ])('star %s', (star, expected) => {
    const z = getisOrd(values, within(points, 15, star), { star })!
    expect(Array.from(z, (score) => Number(score.toFixed(8)))).toEqual(expected)
  })

  test.skipIf(!existsSync(ESDA))('in getis_ord_esda.json, with binary weights', () => {
    const file = JSON.parse(readFileSync(ESDA, 'utf8')) as EsdaFile
    for (const [name, star] of [
      ['Gi_binary', false],
      ['Gi_star_binary', true],
    ] as const) {
      const z = getisOrd(file.values, within(file.points, 15, star), { star })!
      expect(Number(z[0]!.toFixed(8))).toBe(file.expected[`${name}_z[0]`])
      file.own_all_z[name]!.forEach((score, i) => expect(z[i]).toBeCloseTo(score, 12))
    }
  })
})

/** Values with every cell's neighbours, itself among them or not. */
const map = (star: boolean) =>
  fc.integer({ min: 3, max: 12 }).chain((count) => {
    const cells = Array.from({ length: count }, (_, i) => i)
    const lists = cells.map((i) =>
      fc.subarray(cells).map((list) => list.filter((j) => j !== i).concat(star ? [i] : [])),
    )
    return fc.record({
      values: fc.array(fc.integer({ min: -9, max: 9 }), { minLength: count, maxLength: count }),
      neighbours: fc.tuple(...lists),
    })
  })

/** The formula with any weights, word for word; Gi leaves the cell itself out of mean and variance. */
function byFormula(values: number[], weights: number[][], star: boolean): number[] {
  return values.map((_, i) => {
    const others = values.filter((__, j) => star || j !== i)
    const n = others.length
    const mean = others.reduce((sum, value) => sum + value, 0) / n
    const s = Math.sqrt(others.reduce((sum, value) => sum + value ** 2, 0) / n - mean ** 2)
    const w = weights[i]!
    const [sum, squares] = [w.reduce((a, b) => a + b, 0), w.reduce((a, b) => a + b * b, 0)]
    const lag = w.reduce((total, weight, j) => total + weight * values[j]!, 0)
    return (lag - mean * sum) / (s * Math.sqrt((n * squares - sum ** 2) / (n - 1)))
  })
}

test.each([true, false])('the score is that of the formula, row-standardised or not (star %s)', (star) => {
  fc.assert(
    fc.property(map(star), ({ values, neighbours }) => {
      const z = getisOrd(values, neighbours, { star })
      // Without a value: fast-check takes whatever a property returns, an assertion too, for a failure.
      if (z === null) {
        expect(new Set(values).size).toBe(1)
        return
      }
      const binary = neighbours.map((list) => values.map((_, j) => (list.includes(j) ? 1 : 0)))
      const standardised = binary.map((row, i) => row.map((weight) => weight / neighbours[i]!.length))
      for (const scores of [byFormula(values, binary, star), byFormula(values, standardised, star)])
        scores.forEach((score, i) => {
          const isAll = neighbours[i]!.length === 0 || neighbours[i]!.length === values.length - (star ? 0 : 1)
          const isFlat = !star && new Set(values.filter((_, j) => j !== i)).size === 1
          if (isAll || isFlat) expect(z[i]).toBeNaN()
          else expect(z[i]).toBeCloseTo(score, 8)
        })
    }),
  )
})

describe('no result is not a result of zero', () => {
  const row = (count: number, star: boolean) =>
    Array.from({ length: count }, (_, i) => [i - 1, i, i + 1].filter((j) => j >= 0 && j < count && (star || j !== i)))

  test.each([true, false])('all values equal (star %s)', (star) => {
    expect(getisOrd([0, 0, 0, 0], row(4, star), { star })).toBeNull()
    expect(getisOrd([0.1, 0.1, 0.1, 0.1], row(4, star), { star })).toBeNull()
    expect(getisOrd([], [], { star })).toBeNull()
  })

  test('counts all equal have no hot cell to test', () => {
    expect(maxZTest([2, 2, 2], row(3, true), { replications: 9, seed: 1 })).toBeNull()
    expect(maxZTest([0, 0, 0], row(3, true), { replications: 9, seed: 1 })).toBeNull()
  })

  test('a cell next to everybody has neither score nor p', () => {
    const { z, p } = maxZTest([3, 0, 0], row(3, true), { replications: 9, seed: 1 })!
    expect([z[1], p[1]]).toEqual([NaN, NaN])
  })
})

describe('the max-z test', () => {
  const grid = hexagonGrid({ west: 0, south: 0, east: 2_500, north: 2_500 }, 60)
  const cells = grid.x.length
  const thrown = (events: number, random: () => number) => {
    const counts = Array.from({ length: cells }, () => 0)
    for (let i = 0; i < events; i++) counts[Math.floor(random() * cells)]! += 1
    return counts
  }

  test('z is Gi*, and p is the share of plainly thrown maps with as large a z somewhere', () => {
    const options = { replications: 199, seed: 11 }
    const small = hexagonGrid({ west: 0, south: 0, east: 400, north: 300 }, 50)
    const counts = Array.from(small.x, (_, i): number => (i === 17 ? 5 : i % 4 === 0 ? 1 : 0))
    const events = counts.reduce((sum, count) => sum + count, 0)
    const random = seededRandom(options.seed)
    const maxima = Array.from({ length: options.replications }, () => {
      const chance = counts.map(() => 0)
      for (let i = 0; i < events; i++) chance[Math.floor(random() * counts.length)]! += 1
      return Math.max(...(getisOrd(chance, small.neighbours, { star: true }) ?? [-Infinity]))
    })
    const { z, p } = maxZTest(counts, small.neighbours, options)!
    const expected = getisOrd(counts, small.neighbours, { star: true })!

    expected.forEach((score, i) => {
      expect(z[i]).toBeCloseTo(score, 10)
      expect(p[i]).toBe((1 + maxima.filter((largest) => largest >= score - 1e-9).length) / 200)
    })
  })

  test('a planted cluster is found, and nothing far from it', () => {
    const counts = thrown(100, seededRandom(5))
    const centre = grid.cellAt(1_200, 1_200)
    for (const cell of grid.neighbours[centre]!) counts[cell]! += 2
    const { p } = maxZTest(counts, grid.neighbours, { replications: 199, seed: 3 })!
    const hot = [...p.keys()].filter((cell) => p[cell]! <= 0.05)

    expect(p[centre]).toBe(1 / 200)
    expect(hot.every((cell) => Math.hypot(grid.x[cell]! - 1_200, grid.y[cell]! - 1_200) < 400)).toBe(true)
  })

  test.each([20, 100, 700])('with nothing there, at most 6 in 100 maps of %d events show a hot cell', (events) => {
    const random = seededRandom(4)
    const isFalse = (_: unknown, seed: number) => {
      const result = maxZTest(thrown(events, random), grid.neighbours, { replications: 99, seed })!
      return Math.min(...result.p) <= 0.05
    }
    const share = Array.from({ length: 1_000 }, isFalse).filter(Boolean).length / 1_000

    expect(share).toBeLessThanOrEqual(0.06)
    // From 100 events on it is 4 at least, here within three standard errors (the bench throws 3,000 maps).
    if (events >= 100) expect(share).toBeGreaterThan(0.04 - 3 * Math.sqrt((0.04 * 0.96) / 1_000))
  })

  test('the same seed says the same', () => {
    const counts = thrown(50, seededRandom(6))
    const run = (seed: number) => maxZTest(counts, grid.neighbours, { replications: 99, seed })
    expect(run(1)).toEqual(run(1))
    expect(run(1)!.p).not.toEqual(run(2)!.p)
  })
})

describe('what is no map is refused', () => {
  const both = (values: number[], neighbours: number[][], message: string) => {
    expect(() => getisOrd(values, neighbours, { star: true })).toThrow(new RangeError(message))
    expect(() => maxZTest(values, neighbours, { replications: 9, seed: 1 })).toThrow(new RangeError(message))
  }

  test('lists, values and names of cells that do not fit', () => {
    both([1, 2], [[0]], 'expected as many lists of neighbours as values (2), got 1')
    both([1, NaN], [[0], [1]], 'expected finite values, got NaN at index 1')
    both([1, 2], [[0, 2], [1]], 'expected neighbours of cell 0 from 0 to 1, each once, got 2')
    both([1, 2], [[0, 1, 1], [1]], 'expected neighbours of cell 0 from 0 to 1, each once, got 1')
    both([1, 2], [[0], [0]], 'expected cell 1 among its own neighbours')
    const self = 'expected cell 1 not among its own neighbours'
    expect(() => getisOrd([1, 2, 3], [[1], [1], [0]], { star: false })).toThrow(new RangeError(self))
  })

  test('counts that are no counts, and no replication', () => {
    const lists = [[0], [1]]
    const run = (counts: number[], replications: number) => () => maxZTest(counts, lists, { replications, seed: 1 })
    expect(run([1, 0.5], 9)).toThrow(new RangeError('expected whole counts of at least 0, got 0.5 at index 1'))
    expect(run([1, -1], 9)).toThrow(new RangeError('expected whole counts of at least 0, got -1 at index 1'))
    const message = 'expected replications to be a whole number of at least 1, got 0'
    expect(run([1, 2], 0)).toThrow(new RangeError(message))
  })
})
