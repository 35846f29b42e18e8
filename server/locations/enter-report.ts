import { createHash, randomBytes } from 'node:crypto'
import type { Person } from '../access/person.ts'
import type { Db } from '../db.ts'
import { invalidBody } from '../errors.ts'
import type { Secrets } from '../secrets.ts'
import { readObservedTimes } from './observed-times.ts'
import type { Report, ReportInput } from './schema.ts'
import * as store from './store.ts'
import { atPlace, atPoint, byWords } from './whereabouts.ts'

/**
 * Takes one report by hand, with the child's reference in place of the case number. It stands where the click, the place or words that
 * the gazetteer knows put it; other words wait in the queue. Throws a 422 problem that points at what cannot be.
 * @param now milliseconds since 1970, by the real clock
 * @param by who enters it: the report is their agency's
 */
export const enterReport = async (
  db: Db,
  secrets: Pick<Secrets, 'hashSourceId'>,
  input: ReportInput,
  now: number,
  by: Pick<Person, 'id' | 'agency'>,
): Promise<Report> => {
  refuseUnclearPlace(input)
  const times = readObservedTimes(input, now)
  return db.transaction(async (tx) => {
    await store.lockPublishing(tx, {})
    const where = await whereOf(tx, input)
    const child = input.childSourceId
      ? await store.childOfSource(tx, { sourceHmac: secrets.hashSourceId('child', input.childSourceId) })
      : undefined

    const { id } = (await store.insertReport(tx, {
      reportRef: `HAND-${randomBytes(6).toString('hex').toUpperCase()}`,
      childId: child?.id ?? null,
      basis: input.basis,
      ...times,
      placeName: input.placeName ?? null,
      placeCategory: input.placeCategory ?? null,
      postcode: null,
      ...(where ?? NOWHERE),
      isPlacedByHand: where !== null,
      accuracyMetres: input.accuracyMetres ?? null,
      isPrivateAddress: input.isPrivateAddress,
      foundOnPatrol: input.foundOnPatrol,
      sourceType: input.sourceType ?? null,
      concerns: [...new Set(input.concerns)].sort(),
      narrative: input.narrative || null,
      rowHash: hashOf(input),
      enteredBy: by.id,
      controllerAgency: by.agency,
    }))!
    await store.assignPlaces(tx, { reportIds: [id] })
    await store.suggestDuplicates(tx, { reportIds: [id] })
    return (await store.reportsById(tx, { ids: [id] }))[0]!
  })
}

/** No file brings this report again; its row still says what was typed, the case number aside. */
const hashOf = ({ childSourceId: _child, ...said }: ReportInput) =>
  createHash('sha256').update(JSON.stringify(said)).digest()

const NOWHERE = { easting: null, northing: null, placeMethod: null, namedPlaceId: null }

const refuseUnclearPlace = ({ point, placeId, placeName }: ReportInput) => {
  if (point && placeId)
    throw invalidBody([{ pointer: '/placeId', detail: 'Give a place or a point on the map, not both.' }])
  if (!point && !placeId && !placeName)
    throw invalidBody([
      { pointer: '/placeName', detail: 'Say where it was: on the map, as a place, or in the words you were given.' },
    ])
}

const whereOf = async (tx: Db, { point, placeId, placeName, isPrivateAddress }: ReportInput) => {
  if (point) return atPoint(point)
  if (placeId) return atPlace(tx, placeId, isPrivateAddress)
  return placeName ? byWords(tx, placeName, isPrivateAddress) : null
}
