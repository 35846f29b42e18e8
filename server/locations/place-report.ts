import type { Db } from '../db.ts'
import { changedMeanwhile, conflict, invalidBody, notFound } from '../errors.ts'
import { comparedName } from '../gazetteer/name.ts'
import type { Placement, PlacementAnswer, Report } from './schema.ts'
import * as store from './store.ts'
import type { ReportToPlace } from './store.ts'
import { atPlace, atPoint, type Whereabouts } from './whereabouts.ts'
import type { z } from 'zod'

type Given = z.output<typeof Placement>

/**
 * Puts a report where a person says it was, and keeps what it was. `alsoSameName` takes every waiting report along that uses the same words,
 * and remembers the words as a name of the place. A report that its own file placed stays where that put it (409).
 */
export const placeReport = async (db: Db, id: string, placement: Given): Promise<z.infer<typeof PlacementAnswer>> => {
  let placedAlso = 0
  const report = await onReport(db, id, placement.version, async (tx, before) => {
    if (before.isPlaced && !before.isPlacedByHand) throw alreadyPlaced()
    const where = await whereOf(tx, placement, before)
    const others = placement.alsoSameName ? await sameWords(tx, before, where) : []
    placedAlso = others.length

    const reportIds = [id, ...others]
    await store.keepReportRevisions(tx, { reportIds, change: 'placed' })
    await store.placeReports(tx, { reportIds, ...where })
    await store.assignPlaces(tx, { reportIds })
    await store.dropWaitingPairs(tx, { reportIds })
    await store.suggestDuplicates(tx, { reportIds })
  })
  return { report, placedAlso }
}

/** Takes a report that nobody can place out of the queue, with the reason. */
export const setReportAside = (db: Db, id: string, version: number, reason: string): Promise<Report> =>
  onReport(db, id, version, async (tx, before) => {
    if (before.isPlaced)
      throw conflict('already-placed', 'The report has a place', 'Only a report that waits is set aside.')
    await store.keepReportRevisions(tx, { reportIds: [id], change: 'set_aside' })
    await store.setAside(tx, { id, reason })
  })

/** Takes back a placing by hand or a setting aside: the report waits again. */
export const returnReportToQueue = (db: Db, id: string, version: number): Promise<Report> =>
  onReport(db, id, version, async (tx, before) => {
    if (before.isPlaced && !before.isPlacedByHand) throw alreadyPlaced()
    if (!before.isPlaced && !before.isSetAside)
      throw conflict('already-waiting', 'The report waits already', 'There is nothing to take back.')
    await store.keepReportRevisions(tx, { reportIds: [id], change: before.isPlaced ? 'placed' : 'set_aside' })
    await store.returnToQueue(tx, { id })
    await store.dropWaitingPairs(tx, { reportIds: [id] })
  })

const alreadyPlaced = () =>
  conflict(
    'already-placed',
    'The report has a place of its own',
    'It was placed by what its file says. Mend the row in the file and load it again.',
  )

const onReport = (
  db: Db,
  id: string,
  version: number,
  work: (tx: Db, before: ReportToPlace) => Promise<void>,
): Promise<Report> =>
  db.transaction(async (tx) => {
    await store.lockPublishing(tx, {})
    const before = await store.reportToPlace(tx, { id })
    if (!before) throw notFound('That report')
    if (before.version !== version) throw changedMeanwhile('The report')

    await work(tx, before)
    return (await store.reportsById(tx, { ids: [id] }))[0]!
  })

const whereOf = async (tx: Db, { point, placeId }: Given, { isPrivateAddress }: ReportToPlace) => {
  if (point && placeId === undefined) return atPoint(point)
  if (placeId && point === undefined) return atPlace(tx, placeId, isPrivateAddress)
  throw invalidBody([{ pointer: '/placeId', detail: 'Give a place or a point on the map: one of the two.' }])
}

/** The other waiting reports with the same words; the words become a name of the place. */
const sameWords = async (tx: Db, { id, placeName }: ReportToPlace, { namedPlaceId }: Whereabouts) => {
  const name = comparedName(placeName ?? '')
  if (!namedPlaceId || !name)
    throw invalidBody([
      {
        pointer: '/alsoSameName',
        detail: 'That needs a report that has words for its place, and a named place for them.',
      },
    ])
  const other = (await store.placesCalled(tx, { comparedName: name })).find(({ placeId }) => placeId !== namedPlaceId)
  if (other)
    throw conflict(
      'name-taken',
      'Another place goes by these words',
      `“${placeName}” is already a name of ${other.name}. Place these reports one by one.`,
    )

  await store.rememberName(tx, { placeId: namedPlaceId, name: placeName!.trim().slice(0, 120), comparedName: name })
  const words = (await store.waitingWords(tx, {})).map((waiting) => waiting.words)
  const same = words.filter((written) => comparedName(written) === name)
  return (await store.waitingWithWords(tx, { words: same, exceptId: id })).map((report) => report.id)
}
