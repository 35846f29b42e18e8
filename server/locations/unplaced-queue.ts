import type { z } from 'zod'
import { fromTimeCursor, toCursor } from '../cursor.ts'
import type { Db } from '../db.ts'
import { comparedName } from '../gazetteer/name.ts'
import { toLongitudeLatitude } from './national-grid.ts'
import type { QueueQuery, Report, Suggestion, UnplacedList } from './schema.ts'
import * as store from './store.ts'

/** A suggestion less like the words than this is a guess at random. */
const LEAST_SIMILARITY = 0.2

/** A page of the queue: each report with the places that its words may mean, and how many other waiting reports use the same words. */
export const unplacedReports = async (
  db: Db,
  { state, limit, cursor }: z.output<typeof QueueQuery>,
): Promise<UnplacedList> => {
  const { key: afterTime, id: afterId } = fromTimeCursor(cursor)
  const isSetAside = state === 'set_aside'
  const found = await store.pageOfQueue(db, { isSetAside, afterTime, afterId, limit: limit + 1 })
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1) : undefined

  const reports = await store.reportsById(db, { ids: page.map(({ id }) => id) })
  const suggestions = await suggestionsFor(db, reports)
  const sharing = await countByName(db)
  const { waiting } = (await store.countWaiting(db, {}))!
  return {
    waiting,
    reports: reports.map((report) => {
      const name = nameOf(report)
      const sameName = (sharing.get(name) ?? 0) - (isSetAside ? 0 : 1)
      return { ...report, suggestions: suggestions.get(name) ?? [], sameName: name ? Math.max(0, sameName) : 0 }
    }),
    next: last ? toCursor(last.createdAt, last.id) : null,
  }
}

/** The words of a report as they are compared; none for a private address, which is never matched to a named place. */
const nameOf = ({ isPrivateAddress, placeName }: Report) => (isPrivateAddress ? '' : comparedName(placeName ?? ''))

const suggestionsFor = async (db: Db, reports: Report[]): Promise<Map<string, Suggestion[]>> => {
  const comparedNames = [...new Set(reports.map(nameOf))].filter(Boolean)
  const byName = new Map(comparedNames.map((name): [string, Suggestion[]] => [name, []]))
  if (comparedNames.length === 0) return byName

  for (const likely of await store.suggestPlaces(db, { comparedNames, leastSimilarity: LEAST_SIMILARITY })) {
    const { comparedName: name, easting, northing, ...place } = likely
    const { longitude, latitude } = toLongitudeLatitude(easting, northing)
    byName.get(name)?.push({ ...place, longitude: rounded(longitude), latitude: rounded(latitude) })
  }
  return byName
}

const rounded = (degrees: number) => Number(degrees.toFixed(6))

const countByName = async (db: Db) => {
  const counts = new Map<string, number>()
  for (const { words, reports } of await store.waitingWords(db, {})) {
    const name = comparedName(words)
    counts.set(name, (counts.get(name) ?? 0) + reports)
  }
  return counts
}
