import { underRole } from '../access/under-role.ts'
import type { Db } from '../db.ts'
import type { Secrets } from '../secrets.ts'
import { verifyLog, type LogVerdict } from './verify-log.ts'

export const AUDIT_USAGE = 'audit verify'

/** True where the words after `audit` make sense. */
export const isAuditCommand = (words: readonly string[]): boolean => words.length === 1 && words[0] === 'verify'

/** Follows the whole log. Where `isWhole` is false the command ends with code 1. */
export const auditCommand = (
  { db, secrets }: { db: Db; secrets: Pick<Secrets, 'auditKey'> },
  headsFile: string,
): Promise<LogVerdict> => verifyLog(underRole(db, { role: 'scribe' }), secrets.auditKey, headsFile)

/** What the log came to, in sentences for the terminal. */
export const describeVerdict = ({ isWhole, lines, firstBreach, headFileAt }: LogVerdict): string[] => {
  const count = lines.toLocaleString('en-GB')
  return [
    isWhole
      ? `The log is whole: ${count} lines, each following from the one before.`
      : `The log is broken. ${firstBreach} Up to there ${count} lines follow one from another.`,
    headFileAt === null
      ? 'No head was kept outside the database yet, so a cut tail would not show.'
      : `The head was last kept outside the database at ${headFileAt}.`,
  ]
}
