import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  backupCommand,
  describeBackup,
  describeRestore,
  readBackupArguments,
  restoreCommand,
} from '../../server/backup/command.ts'
import { checkBackup, readBackup } from '../../server/backup/backup-file.ts'
import type { Part } from '../../server/backup/parts.ts'
import { FILLED_FROM_THE_START, LEFT_OUT, readTables } from '../../server/backup/tables.ts'
import { requireSameMigrations } from '../../server/backup/target.ts'
import { writeDatabase } from '../../server/backup/write-database.ts'
import { lockFolder } from '../../server/database/folder-lock.ts'
import { openDatabase, type OpenDatabase } from '../../server/database/open.ts'
import { overPool, type Db } from '../../server/db.ts'
import { migrate } from '../../server/migrate.ts'
import { emptyDump, temporaryFolder } from '../database/support.ts'
import { contentsOf, countIn, fill, filledTables, fillPostcodes, makeVar, silent, writeKey } from './support.ts'

const WORDS = 'correct horse battery staple'

const { folder, remove } = temporaryFolder()
const source = makeVar(folder)
const file = join(folder, 'one.backup')
const keyFile = writeKey(folder, 'key', WORDS)
let filledByMigrations: string[]
let contents: Record<string, string[]>
/** Migrated, and with nothing in it. */
let spare: OpenDatabase
let empty: Db

beforeAll(async () => {
  const dump = await emptyDump()
  spare = await openDatabase({ dump })
  empty = overPool(spare.pool)
  await migrate(empty)
  filledByMigrations = await filledTables(empty)

  const database = await openDatabase({ folder: join(source.varFolder, 'data'), dump })
  const db = overPool(database.pool)
  await migrate(db)
  await fill(db, source.secrets.fingerprint)
  await fillPostcodes(db)
  contents = await contentsOf(db)
  const answer = await backupCommand({ db, kind: 'embedded', secretFile: source.secretFile }, { file, keyFile })
  expect(describeBackup(answer)[0]).toMatch(/^4,5\d\d rows of \d+ tables are in .*one\.backup/)
  await database.stop()
})

afterAll(async () => {
  await spare?.stop()
  remove()
})

/** A var folder that has the right key and no database. */
const freshVar = (name: string) => {
  const fresh = makeVar(folder, name)
  writeFileSync(fresh.secretFile, readFileSync(source.secretFile))
  return fresh
}

const restored = freshVar('restored')

test('what is restored into a fresh folder is, table for table, what was backed up', async () => {
  const answer = await restoreCommand(restored, { file, keyFile }, silent)
  expect(describeRestore(answer)[0]).toMatch(/^4,5\d\d rows .* each table is as it was/)

  const database = await openDatabase({ folder: join(restored.varFolder, 'data') })
  const db = overPool(database.pool)
  try {
    expect(await contentsOf(db)).toEqual(contents)
    expect(contents.location_report).toHaveLength(4)
    expect(contents.audit_line).toHaveLength(3)
    // What is of the moment stays behind: a session, and the numbers of transactions that may read.
    expect([await countIn(db, 'session'), await countIn(db, 'reading')]).toEqual([0, 0])
    // The next number is the one that was next, though the last rows before it had been deleted.
    const { rows } = await db.query(
      `insert into policy_setting_change (name, value, changed_by) values ('a', '1', 'test') returning id`,
    )
    expect(rows).toEqual([{ id: 10 }])
  } finally {
    await database.stop()
  }
})

test('a database that holds anything is not restored into, and keeps what it has', async () => {
  await expect(restoreCommand(restored, { file, keyFile }, silent)).rejects.toThrow(
    /already holds something \(in .*child.*\)/,
  )
})

test('a folder that a process holds is not restored into', async () => {
  const held = freshVar('held')
  mkdirSync(join(held.varFolder, 'data'))
  const { release } = lockFolder(join(held.varFolder, 'data'), { socketFolder: '/nowhere' })
  await expect(restoreCommand(held, { file, keyFile }, silent)).rejects.toThrow(/Stop it first/)
  release()
})

test('a folder of other files is not restored into', async () => {
  const foreign = freshVar('foreign')
  mkdirSync(join(foreign.varFolder, 'data'))
  writeFileSync(join(foreign.varFolder, 'data', 'letter.odt'), 'Dear')
  await expect(restoreCommand(foreign, { file, keyFile }, silent)).rejects.toThrow(/not this program's \(letter\.odt/)
})

test('another key opens nothing, and a key that is short or open to others is refused', async () => {
  const fresh = freshVar('wrong-key')
  const restoring = (key: string) => restoreCommand(fresh, { file, keyFile: key }, silent)
  await expect(restoring(writeKey(folder, 'other', `${WORDS}!`))).rejects.toThrow(/key does not open this backup/)
  await expect(restoring(writeKey(folder, 'short', 'a short one'))).rejects.toThrow(/at least 20 characters/)
  const open = join(folder, 'open')
  writeFileSync(open, WORDS, { mode: 0o644 })
  await expect(restoring(open)).rejects.toThrow(/chmod 600/)
  await expect(restoring(join(folder, 'none'))).rejects.toThrow(/none is not there/)
  expect(existsSync(join(fresh.varFolder, 'data'))).toBe(false)
})

test('a backup with one changed byte, or an end that is gone, is refused before there is a database', async () => {
  const fresh = freshVar('damaged')
  const whole = readFileSync(file)
  const damaged = join(folder, 'damaged.backup')
  const restoring = () => restoreCommand(fresh, { file: damaged, keyFile }, silent)

  for (const part of [0, 0.0001, 0.3, 0.7, 0.9999]) {
    const changed = Buffer.from(whole)
    changed[Math.floor(part * whole.length)]! ^= 64
    writeFileSync(damaged, changed)
    await expect(restoring(), `at ${part}`).rejects.toThrow(/damaged/)
  }
  for (const length of [0, 30, 5_000, whole.length - 1]) {
    writeFileSync(damaged, whole.subarray(0, length))
    await expect(restoring(), `${length} bytes`).rejects.toThrow(/damaged/)
  }
  expect(existsSync(join(fresh.varFolder, 'data'))).toBe(false)
})

test('the key file of the data has to be there, and the right one; none is made', async () => {
  const absent = { ...makeVar(folder, 'absent'), secretFile: join(folder, 'absent', 'no-secret') }
  await expect(restoreCommand(absent, { file, keyFile }, silent)).rejects.toThrow(/There is no key file/)
  expect(existsSync(absent.secretFile)).toBe(false)
  await expect(restoreCommand(makeVar(folder, 'other-secret'), { file, keyFile }, silent)).rejects.toThrow(
    /not the key file that belongs to this data/,
  )
})

test('the key file is not in the backup, nor is anything readable', async () => {
  const secret = readFileSync(source.secretFile, 'utf8').trim()
  for await (const part of readBackup(file, WORDS)) expect(JSON.stringify(part)).not.toContain(secret)
  expect(readFileSync(file).includes('YP-0001')).toBe(false)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('a file that is there is not overwritten, and a backup that fails leaves none', async () => {
  const given = { db: empty, kind: 'embedded' as const, secretFile: source.secretFile }
  await expect(backupCommand(given, { file, keyFile })).rejects.toThrow(/already, and it is not overwritten/)
  await expect(backupCommand(given, { file: join(folder, 'no', 'x'), keyFile })).rejects.toThrow(/Check the name/)

  await empty.query('alter table source_key rename to source_key_kept')
  await empty.query('create view source_key as select 1 / 0 as fingerprint')
  try {
    await expect(backupCommand(given, { file: join(folder, 'two'), keyFile })).rejects.toThrow(/division/)
  } finally {
    await empty.query('drop view source_key')
    await empty.query('alter table source_key_kept rename to source_key')
  }
  expect([existsSync(join(folder, 'two')), existsSync(join(folder, 'two.part'))]).toEqual([false, false])
})

const partsWith = async function* (change: (part: Part) => Part | Error) {
  for await (const part of readBackup(file, WORDS)) {
    const changed = change(part)
    if (changed instanceof Error) throw changed
    yield changed
  }
}

test('what ends in the middle, or is not what the backup counted, leaves nothing', async () => {
  const cut = (part: Part) => (part.kind === 'end' ? new Error('cut') : part)
  await expect(writeDatabase(empty, partsWith(cut))).rejects.toThrow('cut')

  const renamed = (part: Part): Part =>
    part.kind === 'rows' ? { ...part, rows: part.rows.map((row) => row.replace('YP-0001', 'YP-0002')) } : part
  await expect(writeDatabase(empty, partsWith(renamed))).rejects.toThrow(/not what was read \(in child\)/)

  const shorter = (part: Part): Part => (part.kind === 'rows' ? { ...part, rows: part.rows.slice(0, 700) } : part)
  await expect(writeDatabase(empty, partsWith(shorter))).rejects.toThrow(/not what was read \(in postcode\)/)

  const wider = (part: Part): Part =>
    part.kind === 'table' && part.table === 'area' ? { ...part, columns: [...part.columns, 'colour'] } : part
  await expect(writeDatabase(empty, partsWith(wider))).rejects.toThrow(/The table area is not the same/)
  expect(await filledTables(empty)).toEqual(filledByMigrations)
})

test('a backup of other migrations is refused by their names', async () => {
  const { header } = await checkBackup(file, WORDS)
  const [first, ...others] = header.migrations
  const refusing = (migrations: typeof header.migrations) => () => requireSameMigrations({ migrations }, 'Do this.')
  expect(refusing(header.migrations)).not.toThrow()
  expect(refusing(others)).toThrow(/\(0001-gazetteer\.sql\).* Do this\./)
  expect(refusing([{ ...first!, checksum: 'other' }, ...others])).toThrow(/\(0001-gazetteer\.sql\)/)
  expect(refusing([...header.migrations, { name: '9999-new.sql', checksum: '' }])).toThrow(/\(9999-new\.sql\)/)
})

test('what fills a database from the start is known, and no table that is kept needs one that is left out', async () => {
  expect(FILLED_FROM_THE_START).toEqual(expect.arrayContaining(filledByMigrations))

  const tables = await readTables(empty)
  expect(tables.filter(({ refersTo }) => refersTo.some((name) => LEFT_OUT.includes(name)))).toEqual([])
  const { rows } = await empty.query<{ name: string }>(
    'select name from unnest($1::text[]) name where to_regclass(name) is null',
    [[...LEFT_OUT, ...FILLED_FROM_THE_START]],
  )
  expect(rows).toEqual([])
})

test('a backup and a restore are asked for with a file and a key file', () => {
  const asked = { file: 'a.backup', keyFile: 'key' }
  expect(readBackupArguments(['a.backup', '--key-file', 'key'])).toEqual(asked)
  expect(readBackupArguments(['--key-file', 'key', 'a.backup'])).toEqual(asked)
  for (const words of [
    [],
    ['a.backup'],
    ['a.backup', '--key-file'],
    ['--key-file', 'key'],
    ['a', 'b', '--key-file', 'k'],
  ])
    expect(readBackupArguments(words)).toBeUndefined()
})
