import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hexagonCorners, hexagonGrid } from '../../server/statistics/hexagons.ts'

const derby = { west: 430_250, south: 330_400, east: 433_100, north: 332_900 }
const side = fc.double({ min: 40, max: 900, noNaN: true })
const share = fc.double({ min: 0, max: 1, noNaN: true })

const shift = fc.integer({ min: -500_000, max: 500_000 })

test('every point of the bounds lies in the cell whose centre is nearest', () => {
  fc.assert(
    fc.property(side, share, share, shift, (sideMetres, across, up, by) => {
      const bounds = { west: derby.west + by, south: derby.south - by, east: derby.east + by, north: derby.north - by }
      const grid = hexagonGrid(bounds, sideMetres)
      const x = bounds.west + across * (bounds.east - bounds.west)
      const y = bounds.south + up * (bounds.north - bounds.south)
      const distances = Array.from(grid.x, (centre, i) => Math.hypot(centre - x, grid.y[i]! - y))
      const nearest = Math.min(...distances)

      expect(nearest).toBeLessThanOrEqual(sideMetres * (1 + 1e-9))
      expect(distances[grid.cellAt(x, y)]).toBeCloseTo(nearest, 6)
    }),
  )
})

test('a cell has itself and the six around it for neighbours, at the rim those that are there', () => {
  fc.assert(
    fc.property(side, shift, (sideMetres, by) => {
      const grid = hexagonGrid(
        { ...derby, north: derby.north + (by % 700), south: derby.south + (by % 700) },
        sideMetres,
      )
      const reach = Math.sqrt(3) * sideMetres * 1.001
      for (const cell of [0, Math.floor(grid.x.length / 2), grid.x.length - 1]) {
        const near = [...grid.x.keys()].filter(
          (other) => Math.hypot(grid.x[other]! - grid.x[cell]!, grid.y[other]! - grid.y[cell]!) <= reach,
        )
        expect(grid.neighbours[cell]).toEqual(near)
      }
    }),
  )
})

test('two grids of one side have the same cells where they meet', () => {
  const whole = hexagonGrid(derby, 150)
  const part = hexagonGrid({ ...derby, west: 431_111, south: 331_222 }, 150)
  const known = new Set(Array.from(whole.x, (x, i) => `${x.toFixed(6)} ${whole.y[i]!.toFixed(6)}`))

  const strangers = Array.from(part.x, (x, i) => `${x.toFixed(6)} ${part.y[i]!.toFixed(6)}`).filter(
    (centre) => !known.has(centre),
  )
  expect(strangers).toEqual([])
})

test('a point far outside lies in no cell', () => {
  const grid = hexagonGrid(derby, 150)

  expect(grid.cellAt(derby.west - 1_000, derby.south)).toBe(-1)
  expect(grid.cellAt(derby.west, derby.north + 1_000)).toBe(-1)
})

test('the corners are a side away from the centre and from each other', () => {
  const corners = hexagonCorners(10, 20, 7)
  corners.forEach(([x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % 6]!
    expect(Math.hypot(x - 10, y - 20)).toBeCloseTo(7, 12)
    expect(Math.hypot(x - nextX, y - nextY)).toBeCloseTo(7, 12)
  })
})

test('sides, bounds and numbers of cells that make no grid are refused', () => {
  expect(() => hexagonGrid(derby, 0)).toThrow(new RangeError('expected sideMetres to be a positive length, got 0'))
  expect(() => hexagonGrid({ ...derby, east: 0 }, 9)).toThrow(/expected finite bounds/)
  expect(() => hexagonGrid({ ...derby, north: Infinity }, 9)).toThrow(/expected finite bounds/)
  expect(() => hexagonGrid(derby, 1)).toThrow(/expected at most 1000000 hexagons, got \d+: make them larger/)
})
