import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { backupCommand, describeMove, moveCommand, restoreCommand } from '../../server/backup/command.ts'
import { lockFolder } from '../../server/database/folder-lock.ts'
import { openDatabase } from '../../server/database/open.ts'
import { overPool, type Db } from '../../server/db.ts'
import { migrate } from '../../server/migrate.ts'
import { emptyDump, temporaryFolder } from '../database/support.ts'
import { contentsOf, countIn, fill, fillPostcodes, filledTables, makeVar, silent, writeKey } from './support.ts'

const serverUrl = process.env.DATABASE_URL
const onServer = test.skipIf(serverUrl === undefined)

const { folder, remove } = temporaryFolder()
const source = makeVar(folder)
const data = join(source.varFolder, 'data')
const keyFile = writeKey(folder, 'key', 'correct horse battery staple')
const made: string[] = []
let owner: pg.Pool
let contents: Record<string, string[]>

beforeAll(async () => {
  if (serverUrl === undefined) return
  owner = new pg.Pool({ connectionString: serverUrl, max: 1 })
  await onDatabase({ folder: data, dump: await emptyDump() }, async (db) => {
    await migrate(db)
    await fill(db, source.secrets.fingerprint)
    await fillPostcodes(db)
    contents = await contentsOf(db)
  })
})

afterEach(async () => {
  for (const name of made.splice(0)) await owner.query(`drop database if exists ${name} with (force)`)
})

afterAll(async () => {
  await owner?.end()
  remove()
})

/** An empty database on the server, gone after the test. */
const makeDatabase = async (): Promise<string> => {
  const name = `place_risk_backup_${process.pid}_${made.length}`
  await owner.query(`create database ${name}`)
  made.push(name)
  return Object.assign(new URL(serverUrl!), { pathname: `/${name}` }).toString()
}

const onDatabase = async (options: Parameters<typeof openDatabase>[0], work: (db: Db) => Promise<void>) => {
  const database = await openDatabase(options)
  try {
    await work(overPool(database.pool))
  } finally {
    await database.stop()
  }
}

onServer('a move to a server copies every table, and leaves the embedded database as it was', async () => {
  const databaseUrl = await makeDatabase()
  const answer = await moveCommand({ ...source, databaseUrl }, silent)
  expect(describeMove(answer)[0]).toMatch(/^4,5\d\d rows .* each table is as it was/)

  await onDatabase({ databaseUrl }, async (db) => {
    expect(await contentsOf(db)).toEqual(contents)
    expect([await countIn(db, 'session'), await countIn(db, 'reading')]).toEqual([0, 0])
    const { rows } = await db.query(
      `insert into policy_setting_change (name, value, changed_by) values ('a', '1', 'test') returning id`,
    )
    expect(rows).toEqual([{ id: 10 }])
  })
  await onDatabase({ folder: data }, async (db) => {
    expect(await contentsOf(db)).toEqual(contents)
    expect(await countIn(db, 'session')).toBe(1)
  })
  await expect(moveCommand({ ...source, databaseUrl }, silent)).rejects.toThrow(/already holds something/)
})

onServer('a server’s backup is restored into another database of it, and into a folder', async () => {
  const [from, to] = [await makeDatabase(), await makeDatabase()]
  const file = join(folder, 'server.backup')
  await moveCommand({ ...source, databaseUrl: from }, silent)
  await onDatabase({ databaseUrl: from }, async (db) => {
    await backupCommand({ db, kind: 'server', secretFile: source.secretFile }, { file, keyFile })
  })

  await restoreCommand({ ...source, databaseUrl: to }, { file, keyFile }, silent)
  await onDatabase({ databaseUrl: to }, async (db) => expect(await contentsOf(db)).toEqual(contents))

  const varFolder = join(folder, 'from-server')
  await restoreCommand({ ...source, varFolder }, { file, keyFile }, silent)
  await onDatabase({ folder: join(varFolder, 'data') }, async (db) => expect(await contentsOf(db)).toEqual(contents))
})

onServer('a backup is of one moment, whatever is written meanwhile', async () => {
  const [from, to] = [await makeDatabase(), await makeDatabase()]
  const file = join(folder, 'moment.backup')
  await moveCommand({ ...source, databaseUrl: from }, silent)
  await onDatabase({ databaseUrl: from }, async (db) => {
    let isDone = false
    const backup = backupCommand({ db, kind: 'server', secretFile: source.secretFile }, { file, keyFile })
    const writing = (async () => {
      for (let i = 0; !isDone; i++)
        await db.query(
          `with one as (insert into import_batch (id, kind, started_at) values (gen_random_uuid(), 'reports', now()) returning id)
           insert into policy_setting_change (name, value, changed_by) select id::text, to_jsonb($1::int), 'test' from one`,
          [i],
        )
    })()
    await backup.finally(() => (isDone = true))
    await writing
  })

  await restoreCommand({ ...source, databaseUrl: to }, { file, keyFile }, silent)
  await onDatabase({ databaseUrl: to }, async (db) => {
    const { rows } = await db.query<{ orphans: number }>(
      `select count(*) as orphans from import_batch b
       full join (select name from policy_setting_change where name like '%-%') c on c.name = b.id::text
       where (b.id is null or c.name is null) and coalesce(b.state, 'staging') = 'staging'`,
    )
    expect(rows).toEqual([{ orphans: 0 }])
  })
})

onServer('a database that a service is connected to, or that holds other tables, is not written to', async () => {
  const databaseUrl = await makeDatabase()
  const service = await openDatabase({ databaseUrl })
  await expect(moveCommand({ ...source, databaseUrl }, silent)).rejects.toThrow(/The service runs .* Stop it first/)
  await service.pool.query('create table parish_register (entry text)')
  await service.stop()

  await expect(moveCommand({ ...source, databaseUrl }, silent)).rejects.toThrow(/not this program's \(parish_register/)
  await onDatabase({ databaseUrl }, async (db) => expect(await filledTables(db)).toEqual([]))
})

onServer('an embedded database of an earlier version is not moved before it is brought up to date', async () => {
  const databaseUrl = await makeDatabase()
  const older = makeVar(folder, 'older')
  await onDatabase({ folder: join(older.varFolder, 'data'), dump: await emptyDump() }, async (db) => {
    await migrate(db)
    await db.query(`delete from migration where name = '0002-children-and-reports.sql'`)
  })
  await expect(moveCommand({ ...older, databaseUrl }, silent)).rejects.toThrow(
    /\(0002-children-and-reports\.sql\).* Start this version on it once/,
  )
})

test('a move wants a server, an embedded database, and nobody in it', async () => {
  const databaseUrl = 'postgres://nobody@127.0.0.1:1/none'
  const away = makeVar(folder, 'away')
  await expect(moveCommand(away, silent)).rejects.toThrow(/set DATABASE_URL/)
  await expect(moveCommand({ ...away, databaseUrl }, silent)).rejects.toThrow(/There is no embedded database/)

  const held = makeVar(folder, 'held')
  const heldData = join(held.varFolder, 'data')
  mkdirSync(join(heldData, 'pgdata'), { recursive: true })
  writeFileSync(join(heldData, 'pgdata', 'PG_VERSION'), '18')
  const { release } = lockFolder(heldData, { socketFolder: '/nowhere' })
  await expect(moveCommand({ ...held, databaseUrl }, silent)).rejects.toThrow(/Stop it first/)
  release()
})
