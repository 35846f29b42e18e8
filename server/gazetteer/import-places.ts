import type { Db } from '../db.ts'
import { unprocessable } from '../errors.ts'
import { pick, polygonOf, propertiesRefused, readFeatures, type Feature } from './geojson.ts'
import { changePlace, createPlace } from './keep-place.ts'
import { comparedName } from './name.ts'
import { PlaceInput, type GazetteerImport } from './schema.ts'
import { placeBySource, placesById } from './store.ts'
import { emptyTally, keepItem, type Outcome } from './tally.ts'

const PROPERTIES = [
  'name',
  'alternativeNames',
  'category',
  'seedGroup',
  'positionAccuracyMetres',
  'positionNote',
  'source',
]

/**
 * Takes the places of a GeoJSON file (text or parsed), each in a transaction of its own. The same file twice changes nothing;
 * a changed one changes what no person has changed since. Throws a 422 problem where the file cannot be read at all.
 */
export const importPlaces = async (db: Db, geojson: unknown): Promise<GazetteerImport> => {
  const tally = emptyTally()
  const seen = new Set<string>()
  for (const feature of readFeatures(geojson)) {
    await keepItem(tally, feature, () => {
      const input = placeOf(feature)
      return importPlace(db, input, onceInFile(seen, sourceRefOf(feature, input.name)))
    })
  }
  return tally
}

/** Takes one place that a source calls `sourceRef`: adds it, or changes what differs. Names that people added stay. */
export const importPlace = async (db: Db, input: PlaceInput, sourceRef: string): Promise<Outcome> => {
  const known = await placeBySource(db, { sourceRef })
  const [place] = known ? await placesById(db, { ids: [known.id] }) : []
  if (!place) {
    await createPlace(db, input, sourceRef)
    return 'added'
  }
  const alternativeNames = otherNames(input, [place.name, ...place.alternativeNames])
  const after = await changePlace(db, place.id, { ...input, alternativeNames, version: place.version }, 'file')
  return after.version === place.version ? 'unchanged' : 'changed'
}

const otherNames = ({ name, alternativeNames }: PlaceInput, kept: string[]) => {
  const byCompared = new Map([[comparedName(name), name]])
  for (const other of [...alternativeNames, ...kept])
    if (!byCompared.has(comparedName(other))) byCompared.set(comparedName(other), other)
  return [...byCompared.values()].slice(1)
}

const placeOf = (feature: Feature): PlaceInput => {
  const geometry = polygonOf(feature)
  const properties = { source: 'loaded from a file', ...pick(feature.properties, PROPERTIES) }
  const result = PlaceInput.safeParse({ ...properties, geometry })
  if (result.success) return result.data
  throw propertiesRefused(result.error)
}

const sourceRefOf = ({ properties: { sourceRef }, id }: Feature, name: string) => {
  if (typeof sourceRef === 'string' && sourceRef.trim()) return sourceRef.trim().slice(0, 200)
  return id === null ? `name:${comparedName(name)}` : `id:${String(id).slice(0, 200)}`
}

const onceInFile = (seen: Set<string>, sourceRef: string) => {
  if (seen.has(sourceRef))
    throw unprocessable('twice-in-file', 'It stands twice in the file', `${sourceRef} stands in the file already.`)
  seen.add(sourceRef)
  return sourceRef
}
