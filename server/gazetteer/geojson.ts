import { z } from 'zod'
import { unprocessable } from '../errors.ts'
import { AreaGeometry } from '../shared-schema.ts'

/** One feature of a GeoJSON file, unjudged. `item` counts from 1. */
export interface Feature {
  item: number
  id: string | number | null
  name: string | null
  properties: Record<string, unknown>
  geometry: unknown
}

const Collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()), crs: z.unknown() })
const LooseFeature = z.object({
  type: z.literal('Feature'),
  id: z.union([z.string(), z.number()]).nullish(),
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: z.unknown(),
})

/** The features of a GeoJSON file (RFC 7946), as text or parsed. Throws a 422 problem where it is not one, or not in WGS84. */
export const readFeatures = (geojson: unknown): Feature[] => {
  const collection = Collection.partial({ crs: true }).safeParse(
    typeof geojson === 'string' ? parseJson(geojson) : geojson,
  )
  if (!collection.success) throw unreadable('Send a GeoJSON FeatureCollection.')
  const { crs, features } = collection.data
  if (crs !== undefined && crs !== null && !isWgs84(crs))
    throw unreadable('The file names a coordinate system of its own. Save it as WGS84 (longitude, latitude), RFC 7946.')

  return features.map((feature, index) => {
    const loose = LooseFeature.safeParse(feature).data
    const name = loose?.properties?.name
    return {
      item: index + 1,
      id: loose?.id ?? null,
      name: typeof name === 'string' ? name.slice(0, 120) : null,
      properties: loose?.properties ?? {},
      geometry: loose?.geometry,
    }
  })
}

/** The coordinate system of older GeoJSON files, by its name: `urn:ogc:def:crs:OGC:1.3:CRS84`. */
const NamedCrs = z.object({ properties: z.object({ name: z.string() }) })
const isWgs84 = (crs: unknown) => /CRS:?84$/.test(NamedCrs.safeParse(crs).data?.properties.name ?? '')

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw unreadable('The file is not well-formed JSON. Save it again as GeoJSON.')
  }
}

const unreadable = (detail: string) => unprocessable('geojson-unreadable', 'The file cannot be read', detail)

/** A feature's polygon, heights dropped. Throws a 422 problem where it is none. */
export const polygonOf = ({ geometry }: Feature): AreaGeometry => {
  const result = AreaGeometry.safeParse(withoutHeights(geometry))
  if (result.success) return result.data
  throw unprocessable(
    'geometry-refused',
    'The geometry cannot be taken',
    'It needs a Polygon or MultiPolygon whose rings have at least four positions of longitude and latitude.',
  )
}

const withoutHeights = (geometry: unknown) => {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown }
  return { type, coordinates: flatPositions(coordinates) }
}

// A polygon's positions lie four arrays deep at most; what is nested deeper is no geometry, and is left for the schema to refuse.
const flatPositions = (value: unknown, depth = 0): unknown => {
  if (!Array.isArray(value) || depth > 4) return value
  if (typeof value[0] === 'number') return value.slice(0, 2)
  return value.map((inner) => flatPositions(inner, depth + 1))
}

/** What a schema says against a feature's properties, in one sentence. */
export const propertiesRefused = (error: z.ZodError) => {
  const [issue] = error.issues
  return unprocessable(
    'properties-refused',
    'The properties cannot be taken',
    `${issue?.path.join('.') || 'properties'}: ${issue?.message ?? 'not as expected'}`,
  )
}

/** The properties that hold something, of those that are asked for. */
export const pick = (properties: Record<string, unknown>, names: readonly string[]) =>
  Object.fromEntries(names.flatMap((name) => (properties[name] == null ? [] : [[name, properties[name]]])))
