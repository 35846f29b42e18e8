import type { Feature, LineString, Point, Polygon } from 'geojson'
import { bbox, booleanClockwise, coordAll, featureCollection } from '@turf/turf'
import { expect, test } from 'vitest'
import { derbyFiles } from '../../data/derby/sketch-files.ts'
import { areas, basemap, city, hasSharedDerby, places, sharedDerby, textOf } from './files.ts'

const every: Feature<Point | LineString | Polygon, { source: string }>[] = [...areas, ...places, ...basemap]
const rings = every.flatMap(({ geometry }) => (geometry.type === 'Polygon' ? geometry.coordinates : []))

test('every polygon is one closed ring of at least four positions, wound counter-clockwise', () => {
  expect(rings.length).toBe(30 + places.length + 1)
  for (const ring of rings) {
    expect(ring.length).toBeGreaterThanOrEqual(4)
    expect(ring.at(-1)).toEqual(ring[0])
    expect(booleanClockwise(ring)).toBe(false)
  }
})

test('every position has five decimals at most and lies in the city or within 500 m of its box', () => {
  const [west, south, east, north] = bbox(city!)
  for (const [longitude, latitude] of coordAll(featureCollection(every))) {
    expect(Math.round(longitude! * 1e5) / 1e5).toBe(longitude)
    expect(Math.round(latitude! * 1e5) / 1e5).toBe(latitude)
    expect(longitude! > west! - 0.0074 && longitude! < east! + 0.0074).toBe(true)
    expect(latitude! > south! - 0.0045 && latitude! < north! + 0.0045).toBe(true)
  }
})

test('no line or ring repeats a position', () => {
  for (const { geometry } of every) {
    const lines =
      geometry.type === 'Polygon' ? geometry.coordinates : geometry.type === 'LineString' ? [geometry.coordinates] : []
    for (const line of lines) {
      expect(line.filter((at, index) => index > 0 && at.join() === line[index - 1]!.join())).toEqual([])
    }
  }
})

test('every feature names its source', () => {
  const known = ['wards', 'lsoa', 'naptan', 'stations', 'codepoint', 'public', 'invented', 'inferred']
  for (const { properties } of every) {
    expect(properties.source.split(', ').filter((source) => !known.includes(source))).toEqual([])
  }
})

test.skipIf(!hasSharedDerby)('the shared data (../shared/data/derby) make exactly these files', () => {
  for (const [name, text] of Object.entries(derbyFiles(sharedDerby))) expect(text === textOf(name), name).toBe(true)
})
