import { openScribe } from '../access/scribe.ts'
import type { Db } from '../db.ts'
import type { Secrets } from '../secrets.ts'
import { readPolicy } from '../settings/read-policy.ts'
import { applyRetention, sweepLeftovers } from './apply-retention.ts'
import { countDue } from './due-for-deletion.ts'
import { RETAINED, type Retained } from './schema.ts'

export const RETENTION_USAGE = 'retention --dry-run|--apply'

export interface RetentionCommandAnswer {
  isApplied: boolean
  counts: Record<Retained, number>
}

/** What `retention` was asked for; undefined where the words make no sense. */
export const readRetentionArguments = (words: readonly string[]): { isApplied: boolean } | undefined => {
  if (words.length !== 1) return undefined
  if (words[0] === '--dry-run') return { isApplied: false }
  return words[0] === '--apply' ? { isApplied: true } : undefined
}

/** Deletes what is due, or only counts it. @param db as its owner @param today YYYY-MM-DD, Europe/London */
export const retentionCommand = async (
  { db, secrets }: { db: Db; secrets: Pick<Secrets, 'auditKey'> },
  { isApplied }: { isApplied: boolean },
  today: string,
): Promise<RetentionCommandAnswer> => {
  const policy = await readPolicy(db)
  if (!isApplied) return { isApplied, counts: await countDue(db, policy, today) }
  const counts = await applyRetention(db, openScribe(db, secrets.auditKey), policy, today)
  await sweepLeftovers(db)
  return { isApplied, counts }
}

const NAMES: Record<Retained, string> = {
  reports: 'location reports',
  uncorroborated: 'reports that are only suspected, or graded D or E',
  episodes: 'episodes',
  children: 'children of whom nothing is left',
  refusedRows: 'refused rows of files',
  groupRecords: 'meetings, actions, plans, referrals and patrols that are over',
  sessions: 'ended sessions',
  logLines: 'lines of the access log',
}

/** What was deleted, or would be, in sentences for the terminal. */
export const describeRetention = ({ isApplied, counts }: RetentionCommandAnswer): string[] => [
  isApplied ? 'Deleted:' : 'Due for deletion (nothing was deleted; --apply deletes it):',
  ...RETAINED.map((kind) => `  ${counts[kind].toLocaleString('en-GB')} ${NAMES[kind]}`),
]
