import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashOf } from '../../server/access/chain.ts'
import { openScribe } from '../../server/access/scribe.ts'
import { chunkOfLog } from '../../server/audit/store.ts'
import { verifyLog } from '../../server/audit/verify-log.ts'
import type { Db } from '../../server/db.ts'
import { retentionCommand } from '../../server/retention/command.ts'
import { openOwnDatabase, type OwnDatabase } from '../audit/own-database.ts'

const KEY = new Uint8Array(32).fill(3)

let database: OwnDatabase
let db: Db
beforeAll(async () => {
  database = await openOwnDatabase()
  db = database.db
})
afterAll(() => database.stop())

/** Lines as they would stand had the clock been there: chained with the key. */
const writeAt = async (times: string[]) => {
  const scribe = openScribe(db, KEY)
  const line = { personId: null, username: 'someone', role: null, agency: null, objectType: 'report', objectId: null }
  for (const _ of times)
    await scribe.write({
      ...line,
      action: 'consultation',
      reasonCode: null,
      reasonWords: null,
      requestId: randomUUID(),
    })
  const lines = await chunkOfLog(db, { after: 0, limit: 100, onlyErasures: false })
  await db.query('alter table audit_line disable trigger all')
  let previousHash = lines[0]!.previousHash
  for (const [index, one] of lines.entries()) {
    const at = times[index]!
    const hash = hashOf(KEY, { ...one, at }, previousHash)
    await db.query('update audit_line set at = $2, previous_hash = $3, hash = $4 where seq = $1', [
      one.seq,
      at,
      previousHash,
      hash,
    ])
    previousHash = hash
  }
  await db.query('alter table audit_line enable trigger all')
}

test('lines older than their period go from the beginning of the log, and the log stays whole', async () => {
  await writeAt([
    '2016-01-01T00:00:00.000000Z',
    '2016-01-02T00:00:00.000000Z',
    '2018-01-01T00:00:00.000000Z',
    // By a clock that had been set back: it stands behind a younger one, and waits for it.
    '2016-06-01T00:00:00.000000Z',
    '2023-01-01T00:00:00.000000Z',
  ])
  await db.query('insert into reading (line, opened_in) values (1, pg_current_xact_id()), (5, pg_current_xact_id())')
  expect(await verifyLog(db, KEY, null)).toMatchObject({ isWhole: true, lines: 5 })
  const given = { db, secrets: { auditKey: Buffer.from(KEY) } }

  const planned = await retentionCommand(given, { isApplied: false }, '2023-07-11')
  expect(planned).toMatchObject({ isApplied: false, counts: { logLines: 2 } })
  expect(await verifyLog(db, KEY, null)).toMatchObject({ isWhole: true, lines: 5 })

  expect(await retentionCommand(given, { isApplied: true }, '2023-07-11')).toMatchObject({ counts: { logLines: 2 } })
  const { rows } = await db.query<{ seq: number; action: string; details: unknown }>(
    'select seq, action, details::jsonb from audit_line order by seq',
  )
  expect(rows.map(({ seq }) => seq)).toEqual([3, 4, 5, 6])
  expect(rows.at(-1)).toMatchObject({ action: 'erasure', details: { kind: 'logLines', count: 2, throughSeq: 2 } })
  expect(await verifyLog(db, KEY, null)).toMatchObject({ isWhole: true, lines: 4, firstBreach: null })
  expect((await db.query('select from reading')).rowCount).toBe(0)

  expect(await retentionCommand(given, { isApplied: true }, '2023-07-11')).toMatchObject({ counts: { logLines: 0 } })
  await expect(db.query('delete from audit_line')).rejects.toMatchObject({ code: '42501' })
})

test('the last line always stays', async () => {
  await retentionCommand({ db, secrets: { auditKey: Buffer.from(KEY) } }, { isApplied: true }, '2099-01-01')
  expect(await verifyLog(db, KEY, null)).toMatchObject({ isWhole: true })
  expect((await db.query('select from audit_line')).rowCount).toBe(2)
})

test('of sessions that no limit leaves alive each person’s last one stays', async () => {
  await db.query(`insert into person (username, name, role, agency) values ('pat', 'Pat', 'coordinator', 'Council')`)
  await db.query(`insert into session (digest, person_id, way, created_at)
    select sha256(days::text::bytea), person.id, 'password', now() - make_interval(days => days) from person, generate_series(2, 4) as days`)

  await retentionCommand({ db, secrets: { auditKey: Buffer.from(KEY) } }, { isApplied: true }, '2023-07-11')
  const { rows } = await db.query<{ days: number }>(
    `select round(extract(epoch from now() - created_at) / 86400)::int as days from session`,
  )
  expect(rows).toEqual([{ days: 2 }])
})
