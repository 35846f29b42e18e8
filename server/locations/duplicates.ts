import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { fromCursor, fromTimeCursor, toCursor } from '../cursor.ts'
import type { Db } from '../db.ts'
import { conflict, invalidBody, notFound } from '../errors.ts'
import { occurrenceGroups, regroup, type JoinedPair } from './occurrence-groups.ts'
import type { DuplicateDecision, DuplicateList, DuplicatePair, DuplicateQuery } from './schema.ts'
import * as store from './store.ts'
import type { PairIds, PairState } from './store.ts'

/** A page of pairs that may tell of one occurrence: those that wait, the oldest first, or those decided, the latest first. */
export const duplicatePairs = async (
  db: Db,
  { state, limit, cursor }: z.output<typeof DuplicateQuery>,
): Promise<DuplicateList> => {
  const { key, id: afterSecond } = fromCursor(cursor)
  const { key: afterTime, id: afterFirst } = fromTimeCursor(key ?? undefined)
  const pageOf = state === 'waiting' ? store.waitingPairs : store.decidedPairs
  const found = await pageOf(db, { afterTime, afterFirst, afterSecond, limit: limit + 1 })
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1) : undefined

  return {
    waiting: (await store.countWaitingPairs(db, {}))!.waiting,
    pairs: await describePairs(db, page),
    next: last ? toCursor(toCursor(last.at, last.firstReportId), last.secondReportId) : null,
  }
}

const describePairs = async (db: Db, pairs: readonly PairIds[]): Promise<DuplicatePair[]> => {
  const firstReportIds = pairs.map(({ firstReportId }) => firstReportId)
  const secondReportIds = pairs.map(({ secondReportId }) => secondReportId)
  const reports = await store.reportsById(db, { ids: [...new Set([...firstReportIds, ...secondReportIds])] })
  const byId = new Map(reports.map((report) => [report.id, report]))
  const described = await store.pairsById(db, { firstReportIds, secondReportIds })
  return described.map(({ firstReportId, secondReportId, state, metresApart }) => ({
    first: byId.get(firstReportId)!,
    second: byId.get(secondReportId)!,
    state,
    metresApart,
  }))
}

const STATE_OF = { join: 'joined', keep_apart: 'kept_apart', undecided: 'waiting' } as const

/**
 * Joins a pair into one occurrence, keeps it apart, or takes that back. Occurrences are what the joined pairs link, so a decision that is
 * taken back leaves what the others say. The same decision again changes nothing; another than somebody else has just made is a 409.
 */
export const decideDuplicate = (db: Db, given: z.output<typeof DuplicateDecision>): Promise<DuplicatePair> =>
  db.transaction(async (tx) => {
    await store.lockPublishing(tx, {})
    const ids = inOrder(given)
    const [pair] = await describePairs(tx, [ids])
    if (!pair) throw notFound('That pair of reports')
    const state = STATE_OF[given.decision]
    if (pair.state === state) return pair
    if (pair.state !== 'waiting' && state !== 'waiting') throw decidedMeanwhile(pair.state)

    await rearrange(tx, ids, state)
    await store.decidePair(tx, { ...ids, state })
    return (await describePairs(tx, [ids]))[0]!
  })

const inOrder = ({ firstReportId, secondReportId }: PairIds): PairIds => {
  const [first, second] = [firstReportId.toLowerCase(), secondReportId.toLowerCase()].sort() as [string, string]
  if (first === second) throw invalidBody([{ pointer: '/secondReportId', detail: 'A pair is two different reports.' }])
  return { firstReportId: first, secondReportId: second }
}

const decidedMeanwhile = (state: PairState) =>
  conflict(
    'decided-meanwhile',
    'Somebody decided this first',
    `The pair was ${state === 'joined' ? 'joined' : 'kept apart'}. Take that back first if it is wrong.`,
  )

/** Moves reports between occurrences so that they are what the joined pairs link, this pair's new state among them. */
const rearrange = async (tx: Db, { firstReportId, secondReportId }: PairIds, state: PairState) => {
  const reports = await store.reportsOfOccurrences(tx, { reportIds: [firstReportId, secondReportId] })
  const reportIds = reports.map(({ id }) => id)
  const decided = (await store.decidedAmong(tx, { reportIds })).filter(
    (other) => other.firstReportId !== firstReportId || other.secondReportId !== secondReportId,
  )
  const decisions = [...decided, { firstReportId, secondReportId, state }]
  const pairs = (wanted: PairState) => decisions.filter((one) => one.state === wanted).map(toPair)
  refuseContradiction(occurrenceGroups(reportIds, pairs('joined')), pairs('kept_apart'))

  const { moves, added } = regroup(reports, pairs('joined'), randomUUID)
  if (moves.length === 0) return
  const moved = moves.map(({ id }) => id)
  await store.keepReportRevisions(tx, { reportIds: moved, change: state === 'joined' ? 'joined' : 'separated' })
  await store.addOccurrences(tx, { ids: added })
  await store.moveToOccurrences(tx, { reportIds: moved, occurrenceIds: moves.map((move) => move.occurrenceId) })
  await store.dropEmptyOccurrences(tx, { ids: [...new Set(reports.map(({ occurrenceId }) => occurrenceId))] })
}

const toPair = ({ firstReportId, secondReportId }: PairIds): JoinedPair => [firstReportId, secondReportId]

/** Two reports that are kept apart cannot stand in one occurrence, not through a third either. */
const refuseContradiction = (groups: string[][], keptApart: JoinedPair[]) => {
  const isBroken = keptApart.some(([first, second]) =>
    groups.some((group) => group.includes(first) && group.includes(second)),
  )
  if (isBroken)
    throw conflict(
      'decisions-contradict',
      'The decisions contradict each other',
      'Two of these reports would be one occurrence through the others, and be kept apart. Take one of those decisions back first.',
    )
}
