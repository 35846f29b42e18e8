import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dbscan } from '../../server/statistics/dbscan.ts'

interface Input {
  points: [x: number, y: number][]
  eps: number
  minPoints: number
}

const cluster = ({ points, eps, minPoints }: Input): number[] => [
  ...dbscan(
    Float64Array.from(points, ([x]) => x),
    Float64Array.from(points, ([, y]) => y),
    eps,
    minPoints,
  ),
]

/** The definition, word for word, in n squared steps. */
function clusterByDefinition({ points, eps, minPoints }: Input): number[] {
  const squared = points.map(([x, y]) => points.map(([u, v]) => (x - u) * (x - u) + (y - v) * (y - v)))
  const within = (i: number, j: number) => squared[i]![j]! <= eps * eps
  const everyone = points.map((_, i) => i)
  const cores = everyone.filter((i) => everyone.filter((j) => within(i, j)).length >= minPoints)
  const label = everyone.map((i) => (cores.includes(i) ? i : -1))
  for (const i of cores) {
    for (const j of cores.filter((other) => within(i, other) && label[other] !== label[i])) {
      const [kept, gone] = [label[i]!, label[j]!]
      label.forEach((value, k) => value === gone && (label[k] = kept))
    }
  }
  for (const i of everyone.filter((point) => !cores.includes(point))) {
    const [nearest] = cores
      .filter((core) => within(i, core))
      .toSorted(
        (a, b) => squared[i]![a]! - squared[i]![b]! || points[a]![0] - points[b]![0] || points[a]![1] - points[b]![1],
      )
    if (nearest !== undefined) label[i] = label[nearest]!
  }
  return numberedByLowestMember(label)
}

function numberedByLowestMember(labels: number[]): number[] {
  const numbers = new Map<number, number>()
  for (const label of labels) if (label >= 0 && !numbers.has(label)) numbers.set(label, numbers.size)
  return labels.map((label) => numbers.get(label) ?? -1)
}

const minPoints = fc.integer({ min: 1, max: 9 })
const upTo = { maxLength: 60 }

/** Whole metres close together: distances of exactly eps, coincident points and ties are everywhere. */
const onAGrid: fc.Arbitrary<Input> = fc.record({
  points: fc.array(fc.tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 })), upTo),
  eps: fc.constantFrom(1, Math.SQRT2, 2, 3, 5, 0.5),
  minPoints,
})

/** Tenths cannot be written in binary, and here lie in real eastings: the same ties, with rounding in every step. */
const onTenths: fc.Arbitrary<Input> = onAGrid.map(({ points, eps, ...rest }) => ({
  points: points.map(([x, y]) => [435_000 + x / 10, 336_000 + y / 10]),
  eps: eps / 10,
  ...rest,
}))

const anywhere: fc.Arbitrary<Input> = fc.record({
  points: fc.array(
    fc.tuple(fc.double({ min: -6, max: 6, noNaN: true }), fc.double({ min: -6, max: 6, noNaN: true })),
    upTo,
  ),
  eps: fc.double({ min: 0.01, max: 6, noNaN: true }),
  minPoints,
})

/** Every size of number at once, so that a grid counted from an origin would overflow or lose its last digits. */
const atAnyScale: fc.Arbitrary<Input> = fc.record({
  points: fc.array(
    fc.tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(-1e300, -1, -0, 0, 1e-9, 1, 2, 1e17)),
    upTo,
  ),
  eps: fc.constantFrom(1e-140, 1e-9, 1, 1e9, 1e140),
  minPoints,
})

describe('the clusters are those of the definition', () => {
  test.each([
    ['whole metres', onAGrid],
    ['tenths of a metre in real eastings', onTenths],
    ['any numbers', anywhere],
    ['numbers of every size', atAnyScale],
  ])('on %s', (_, inputs) => {
    fc.assert(
      fc.property(inputs, (input) => {
        expect(cluster(input)).toEqual(clusterByDefinition(input))
      }),
      { numRuns: 300 },
    )
  })

  test('the order of the points changes the numbers and nothing else', () => {
    const shuffled = fc.oneof(onAGrid, onTenths, anywhere).chain((input) =>
      fc.tuple(
        fc.constant(input),
        fc.shuffledSubarray(
          input.points.map((_, i) => i),
          { minLength: input.points.length },
        ),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([input, order]) => {
        const inOrder = cluster(input)
        const permuted = cluster({ ...input, points: order.map((i) => input.points[i]!) })

        expect(permuted).toEqual(numberedByLowestMember(order.map((i) => inOrder[i]!)))
      }),
      { numRuns: 300 },
    )
  })

  test('moving the whole map by whole metres changes nothing', () => {
    const shift = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: -1e9, max: 1e9 }))
    fc.assert(
      fc.property(onAGrid, shift, ({ points, ...rest }, [dx, dy]) => {
        const moved = points.map(([x, y]): [number, number] => [x + dx, y + dy])

        expect(cluster({ points: moved, ...rest })).toEqual(cluster({ points, ...rest }))
      }),
    )
  })
})

describe('each word of the definition', () => {
  const row = (...xs: number[]): [number, number][] => xs.map((x) => [x, 0])

  test('a point counts itself', () => {
    expect(cluster({ points: row(0, 1), eps: 1, minPoints: 2 })).toEqual([0, 0])
    expect(cluster({ points: row(0, 1), eps: 1, minPoints: 3 })).toEqual([-1, -1])
    expect(cluster({ points: row(7), eps: 1, minPoints: 1 })).toEqual([0])
  })

  test('a distance of exactly eps is within eps', () => {
    expect(
      cluster({
        points: [
          [0, 0],
          [3, 4],
        ],
        eps: 5,
        minPoints: 2,
      }),
    ).toEqual([0, 0])
    expect(
      cluster({
        points: [
          [0, 0],
          [3, 4],
        ],
        eps: 4.999999999,
        minPoints: 2,
      }),
    ).toEqual([-1, -1])
  })

  test('a hair beyond eps is beyond it, along the diagonal too', () => {
    for (const side of [0.70715, Math.SQRT1_2]) {
      expect(
        cluster({
          points: [
            [0, 0],
            [side, side],
          ],
          eps: 1,
          minPoints: 2,
        }),
      ).toEqual([-1, -1])
    }
  })

  test('a border point between two clusters joins the nearer core', () => {
    const [west, east] = [row(-4, -3, -2, 0), row(9, 11, 12, 13)]
    expect(cluster({ points: [...east, ...row(4), ...west], eps: 5, minPoints: 4 })).toEqual([
      0, 0, 0, 0, 1, 1, 1, 1, 1,
    ])
    expect(cluster({ points: [...west, ...row(5), ...east], eps: 5, minPoints: 4 })).toEqual([
      0, 0, 0, 0, 1, 1, 1, 1, 1,
    ])
  })

  test('of two equally near cores the one with the smaller x has it, then the one with the smaller y', () => {
    const westToEast = row(9, 11, 12, 13, 4.5, -4, -3, -2, 0)
    const southToNorth = westToEast.map(([x, y]): [number, number] => [y, x])
    const points = [westToEast, southToNorth]
    for (const tie of points) {
      expect(cluster({ points: tie, eps: 5, minPoints: 4 })).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 1])
    }
  })

  test('noise is -1, and clusters are numbered by their lowest member', () => {
    expect(cluster({ points: row(50, 20, 0, 21, 1), eps: 1, minPoints: 2 })).toEqual([-1, 0, 1, 0, 1])
  })

  test('no points, no clusters', () => {
    expect(cluster({ points: [], eps: 1, minPoints: 1 })).toEqual([])
  })
})

describe('size and shape', () => {
  test('reports geocoded to the same few spots do not make it slow', () => {
    const stacks = Array.from({ length: 200_000 }, (_, i): [number, number] => [435_000 + 7 * (i % 10), 336_000])
    const start = performance.now()

    expect(new Set(cluster({ points: stacks, eps: 10, minPoints: 60_000 }))).toEqual(new Set([0]))
    expect(new Set(cluster({ points: stacks, eps: 10, minPoints: 60_001 }))).toEqual(new Set([-1]))
    expect(performance.now() - start).toBeLessThan(2_000)
  })

  test('a grid as wide as the world at an eps of a millimetre needs no more room than its points', () => {
    const points = Array.from({ length: 100_000 }, (_, i): [number, number] => [(i * 7_919) % 1e7, (i * 104_729) % 1e7])
    expect(Math.max(...cluster({ points: [...points, points[0]!], eps: 0.001, minPoints: 2 }))).toBe(0)
  })
})

describe('what cannot be clustered is refused', () => {
  const [one, two] = [Float64Array.of(1), Float64Array.of(1, 2)]

  test('as many y as x', () => {
    expect(() => dbscan(two, one, 1, 1)).toThrow(new RangeError('expected as many y as x (2), got 1'))
  })

  test.each([NaN, Infinity, -Infinity])('coordinates are finite, not %s', (value) => {
    const message = `expected finite numbers, got (2, ${value}) at index 1`
    expect(() => dbscan(two, Float64Array.of(1, value), 1, 1)).toThrow(new RangeError(message))
    expect(() => dbscan(Float64Array.of(1, value), two, 1, 1)).toThrow(RangeError)
  })

  test.each([0, -0, -1, NaN, Infinity, 1e-200, 1e200])('epsMetres is a positive distance, not %s', (eps) => {
    const message = `expected epsMetres between 1e-150 and 1e150, got ${eps}`
    expect(() => dbscan(one, one, eps, 1)).toThrow(new RangeError(message))
  })

  test.each([0, -1, 1.5, NaN, Infinity])('minPoints is a whole number of at least 1, not %s', (count) => {
    const message = `expected minPoints to be a whole number of at least 1, got ${count}`
    expect(() => dbscan(one, one, 1, count)).toThrow(new RangeError(message))
  })
})
