import { dbscan } from '../statistics/dbscan.ts'
import type { GridPoint } from '../locations/national-grid.ts'
import { comparedName } from './name.ts'

/** A bay, platform or entrance of a station, of the NaPTAN stops file. */
export interface StationStop extends GridPoint {
  atcoCode: string
  commonName: string
  locality: string
  street: string
  kind: StationKind
}

export type StationKind = 'bus_station' | 'rail_station'

export interface Station {
  /** What it is called in the file, from the code of its first stop. */
  sourceRef: string
  name: string
  alternativeNames: string[]
  kind: StationKind
  stops: StationStop[]
  /** How far around its stops it is taken to reach, metres. */
  marginMetres: number
}

/** NaPTAN's kinds of stop that are part of a station: bays and entrances of bus stations; entrances, access areas and platforms of rail, metro and tram. */
export const STATION_KIND: Record<string, StationKind> = {
  BCE: 'bus_station',
  BST: 'bus_station',
  BCS: 'bus_station',
  BCQ: 'bus_station',
  RSE: 'rail_station',
  RLY: 'rail_station',
  RPL: 'rail_station',
  TMU: 'rail_station',
  MET: 'rail_station',
  PLT: 'rail_station',
}

// The farthest that two stops of one name may lie apart: the entrances on either side of a large station's tracks.
const STATION_METRES = 300
// Bays line the building; the entrances of a railway station stand outside it, and its platforms reach farther.
const MARGIN_METRES: Record<StationKind, number> = { bus_station: 25, rail_station: 50 }

/**
 * The stations that stops make up. The CSV has no stop areas, so stops are one station where kind, name and locality agree
 * and each lies within 300 m of another. Sorted by their first code.
 */
export const groupStations = (stops: readonly StationStop[]): Station[] => {
  const byName = groupBy(stops, ({ kind, commonName, locality }) =>
    [kind, comparedName(commonName), comparedName(locality)].join('|'),
  )
  const groups = [...byName.values()].flatMap(nearGroups)
  const stems = groupBy(groups, (group) => stem(firstCode(group)))
  return groups
    .map((group) => toStation(group, stems.get(stem(firstCode(group)))!.length === 1))
    .sort((a, b) => (a.sourceRef < b.sourceRef ? -1 : 1))
}

const nearGroups = (stops: StationStop[]): StationStop[][] => {
  const x = Float64Array.from(stops, ({ easting }) => easting)
  const y = Float64Array.from(stops, ({ northing }) => northing)
  const labels = dbscan(x, y, STATION_METRES, 1)
  return [...groupBy(stops, (_, index) => labels[index] ?? -1).values()]
}

const firstCode = (stops: StationStop[]) => stops.map(({ atcoCode }) => atcoCode).sort()[0] ?? ''

/** `1090BSTN01` to `1090BSTN`, so that a bay that is added or closed leaves the station the same; codes of figures only stay whole. */
const stem = (atcoCode: string) => (/[A-Za-z]/.test(atcoCode) ? atcoCode.replace(/\d+$/, '') : atcoCode)

const toStation = (stops: StationStop[], isStemItsOwn: boolean): Station => {
  const [first] = stops as [StationStop]
  const code = firstCode(stops)
  const name = stationName(first)
  return {
    sourceRef: `naptan:${isStemItsOwn ? stem(code) : code}`,
    name,
    alternativeNames: otherStationNames(name, first.kind),
    kind: first.kind,
    stops,
    marginMetres: MARGIN_METRES[first.kind],
  }
}

const NAME_OF_ANY = /^(bus|coach|rail|railway|train|tram|metro)? ?(station|interchange)$/

/** “Bus Station” says which one only with its town before it. */
const stationName = ({ commonName, locality }: StationStop) =>
  NAME_OF_ANY.test(comparedName(commonName)) ? `${locality} ${commonName}`.trim() : commonName

const otherStationNames = (name: string, kind: StationKind) => {
  if (kind !== 'rail_station' || !/ rail station$/i.test(name)) return []
  const town = name.replace(/ rail station$/i, '')
  return [`${town} railway station`, `${town} train station`]
}

const groupBy = <Key, Value>(values: readonly Value[], keyOf: (value: Value, index: number) => Key) => {
  const groups = new Map<Key, Value[]>()
  for (const [index, value] of values.entries()) {
    const key = keyOf(value, index)
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return groups
}
