import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { FeatureCollection, Polygon } from 'geojson'
import { rounded, withoutRepeats } from './sketch-geometry.ts'
import type { Position } from './sketch-geometry.ts'
import type { Ward } from './sketch-areas.ts'
import type { Stop } from './sketch-roads.ts'

export type NamedStop = Stop & { code: string; name: string; landmark: string }
export type Postcode = { postcode: string; easting: string; northing: string; position: Position }
export type SeedPlace = { name: string; centre: Position; radiusMetres: number }

const rows = (folder: string, file: string) =>
  parse<Record<string, string>>(readFileSync(join(folder, file)), { columns: true, bom: true })

/** Throws RangeError for a position that is not near Derby: swapped or empty columns. */
const position = (longitude: string | undefined, latitude: string | undefined): Position => {
  const at: Position = [Number(longitude), Number(latitude)]
  if (!(Math.abs(at[0] + 1.47) < 0.5 && Math.abs(at[1] - 52.92) < 0.5))
    throw new RangeError(`expected a position near Derby, got ${at.join(', ')}`)
  return at
}

export const readStops = (folder: string): NamedStop[] =>
  rows(folder, 'naptan_109Stops.csv').map((row) => ({
    code: row['ATCOCode'] ?? '',
    name: row['CommonName'] ?? '',
    landmark: row['Landmark'] ?? '',
    street: row['Street'] ?? '',
    locality: row['LocalityName'] ?? '',
    position: position(row['Longitude'], row['Latitude']),
  }))

export const readStations = (folder: string) =>
  rows(folder, 'railway_stations.csv')
    .map((row) => ({ name: row['stationName'] ?? '', row }))
    .filter(({ name }) => ['Derby', 'Peartree', 'Spondon'].includes(name))
    .map(({ name, row }) => ({ name, position: position(row['long'], row['lat']) }))

export const readPostcodes = (folder: string): Postcode[] =>
  rows(folder, 'codepoint_open_derby_postcodes.csv').map((row) => ({
    postcode: row['postcode'] ?? '',
    easting: row['easting'] ?? '',
    northing: row['northing'] ?? '',
    position: position(row['longitude'], row['latitude']),
  }))

export const readSeedPlaces = (folder: string): SeedPlace[] => {
  const { places } = JSON.parse(readFileSync(join(folder, 'seed_places.json'), 'utf8')) as {
    places: { name: string; lon: number; lat: number; radius_m: number }[]
  }
  return places.map((place) => ({ name: place.name, centre: [place.lon, place.lat], radiusMetres: place.radius_m }))
}

const areaTwice = (ring: Position[]) =>
  ring.slice(1).reduce((sum, to, index) => sum + ring[index]![0] * to[1] - to[0] * ring[index]![1], 0)

export const readWards = (folder: string): Ward[] => {
  const file = readFileSync(join(folder, 'ons_wards_pre2023_E06000015.geojson'), 'utf8')
  const wards = JSON.parse(file) as FeatureCollection<Polygon, { WD13CD: string; WD13NM: string }>
  return wards.features.map(({ properties, geometry }) => {
    const ring = withoutRepeats(geometry.coordinates[0]!.map((point) => rounded([point[0]!, point[1]!])))
    return { code: properties.WD13CD, name: properties.WD13NM, ring: areaTwice(ring) > 0 ? ring : ring.toReversed() }
  })
}
