import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundsOf } from '../../web/map/bounds.ts'
import { pointOnSurface } from '../../web/map/point-on-surface.ts'
import { spreadLabels } from '../../web/map/spread-labels.ts'

const ring = (...corners: [number, number][]) => [...corners, corners[0]!]

test('the label of a square stands in its middle', () => {
  const square = ring([0, 0], [4, 0], [4, 2], [0, 2])

  expect(pointOnSurface({ type: 'Polygon', coordinates: [square] })).toEqual([2, 1])
})

test('the label of a horseshoe stands in one of its arms, not between them', () => {
  const horseshoe = ring([0, 0], [5, 0], [5, 10], [4, 10], [4, 1], [1, 1], [1, 10], [0, 10])

  const [x, y] = pointOnSurface({ type: 'Polygon', coordinates: [horseshoe] })

  expect(x === 0.5 || x === 4.5).toBe(true)
  expect(y).toBeGreaterThan(1)
})

test('a label does not stand in a hole', () => {
  const outer = ring([0, 0], [10, 0], [10, 10], [0, 10])
  const hole = ring([2, 2], [2, 8], [8, 8], [8, 2])

  expect(pointOnSurface({ type: 'Polygon', coordinates: [outer, hole] })).toEqual([1, 5])
})

test('of several parts the largest has the label', () => {
  const small = [ring([0, 0], [1, 0], [1, 1], [0, 1])]
  const large = [ring([10, 10], [14, 10], [14, 14], [10, 14])]

  expect(pointOnSurface({ type: 'MultiPolygon', coordinates: [small, large] })).toEqual([12, 12])
})

test('the box of some areas holds every corner', () => {
  const here = { type: 'Polygon' as const, coordinates: [ring([0, 1], [2, 1], [2, 3])] }
  const there = { type: 'MultiPolygon' as const, coordinates: [[ring([-5, 2], [-4, 2], [-4, 9])]] }

  expect(boundsOf([here, there])).toEqual([-5, 1, 2, 9])
  expect(boundsOf([])).toBe(undefined)
})

const anchors = fc.array(fc.record({ x: fc.integer({ min: 0, max: 300 }), y: fc.integer({ min: 0, max: 300 }) }), {
  maxLength: 14,
})

test('labels that have room stay where they belong', () => {
  const apart = [
    { x: 0, y: 0 },
    { x: 30, y: 0 },
    { x: 0, y: 30 },
  ]

  expect(spreadLabels(apart, 12)).toEqual(apart)
})

test('no label covers another, wherever they belong', () => {
  fc.assert(
    fc.property(anchors, (given) => {
      const places = spreadLabels(given, 12)
      for (const [i, a] of places.entries())
        for (const b of places.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(23.9)
    }),
  )
})

test('the same anchors always give the same places, and are left as they were', () => {
  const given = [
    { x: 5, y: 5 },
    { x: 5, y: 5 },
    { x: 6, y: 5 },
  ]

  expect(spreadLabels(given, 12)).toEqual(spreadLabels(given, 12))
  expect(given[0]).toEqual({ x: 5, y: 5 })
})
