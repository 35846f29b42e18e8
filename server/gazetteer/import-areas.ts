import { z } from 'zod'
import { query, queryOne, execute, type Db } from '../db.ts'
import { pick, polygonOf, propertiesRefused, readFeatures, type Feature } from './geojson.ts'
import { refuseFaultyOutline } from './keep-place.ts'
import { AREA_LIMITS } from './outline.ts'
import { AREA_KINDS, AreaKind, type GazetteerImport } from './schema.ts'
import { assignPlaces, lockPlaces } from './store.ts'
import { emptyTally, keepItem, type Outcome } from './tally.ts'

/** What holds for every area of a file that does not say so itself. */
export interface AreaDefaults {
  kind?: z.infer<typeof AreaKind> | undefined
  source?: string | undefined
}

const AreaProperties = z.object({
  kind: z.enum(AREA_KINDS, `say which kind of area it is: ${AREA_KINDS.join(', ')}`),
  code: z
    .union([z.string(), z.number()], 'give the area its code')
    .transform((code) => String(code).trim())
    .pipe(z.string().min(1, 'give the area its code').max(50, 'a code has at most 50 characters')),
  name: z
    .string('give the area a name')
    .trim()
    .min(1, 'give the area a name')
    .max(200, 'a name has at most 200 characters'),
  invented: z.boolean('say true or false').default(false),
  source: z.string().trim().max(500).default('loaded from a file'),
})

interface AreaValues {
  kind: string
  code: string
  name: string
  isInvented: boolean
  source: string
  geometry: string
}

const areaByCode = queryOne<AreaValues, { id: string; isSame: boolean }>('gazetteer/area-by-code')
const putArea = execute<AreaValues>('gazetteer/put-area')
const placedReports = query<object, { id: string }>('gazetteer/placed-reports')

/**
 * Takes the areas of a GeoJSON file (text or parsed) in one transaction: by kind and code, so that the same file twice changes nothing.
 * Where the partnership's own area changes, which reports lie in it is set again. Understands the `WD13CD`/`WD13NM` names of the
 * Office for National Statistics. Throws a 422 problem where the file cannot be read at all.
 */
export const importAreas = async (db: Db, geojson: unknown, defaults: AreaDefaults = {}): Promise<GazetteerImport> => {
  const features = readFeatures(geojson)
  return db.transaction(async (tx) => {
    await lockPlaces(tx, {})
    const tally = emptyTally()
    let isPartnershipChanged = false
    for (const feature of features) {
      const properties = propertiesOf(feature, defaults)
      const name = typeof properties.name === 'string' ? properties.name.slice(0, 120) : null
      await keepItem(tally, { item: feature.item, name }, async () => {
        const area = areaOf(feature, properties)
        const outcome = await tx.transaction((inner) => importArea(inner, feature, area))
        if (area.kind === 'partnership' && outcome !== 'unchanged') isPartnershipChanged = true
        return outcome
      })
    }
    if (isPartnershipChanged)
      await assignPlaces(tx, { reportIds: (await placedReports(tx, {})).map((report) => report.id) })
    return tally
  })
}

const importArea = async (tx: Db, feature: Feature, area: AreaValues): Promise<Outcome> => {
  await refuseFaultyOutline(tx, polygonOf(feature), AREA_LIMITS)
  const known = await areaByCode(tx, area)
  if (known?.isSame) return 'unchanged'
  await putArea(tx, area)
  return known ? 'changed' : 'added'
}

const areaOf = (feature: Feature, properties: Record<string, unknown>): AreaValues => {
  const geometry = JSON.stringify(polygonOf(feature))
  const result = AreaProperties.safeParse(properties)
  if (!result.success) throw propertiesRefused(result.error)
  const { invented: isInvented, ...values } = result.data
  return { ...values, isInvented, geometry }
}

const propertiesOf = ({ properties }: Feature, { kind, source }: AreaDefaults): Record<string, unknown> => ({
  ...(kind && { kind }),
  ...(source && { source }),
  ...officeNames(properties),
  ...pick(properties, ['kind', 'code', 'name', 'invented', 'source']),
})

/** The first `…CD` that has a `…NM` beside it: the code and the name in the files of the Office for National Statistics. */
const officeNames = (properties: Record<string, unknown>) => {
  for (const [key, code] of Object.entries(properties)) {
    const name = properties[key.replace(/CD$/, 'NM')]
    if (/^[A-Z]+\d*CD$/.test(key) && code != null && name != null) return { code, name }
  }
  return {}
}
