import type { Feature } from 'geojson'
import { areasFrom } from './sketch-neighbourhoods.ts'
import { basemapFrom, centreOf } from './sketch-basemap.ts'
import { placesFrom } from './sketch-gazetteer.ts'
import type { PlaceFeature } from './sketch-places.ts'
import type { Position } from './sketch-geometry.ts'
import { postcodesNear } from './sketch-postcodes.ts'
import { readPostcodes, readSeedPlaces, readStations, readStops, readWards } from './sketch-read.ts'

const CITY_CENTRE: Position = [-1.4767, 52.9225]

const found = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new RangeError(`expected ${what} in the data, found nothing`)
  return value
}

/** One feature a line: small, and a change to one feature is a change to one line. */
const collection = (features: Feature[]) =>
  `{"type":"FeatureCollection","features":[\n${features.map((each) => JSON.stringify(each)).join(',\n')}\n]}\n`

const placesIn = (folder: string): PlaceFeature[] => {
  const wards = readWards(folder)
  const stops = readStops(folder)
  const stations = readStations(folder)
  const seedPlaces = readSeedPlaces(folder)
  const stopsOf = (nameOrCode: string) =>
    stops.filter((stop) => stop.name === nameOrCode || stop.code.startsWith(nameOrCode)).map((stop) => stop.position)
  return placesFrom({
    seed: (name) =>
      found(
        seedPlaces.find((place) => place.name.startsWith(name)),
        name,
      ),
    stops: (nameOrCode) => found(stopsOf(nameOrCode).length > 0 ? stopsOf(nameOrCode) : undefined, nameOrCode),
    station: (name) =>
      found(
        stations.find((station) => station.name === name),
        name,
      ).position,
    wardRing: (name) =>
      found(
        wards.find((ward) => ward.name === name),
        name,
      ).ring,
  })
}

/** The text of every file of this folder, by its name, from the folder of the shared Derby data. */
export const derbyFiles = (folder: string): Record<string, string> => {
  const places = placesIn(folder)
  const basemap = basemapFrom(readWards(folder), readStops(folder), readStations(folder))
  const localities = basemap.flatMap(({ properties, geometry }) =>
    properties.kind === 'place_label' && geometry.type === 'Point' ? [geometry.coordinates as Position] : [],
  )
  const centres = [CITY_CENTRE, ...places.map((place) => centreOf(place.geometry.coordinates[0] as Position[]))]
  return {
    'sketch-basemap.geojson': collection(basemap),
    'places.geojson': collection(places),
    'areas.geojson': collection(areasFrom(readWards(folder))),
    'postcodes.csv': postcodesNear(readPostcodes(folder), centres, localities),
  }
}
