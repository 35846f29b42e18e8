import { underRole } from '../access/under-role.ts'
import type { Db } from '../db.ts'
import type { Policy } from '../settings/policy.ts'
import { cutoffsOn, inThreeMonths } from './cutoffs.ts'
import { RETAINED, type Retained, type RetentionDue } from './schema.ts'
import {
  childrenDue,
  episodesDue,
  groupRecordsDue,
  linesDue,
  refusedRowsDue,
  reportsDue,
  sessionsDue,
} from './store.ts'

/**
 * What is due for deletion today and what falls due within three months, in counts. A report that is due as suspected and as old counts as
 * old, as it is deleted. @param db as its owner, over a pool: each count is taken under the role that may see it
 */
export const dueForDeletion = async (db: Db, policy: Policy, today: string): Promise<RetentionDue[]> => {
  const now = await countDue(db, policy, today)
  const later = await countDue(db, policy, inThreeMonths(today))
  return RETAINED.map((kind) => ({
    kind,
    months: monthsOf(kind, policy),
    now: now[kind],
    // Sessions go by the clock on the wall: what there will be nobody knows.
    inThreeMonths: Math.max(0, later[kind] - now[kind]),
  }))
}

export const countDue = async (db: Db, policy: Policy, day: string): Promise<Record<Retained, number>> => {
  const before = cutoffsOn(day, policy)
  const cases = await underRole(db, { role: 'intake' }).transaction(async (tx) => ({
    reports: await reportsDue(tx, { before: before.reports, isUncorroborated: false }),
    uncorroborated: await reportsDue(tx, { before: before.uncorroborated, isUncorroborated: true }),
    both: await reportsDue(tx, { before: before.reports, isUncorroborated: true }),
    episodes: await episodesDue(tx, { before: before.reports }),
    children: await childrenDue(tx, {
      before: before.children,
      episodesBefore: before.reports,
      uncorroboratedBefore: before.uncorroborated,
    }),
    refusedRows: await refusedRowsDue(tx, { before: before.reports }),
    groupRecords: await groupRecordsDue(tx, { before: before.groupRecords }),
  }))
  const sessions = await sessionsDue(underRole(db, { role: 'entry' }), {})
  const lines = await linesDue(underRole(db, { role: 'scribe' }), { before: before.lines })
  return {
    reports: cases.reports!.count,
    uncorroborated: cases.uncorroborated!.count - cases.both!.count,
    episodes: cases.episodes!.count,
    children: cases.children!.count,
    refusedRows: cases.refusedRows!.count,
    groupRecords: cases.groupRecords!.count,
    sessions: sessions!.count,
    logLines: lines!.count,
  }
}

const monthsOf = (kind: Retained, policy: Policy): number | null => {
  switch (kind) {
    case 'uncorroborated':
      return Math.min(policy.retainSuspectedMonths, policy.retainReportMonths)
    case 'children':
      return policy.retainChildMonths
    case 'groupRecords':
      return policy.retainMeetingMonths
    case 'logLines':
      return policy.retainLogMonths
    case 'sessions':
      return null
    default:
      return policy.retainReportMonths
  }
}
