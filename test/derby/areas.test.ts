import { area, bbox, booleanPointInPolygon } from '@turf/turf'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areasOf, city } from './files.ts'
import { outlineOf } from '../../data/derby/sketch-areas.ts'
import type { Position } from '../../data/derby/sketch-geometry.ts'

const wards = areasOf('ward')
const neighbourhoods = areasOf('police_neighbourhood')
const [west, south, east, north] = bbox(city!)

/** Positions off the five-decimal grid of the corners, so that none stands on one. */
const somewhere = fc.tuple(
  fc.double({ min: west!, max: east!, noNaN: true }).map((longitude) => longitude + 0.0000037),
  fc.double({ min: south!, max: north!, noNaN: true }).map((latitude) => latitude + 0.0000029),
)

test('there are one partnership, 17 wards and 12 police neighbourhoods, each with its own code and name', () => {
  expect([areasOf('partnership').length, wards.length, neighbourhoods.length]).toEqual([1, 17, 12])
  expect(wards.map((ward) => ward.properties.code)).toEqual(wards.map((_, index) => `E050017${67 + index}`))
  for (const kind of [wards, neighbourhoods]) {
    expect(new Set(kind.map((each) => each.properties.code)).size).toBe(kind.length)
    expect(new Set(kind.map((each) => each.properties.name)).size).toBe(kind.length)
  }
})

test('only the police neighbourhoods are invented, and all of them say so', () => {
  expect(neighbourhoods.every(({ properties }) => properties.invented && properties.source.includes('invented'))).toBe(
    true,
  )
  expect([city!, ...wards].some(({ properties }) => properties.invented)).toBe(false)
})

test('a position in the city is in exactly one ward and one neighbourhood, one outside it in none', () => {
  fc.assert(
    fc.property(somewhere, (position) => {
      const holding = (shapes: typeof wards) => shapes.filter((shape) => booleanPointInPolygon(position, shape)).length
      const expected = booleanPointInPolygon(position, city!) ? 1 : 0
      return holding(wards) === expected && holding(neighbourhoods) === expected
    }),
    { numRuns: 2000 },
  )
})

test('the wards and the neighbourhoods each add up to the city to the square metre', () => {
  const total = (shapes: typeof wards) => shapes.reduce((sum, shape) => sum + area(shape), 0)
  expect(Math.abs(total(wards) - area(city!))).toBeLessThan(1)
  expect(Math.abs(total(neighbourhoods) - area(city!))).toBeLessThan(1)
  expect(area(city!) / 1e6).toBeCloseTo(78, 0)
})

test('every ward lies whole in exactly one neighbourhood', () => {
  for (const ward of wards) {
    const inner = ward.geometry.coordinates[0]!.slice(1).map((to, index) => {
      const from = ward.geometry.coordinates[0]![index]!
      const [eastward, northward] = [to[0]! - from[0]!, to[1]! - from[1]!]
      const length = Math.hypot(eastward, northward)
      return [
        (from[0]! + to[0]!) / 2 - (northward / length) * 2e-6,
        (from[1]! + to[1]!) / 2 + (eastward / length) * 2e-6,
      ]
    })
    const holding = neighbourhoods.filter((each) => inner.some((position) => booleanPointInPolygon(position, each)))
    expect(holding.map((each) => each.properties.name).length, ward.properties.name).toBe(1)
    expect(
      inner.every((position) => booleanPointInPolygon(position, holding[0]!)),
      ward.properties.name,
    ).toBe(true)
  }
})

test('wards that do not touch make no neighbourhood', () => {
  const named = (name: string) => {
    const ward = wards.find((each) => each.properties.name === name)!
    return { code: ward.properties.code, name, ring: ward.geometry.coordinates[0] as Position[] }
  }
  expect(() => outlineOf([named('Mickleover'), named('Spondon')])).toThrow(
    'expected Mickleover, Spondon to make one ring, got 2',
  )
})
