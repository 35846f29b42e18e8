import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Feature, FeatureCollection, Point, LineString, Polygon } from 'geojson'
import type { AreaProperties } from '../../data/derby/sketch-neighbourhoods.ts'
import type { PlaceProperties } from '../../data/derby/sketch-places.ts'

const folder = new URL('../../data/derby/', import.meta.url)

/** The text of a file of the demo's geography, as it is in the tree. */
export const textOf = (name: string) => readFileSync(new URL(name, folder), 'utf8')

const features = <F extends Feature>(name: string) => (JSON.parse(textOf(name)) as FeatureCollection).features as F[]

export const areas = features<Feature<Polygon, AreaProperties>>('areas.geojson')
export const places = features<Feature<Polygon, PlaceProperties>>('places.geojson')
export const basemap =
  features<
    Feature<Point | LineString | Polygon, { kind: string; name: string; source: string; [more: string]: unknown }>
  >('sketch-basemap.geojson')

export const areasOf = (kind: AreaProperties['kind']) => areas.filter((area) => area.properties.kind === kind)
export const [city] = areasOf('partnership')

/** The shared data, which a fresh clone does not have. */
export const sharedDerby = fileURLToPath(new URL('../../../shared/data/derby', import.meta.url))
export const hasSharedDerby = existsSync(sharedDerby)
