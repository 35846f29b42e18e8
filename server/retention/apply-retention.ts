import { randomUUID } from 'node:crypto'
import { byNobody } from '../access/needs.ts'
import type { Scribe } from '../access/scribe.ts'
import type { Db } from '../db.ts'
import type { Policy } from '../settings/policy.ts'
import { cutoffsOn } from './cutoffs.ts'
import { countDue } from './due-for-deletion.ts'
import type { Retained } from './schema.ts'
import {
  deleteChildren,
  deleteEpisodes,
  deleteGroupRecords,
  deleteLines,
  deleteReadings,
  deleteRefusedRows,
  deleteReports,
  deleteSessions,
  deleteSignInLeftovers,
  dropEmptyOccurrences,
  keepLines,
  letLinesGo,
  linesDue,
  lockPublishing,
} from './store.ts'

/** What a line of the log calls them. */
const OBJECT_TYPES: Record<Retained, string> = {
  reports: 'report',
  uncorroborated: 'report',
  episodes: 'episode',
  children: 'child',
  refusedRows: 'refused row',
  groupRecords: 'group record',
  sessions: 'session',
  logLines: 'audit_line',
}

/**
 * Deletes what is due, each kind in a transaction of its own, after a line of the log that tells of it; counts of the deleted reports are
 * kept. Again on the same day it deletes nothing. @param db as its owner, over a pool @returns how many of each kind were deleted
 */
export const applyRetention = async (
  db: Db,
  scribe: Scribe,
  policy: Policy,
  today: string,
): Promise<Record<Retained, number>> => {
  const before = cutoffsOn(today, policy)
  const due = await countDue(db, policy, today)
  const requestId = randomUUID()
  const tell = (kind: Retained, details: Record<string, unknown>) =>
    scribe.write({
      ...byNobody('command line'),
      action: 'erasure',
      objectType: OBJECT_TYPES[kind],
      objectId: null,
      requestId,
      details: { kind, ...details },
    })

  /** The line first: a deletion that nothing tells of cannot be. */
  const erase = async (kind: Retained, work: (tx: Db) => Promise<number>): Promise<number> => {
    if (due[kind] === 0) return 0
    await tell(kind, { count: due[kind] })
    return db.transaction(async (tx) => {
      await lockPublishing(tx, {})
      return work(tx)
    })
  }
  const eraseReports = (cutoff: string, isUncorroborated: boolean) => async (tx: Db) => {
    const deleted = await deleteReports(tx, { before: cutoff, isUncorroborated })
    await dropEmptyOccurrences(tx, {})
    return deleted
  }

  return {
    reports: await erase('reports', eraseReports(before.reports, false)),
    uncorroborated: await erase('uncorroborated', eraseReports(before.uncorroborated, true)),
    episodes: await erase('episodes', (tx) => deleteEpisodes(tx, { before: before.reports })),
    children: await erase('children', (tx) => deleteChildren(tx, { before: before.children })),
    refusedRows: await erase('refusedRows', (tx) => deleteRefusedRows(tx, { before: before.reports })),
    groupRecords: await erase(
      'groupRecords',
      async (tx) => (await deleteGroupRecords(tx, { before: before.groupRecords })).length,
    ),
    sessions: await erase('sessions', (tx) => deleteSessions(tx, {})),
    logLines: await eraseLines(db, before.lines, tell),
  }
}

/** Half-done sign-ins, and which lines of the log were used to read: of no use after a day, and nothing of a person. */
export const sweepLeftovers = (db: Db): Promise<void> =>
  db.transaction(async (tx) => {
    await deleteSignInLeftovers(tx, {})
    await deleteReadings(tx, {})
  })

const eraseLines = async (
  db: Db,
  before: string,
  tell: (kind: 'logLines', details: Record<string, unknown>) => Promise<number>,
): Promise<number> => {
  const { throughSeq, hash, count } = (await linesDue(db, { before }))!
  if (throughSeq === null || count === 0) return 0
  // What makes the shorter chain a whole one (audit/verify-log.ts).
  await tell('logLines', { count, throughSeq, hash })
  return db.transaction(async (tx) => {
    await letLinesGo(tx, {})
    const deleted = await deleteLines(tx, { throughSeq })
    await keepLines(tx, {})
    return deleted
  })
}
