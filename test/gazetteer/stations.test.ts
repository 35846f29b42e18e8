import { expect, test } from 'vitest'
import { groupStations, type StationStop } from '../../server/gazetteer/stations.ts'

const stop = (atcoCode: string, easting: number, more: Partial<StationStop> = {}): StationStop => ({
  atcoCode,
  commonName: 'Bus Station',
  locality: 'Derby',
  street: '',
  kind: 'bus_station',
  easting,
  northing: 336_000,
  ...more,
})

const summary = (stops: StationStop[]) =>
  groupStations(stops).map(({ sourceRef, name, stops: of }) => [sourceRef, name, of.length])

test('bays of one name within 300 m of each other are one station, whatever their order', () => {
  const stops = [stop('1090BSTN02', 435_300), stop('1090BSTN01', 435_000), stop('1090BSTN03', 435_600)]

  expect(summary(stops)).toEqual([['naptan:1090BSTN', 'Derby Bus Station', 3]])
  expect(summary(stops.toReversed())).toEqual(summary(stops))
})

test('bays farther apart than that are two stations, each named by its first code', () => {
  expect(summary([stop('1090BSTN01', 435_000), stop('1090BSTN02', 435_301)])).toEqual([
    ['naptan:1090BSTN01', 'Derby Bus Station', 1],
    ['naptan:1090BSTN02', 'Derby Bus Station', 1],
  ])
})

test('a station that says which one it is keeps its name; one of another town stands apart', () => {
  expect(
    summary([
      stop('1090A1', 435_000, { commonName: 'Victoria Coach Station' }),
      stop('1090B1', 435_010, { locality: 'Spondon' }),
      stop('1090C1', 435_020, { kind: 'rail_station', commonName: 'Rail Station' }),
    ]),
  ).toEqual([
    ['naptan:1090A', 'Victoria Coach Station', 1],
    ['naptan:1090B', 'Spondon Bus Station', 1],
    ['naptan:1090C', 'Derby Rail Station', 1],
  ])
})

test('a code of figures only stays whole', () => {
  expect(summary([stop('109000000535', 435_000)])).toEqual([['naptan:109000000535', 'Derby Bus Station', 1]])
})

test('no stops make no stations', () => {
  expect(groupStations([])).toEqual([])
})
