import type { Db } from '../db.ts'
import { unprocessable } from '../errors.ts'
import { pick, polygonOf, propertiesRefused, readFeatures, type Feature } from '../gazetteer/geojson.ts'
import { comparedName } from '../gazetteer/name.ts'
import type { GazetteerImport } from '../gazetteer/schema.ts'
import { emptyTally, keepItem, type Outcome } from '../gazetteer/tally.ts'
import { wrongValue } from '../wrong-value.ts'
import { refuseFault } from './geometry-fault.ts'
import { PointGeometry, ProtectedSettingInput, type SettingGeometry } from './schema.ts'
import { addSetting, changeSetting, settingByRef } from './store.ts'

const MOST_SETTINGS = 5000

/**
 * Takes the settings of a GeoJSON file (text), points or polygons in WGS84 with the properties kind, name and ref, each in a savepoint of
 * its own. The same file twice changes nothing. @throws a 422 problem where the file cannot be read at all
 */
export const importSettings = async (db: Db, geojson: unknown): Promise<GazetteerImport> => {
  const features = readFeatures(geojson)
  if (features.length > MOST_SETTINGS)
    throw unprocessable('too-many', 'There are too many settings in the file', 'Send at most 5,000 settings at once.')

  const tally = emptyTally()
  const seen = new Set<string>()
  for (const feature of features) {
    await keepItem(tally, feature, () => {
      const input = settingOf(feature)
      return db.transaction((inner) => importSetting(inner, { ...input, ref: onceInFile(seen, refOf(feature, input)) }))
    })
  }
  return tally
}

/** Adds one setting. @throws a 422 problem where it cannot be there */
export const keepSetting = async (db: Db, input: ProtectedSettingInput): Promise<string> => {
  refuseFault(input.geometry)
  const added = await addSetting(db, { ...input, geometry: JSON.stringify(input.geometry) })
  return added!.id
}

const importSetting = async (db: Db, input: ProtectedSettingInput & { ref: string }): Promise<Outcome> => {
  refuseFault(input.geometry)
  const kept = { ...input, geometry: JSON.stringify(input.geometry) }
  const known = await settingByRef(db, kept)
  if (!known) {
    await addSetting(db, kept)
    return 'added'
  }
  if (known.isSame) return 'unchanged'
  await changeSetting(db, { ...kept, id: known.id })
  return 'changed'
}

const settingOf = (feature: Feature): ProtectedSettingInput => {
  const properties = pick(feature.properties, ['kind', 'name'])
  const result = ProtectedSettingInput.safeParse(
    { ...properties, geometry: geometryOf(feature) },
    { error: wrongValue },
  )
  if (result.success) return result.data
  throw propertiesRefused(result.error)
}

const geometryOf = (feature: Feature): SettingGeometry => {
  const { type, coordinates } = (feature.geometry ?? {}) as { type?: unknown; coordinates?: unknown }
  if (type !== 'Point') return polygonOf(feature)
  const point = PointGeometry.safeParse({
    type,
    coordinates: Array.isArray(coordinates) ? coordinates.slice(0, 2) : null,
  })
  if (point.success) return point.data
  throw unprocessable('geometry-refused', 'The geometry cannot be taken', 'A point needs a longitude and a latitude.')
}

const refOf = ({ properties: { ref }, id }: Feature, { kind, name }: ProtectedSettingInput) => {
  if ((typeof ref === 'string' && ref.trim()) || typeof ref === 'number') return String(ref).trim().slice(0, 200)
  return id === null ? `name:${kind}:${comparedName(name)}` : `id:${String(id).slice(0, 190)}`
}

const onceInFile = (seen: Set<string>, ref: string) => {
  if (seen.has(ref))
    throw unprocessable('twice-in-file', 'It stands twice in the file', `${ref} stands in the file already.`)
  seen.add(ref)
  return ref
}
