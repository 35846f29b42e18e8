import {
  area,
  booleanContains,
  booleanDisjoint,
  booleanPointInPolygon,
  centroid,
  distance,
  nearestPointOnLine,
  polygonToLine,
} from '@turf/turf'
import { expect, test } from 'vitest'
import { areasOf, city, places, textOf } from './files.ts'

const named = (name: string) => places.find((place) => place.properties.name === name)!
const metresApart = (one: string, other: string) =>
  Math.min(
    ...named(one).geometry.coordinates[0]!.map((corner) => {
      const line = polygonToLine(named(other))
      return line.type === 'Feature' && line.geometry.type === 'LineString'
        ? distance(corner, nearestPointOnLine(line.geometry, corner), { units: 'meters' })
        : Number.NaN
    }),
  )

test('the places of the report stand in their seed groups, all others in none', () => {
  const groups = places.filter((place) => place.properties.seedGroup !== null)
  expect(groups.map(({ properties }) => [properties.seedGroup, properties.name])).toEqual([
    ['A', 'Derbion'],
    ['B', 'River Gardens'],
    ['C', 'Derby Bus Station'],
    ['C', 'University Bus Park'],
    ['C', "St Benedict's Bus Park"],
    ['D', 'Caxton Park'],
    ['D', 'Stockbrook Park'],
    ['D', 'Markeaton Park'],
  ])
})

test.each([
  ['Derbion', 'Arboretum'],
  ['River Gardens', 'Arboretum'],
  ['Derby Bus Station', 'Arboretum'],
  ['University Bus Park', 'Allestree'],
  ["St Benedict's Bus Park", 'Darley'],
  ['Caxton Park', 'Normanton'],
  ['Stockbrook Park', 'Abbey'],
  ['Markeaton Park', 'Allestree'],
  ['Derby railway station', 'Arboretum'],
  ['Spondon railway station', 'Spondon'],
  ['Meteor Centre', 'Derwent'],
  ['Pride Park Stadium', 'Alvaston'],
])('the middle of %s is in %s ward', (name, ward) => {
  const holding = areasOf('ward').filter((each) => booleanPointInPolygon(centroid(named(name)), each))
  expect(holding.map((each) => each.properties.name)).toEqual([ward])
})

test('every place lies whole in the city and no two overlap', () => {
  for (const [index, place] of places.entries()) {
    expect(booleanContains(city!, place), place.properties.name).toBe(true)
    for (const other of places.slice(index + 1)) {
      expect(booleanDisjoint(place, other), `${place.properties.name} and ${other.properties.name}`).toBe(true)
    }
  }
})

test('the bus station, River Gardens and Derbion are apart by more than 20 m', () => {
  expect(metresApart('River Gardens', 'Derby Bus Station')).toBeGreaterThan(20)
  expect(metresApart('Derbion', 'Derby Bus Station')).toBeGreaterThan(20)
  expect(metresApart('Derbion', 'River Gardens')).toBeGreaterThan(100)
})

test('the bus station holds its first and its last bay and is no larger than they need', () => {
  const first = [-1.472126, 52.921711]
  const last = [-1.470586, 52.922369]
  for (const bay of [first, last]) expect(booleanPointInPolygon(bay, named('Derby Bus Station'))).toBe(true)
  expect(area(named('Derby Bus Station')) / 1e4).toBeCloseTo(0.7, 0)
})

test('every place says how sure its position is, in a sentence, and no two share a name or an alternative name', () => {
  const names = places
    .flatMap(({ properties }) => [properties.name, ...properties.alternativeNames])
    .map((name) => name.toLowerCase())
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  for (const { properties } of places) {
    expect(properties.positionNote).toMatch(/^[A-Z].{20,}\.$/)
    expect(properties.positionAccuracyMetres).toBeGreaterThan(0)
  }
})

test('the postcodes are Derby ones, each once, on the British National Grid near the city', () => {
  const [header, ...rows] = textOf('postcodes.csv').trim().split('\n')
  expect(header).toBe('postcode,easting,northing')
  expect(new Set(rows.map((row) => row.split(',')[0])).size).toBe(rows.length)
  expect(rows.length).toBeGreaterThanOrEqual(120)
  for (const row of rows) {
    expect(row).toMatch(/^DE\d\d? \d[A-Z]{2},4[234]\d{4},3[23]\d{4}$/)
  }
})
