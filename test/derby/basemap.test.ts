import type { LineString } from 'geojson'
import { expect, test } from 'vitest'
import { distanceMetres, lengthMetres, nearestOn, turnDegrees } from '../../data/derby/sketch-geometry.ts'
import type { Position } from '../../data/derby/sketch-geometry.ts'
import { roadsThrough } from '../../data/derby/sketch-roads.ts'
import { areasOf, basemap, textOf } from './files.ts'

const ofKind = (kind: string) => basemap.filter(({ properties }) => properties.kind === kind)
const linesOf = (kind: string) =>
  ofKind(kind).map(({ properties, geometry }) => ({
    name: properties.name,
    certainty: properties['certainty'],
    line: (geometry as LineString).coordinates as Position[],
  }))
const sharpest = (line: Position[]) =>
  Math.max(0, ...line.slice(1, -1).map((here, index) => turnDegrees(line[index]!, here, line[index + 2]!)))

test('the sketch is small enough to come with the page: under 120 kB', () => {
  expect(Buffer.byteLength(textOf('sketch-basemap.geojson'))).toBeLessThan(120_000)
})

test('the sketch has features of every kind and of no other', () => {
  const kinds = ['outline', 'ward', 'river', 'road', 'road_label', 'station', 'ward_label', 'place_label']
  expect([...new Set(basemap.map(({ properties }) => properties.kind))]).toEqual(kinds)
  expect([ofKind('outline').length, ofKind('station').length, ofKind('ward_label').length]).toEqual([1, 3, 17])
})

test('no road turns by more than 75 degrees at a point, and no river by more than 60', () => {
  for (const road of linesOf('road')) expect(sharpest(road.line), road.name).toBeLessThan(75)
  for (const river of linesOf('river')) expect(sharpest(river.line), river.name).toBeLessThan(60)
})

test('no road is a stub, and none goes back on itself', () => {
  for (const { name, line } of linesOf('road')) {
    expect(lengthMetres(line), name).toBeGreaterThan(150)
    const reach = Math.max(...line.map((from) => Math.max(...line.map((to) => distanceMetres(from, to)))))
    expect(lengthMetres(line) / reach, name).toBeLessThan(2.2)
  }
})

test('the river lies on an edge of wards to within 60 m, except where it says it is inferred', () => {
  const edges = areasOf('ward').map((ward) => ward.geometry.coordinates[0] as Position[])
  const offEdge = (at: Position) => Math.min(...edges.map((edge) => distanceMetres(nearestOn(edge, at), at)))
  const [inferred, ...others] = [...linesOf('river')].toSorted((a, b) =>
    String(b.certainty).localeCompare(String(a.certainty)),
  )
  expect([inferred!.certainty, ...others.map((river) => river.certainty)]).toEqual(['inferred', 'boundary', 'boundary'])
  for (const river of others) for (const at of river.line) expect(offEdge(at)).toBeLessThan(60)
  expect(lengthMetres(inferred!.line)).toBeLessThan(1000)
})

test('a road label stands by a road that bears its name and reads upright', () => {
  for (const label of ofKind('road_label')) {
    const { geometry, properties } = label
    const at = geometry.type === 'Point' ? (geometry.coordinates as Position) : ([0, 0] as Position)
    const bearing = linesOf('road').filter(({ name }) => name.split(', ').includes(properties.name))
    expect(
      Math.min(...bearing.map(({ line }) => distanceMetres(nearestOn(line, at), at))),
      properties.name,
    ).toBeLessThan(80)
    expect(Math.abs(Number(properties['angle']))).toBeLessThanOrEqual(90)
  }
})

const stop = (street: string, east: number, north: number) => ({
  street,
  locality: 'Anywhere',
  position: [-1.47 + east / 67_270, 52.92 + north / 111_270] as Position,
})

test('a road goes through the middle of its pairs of stops in order, and leaves out one round a corner', () => {
  const stops = [
    stop('High Road', 900, 10),
    stop('High Road', 0, -10),
    stop('High Road', 600, -10),
    stop('High Road', 20, 10),
    stop('High Road', 300, 0),
    stop('High Road', 450, 400),
    stop('Low Road', 450, 800),
  ]
  const [road] = roadsThrough([{ class: 'main', stretches: [{ street: 'High Road' }] }], stops)
  expect(distanceMetres(road!.line[0]!, road!.line.at(-1)!)).toBeGreaterThan(880)
  expect(sharpest(road!.line)).toBeLessThan(10)
  expect(() => roadsThrough([{ class: 'main', stretches: [{ street: 'No Road' }] }], stops)).toThrow(
    'expected stops on No Road',
  )
})
