import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { openScribe, type NewLine } from '../../server/access/scribe.ts'
import { underRole } from '../../server/access/under-role.ts'
import { keepHeads } from '../../server/audit/keep-heads.ts'
import { verifyLog } from '../../server/audit/verify-log.ts'
import type { Db } from '../../server/db.ts'
import { temporaryFolder } from '../database/support.ts'
import { openOwnDatabase, type OwnDatabase } from './own-database.ts'

export const KEY = new Uint8Array(32).fill(3)
export const OTHER_KEY = new Uint8Array(32).fill(4)

export const line = (given: Partial<NewLine> = {}): NewLine => ({
  action: 'consultation',
  personId: randomUUID(),
  username: 'someone',
  role: 'coordinator',
  agency: 'Derby City Council',
  objectType: 'report',
  objectId: randomUUID(),
  reasonCode: 'audit',
  reasonWords: 'A look',
  requestId: randomUUID(),
  details: { asked: 3 },
  ...given,
})

/** A log of this file's own, committed: before each test it has eight lines, and no head was kept. */
export const useOwnLog = () => {
  let database: OwnDatabase
  let folder: ReturnType<typeof temporaryFolder>
  const log = {
    get db(): Db {
      return database.db
    },
    get headsFile() {
      return join(folder.folder, 'audit-heads')
    },
    /** What somebody does who may write to the database: as its owner, past every trigger. */
    attack: (...statements: string[]) =>
      log.db.transaction(async (tx) => {
        await tx.query('alter table audit_line disable trigger all')
        for (const statement of statements) await tx.query(statement)
        await tx.query('alter table audit_line enable trigger all')
      }),
    write: async (count: number, given: Partial<NewLine> = {}) => {
      const scribe = openScribe(log.db, KEY)
      for (let i = 0; i < count; i++) await scribe.write(line(given))
    },
    verify: () => verifyLog(underRole(log.db, { role: 'scribe' }), KEY, log.headsFile),
    keepHead: () => keepHeads(log.db, KEY, log.headsFile)(),
  }
  beforeAll(async () => {
    database = await openOwnDatabase()
  })
  afterAll(() => database.stop())
  beforeEach(async () => {
    folder = temporaryFolder()
    await log.attack('truncate audit_line')
    await log.write(8)
  })
  afterEach(() => folder.remove())
  return log
}
