import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quarticDensity } from '../../server/statistics/density.ts'

/** The definition, word for word. */
const plainDensity = (reports: Report[], bandwidth: number, cellX: number, cellY: number) =>
  reports.reduce((sum, { x, y, weight }) => {
    const distance = Math.hypot(x - cellX, y - cellY)
    if (distance >= bandwidth) return sum
    return sum + (weight * 3 * (1 - (distance / bandwidth) ** 2) ** 2) / (Math.PI * bandwidth ** 2)
  }, 0)

interface Report {
  x: number
  y: number
  weight: number
}

const density = (reports: Report[], bandwidth: number, cells: [x: number, y: number][]) =>
  quarticDensity(
    reports.map(({ x }) => x),
    reports.map(({ y }) => y),
    reports.map(({ weight }) => weight),
    bandwidth,
    cells.map(([x]) => x),
    cells.map(([, y]) => y),
  )

const metre = fc.double({ min: -2_000, max: 2_000, noNaN: true })
const report = fc.record({ x: metre, y: metre, weight: fc.double({ min: 0, max: 5, noNaN: true }) })

test('the surface is the sum of the kernels', () => {
  const input = fc.tuple(
    fc.array(report, { maxLength: 40 }),
    fc.double({ min: 1, max: 3_000, noNaN: true }),
    fc.array(fc.tuple(metre, metre), { maxLength: 20 }),
  )
  fc.assert(
    fc.property(input, ([reports, bandwidth, cells]) => {
      const surface = density(reports, bandwidth, cells)
      cells.forEach(([x, y], i) => {
        const expected = plainDensity(reports, bandwidth, x, y)
        expect(Math.abs(surface[i]! - expected)).toBeLessThanOrEqual(1e-9 * expected + 1e-20)
      })
    }),
  )
})

test('over the whole plane it holds the sum of the weights', () => {
  const reports = [
    { x: 435_100, y: 336_050, weight: 1 },
    { x: 435_333.3, y: 336_200, weight: 0.4 },
    { x: 435_333.3, y: 336_200, weight: 2 },
  ]
  const cells = Array.from({ length: 200 * 200 }, (_, i): [number, number] => [
    434_700 + 5 * (i % 200),
    335_600 + 5 * Math.floor(i / 200),
  ])
  const volume = density(reports, 250, cells).reduce((sum, value) => sum + 25 * value, 0)

  expect(volume).toBeCloseTo(3.4, 5)
})

test('a report counts in full at its own place, 9/16 of it at half the bandwidth, nothing at the bandwidth', () => {
  const peak = 3 / (Math.PI * 100 ** 2)
  const cells: [number, number][] = [
    [0, 0],
    [0, 50],
    [60, 80],
    [-100, 0],
    [0, -100.1],
  ]
  const surface = density([{ x: 0, y: 0, weight: 1 }], 100, cells)

  expect(surface[0]).toBeCloseTo(peak, 15)
  expect(surface[1]).toBeCloseTo((peak * 9) / 16, 15)
  expect([...surface.subarray(2)]).toEqual([0, 0, 0])
})

test('no reports, no density; no cells, no surface', () => {
  expect([...density([], 100, [[1, 2]])]).toEqual([0])
  expect([...density([{ x: 0, y: 0, weight: 1 }], 100, [])]).toEqual([])
})

describe('what has no density is refused', () => {
  test.each([0, -1, NaN, Infinity, 1e-200])('a bandwidth of %s', (bandwidth) => {
    const message = `expected bandwidthMetres to be a positive distance, got ${bandwidth}`
    expect(() => quarticDensity([1], [1], [1], bandwidth, [1], [1])).toThrow(new RangeError(message))
  })

  test('columns of different lengths', () => {
    const reports = 'expected as many y and weights as x (2), got 1'
    expect(() => quarticDensity([1, 2], [1], [1, 1], 9, [], [])).toThrow(new RangeError(reports))
    expect(() => quarticDensity([1, 2], [1, 2], [1], 9, [], [])).toThrow(new RangeError(reports))
    const cells = 'expected as many cellY as cellX (1), got 0'
    expect(() => quarticDensity([], [], [], 9, [1], [])).toThrow(new RangeError(cells))
  })

  test.each([NaN, Infinity])('%s anywhere', (value) => {
    const error = new RangeError(`expected finite numbers, got ${value} at index 0`)
    const columns = [[1], [1], [1], [1], [1]]
    columns.forEach((_, wrong) => {
      const [x, y, weights, cellX, cellY] = columns.map((column, i) => (i === wrong ? [value] : column))
      expect(() => quarticDensity(x!, y!, weights!, 9, cellX!, cellY!)).toThrow(error)
    })
  })
})
