import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbedded } from '../../server/database/embedded.ts'
import { readFolderLock } from '../../server/database/folder-lock.ts'
import { openDatabase } from '../../server/database/open.ts'
import type { OpenDatabase } from '../../server/database/open.ts'
import { isDatabaseUnavailable } from '../../server/database/unavailable.ts'
import { connect, emptyDump, eventually, temporaryFolder } from './support.ts'

const STATEMENT_LIMIT_MS = 3000
const { folder, remove } = temporaryFolder()
const said: string[] = []
const deaths: string[] = []
let database: OpenDatabase
beforeAll(async () => {
  // What a start that was killed while it made the database leaves behind.
  writeFileSync(join(folder, 'unfinished'), '')
  database = await openDatabase({
    folder,
    dump: await emptyDump(),
    statementLimitMs: STATEMENT_LIMIT_MS,
    onProgress: (sentence) => said.push(sentence),
    onDeath: (reason, comesBack) => deaths.push(`${reason}, comes back: ${comesBack}`),
  })
  await database.pool.query('create table kept (n int primary key)')
})
afterAll(async () => {
  await database.stop()
  remove()
})

const runInOtherProcess = (...task: string[]) => {
  const program = new URL('other-process.ts', import.meta.url).pathname
  const child = spawn(process.execPath, ['--import', 'tsx', program, folder, ...task], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  createInterface(child.stdout).on('line', (line) => lines.push(line))
  const ended = new Promise((resolve) => child.once('close', resolve))
  return { child, lines, ended }
}

const countKept = async () => {
  const { rows } = await database.pool.query<{ count: number }>('select count(*)::int as count from kept')
  return rows[0]?.count
}
const countKeptWhenBack = () =>
  eventually(
    () => countKept().catch(() => -1),
    (count) => count !== -1,
  )

test('says what takes long, and has PostGIS and trigrams', async () => {
  expect(said).toEqual(['Loading a copy of the database…'])
  const { rows } = await database.pool.query(
    "select round(st_area(st_buffer(st_geomfromtext('POINT(435300 336300)', 27700), 100))) as area, similarity('Derby', 'Derby Arena') > 0.4 as similar",
  )
  expect(rows).toEqual([{ area: 31214, similar: true }])
  expect(existsSync(join(folder, 'unfinished'))).toBe(false)
})

test('a second process on the same folder is refused with a message that says what to do', async () => {
  expect(readFolderLock(folder)).toEqual({ pid: process.pid, socketFolder: database.embedded?.host })
  const { lines, ended } = runInOtherProcess()
  await ended
  expect(lines).toEqual([
    `FolderInUseError: The database in ${folder} is open in another process (pid ${process.pid}). ` +
      'Stop that one first, or set PLACE_RISK_VAR to another folder.',
  ])
})

test('when the database dies its callers are told "unavailable", and it comes back with what was committed', async () => {
  const { pool, embedded } = database
  await pool.query('insert into kept select generate_series(1, 100)')
  const open = await pool.connect()
  await open.query('begin; insert into kept values (1000)')
  const running = open.query('select 1 from kept').catch((error: unknown) => error)
  await embedded?.kill()

  expect(isDatabaseUnavailable(await pool.query('select 1').catch((error: unknown) => error))).toBe(true)
  await running
  const afterwards = await open.query('select 1').catch((error: unknown) => error)
  expect(isDatabaseUnavailable(afterwards)).toBe(true)
  open.release(true)
  expect(await countKeptWhenBack()).toBe(100)
  expect(embedded?.restarts).toBe(1)
  expect(deaths).toEqual(['it was killed, comes back: true'])
})

test('a statement that runs past the limit is stopped by ending the thread, and its caller told "unavailable"', async () => {
  const before = database.embedded!.restarts
  const error = await database.pool
    .query('with recursive forever as (select 1 as n union all select n + 1 from forever) select count(*) from forever')
    .catch((refusal: unknown) => refusal)

  expect(isDatabaseUnavailable(error)).toBe(true)
  expect(await countKeptWhenBack()).toBe(100)
  expect(database.embedded?.restarts).toBe(before + 1)
  expect(deaths.at(-1)).toBe('a statement ran for more than 3 seconds, comes back: true')
})

test('a statement that breaks the engine is noticed at once, and the database comes back', async () => {
  await database.pool.query(
    'create function deeper(n int) returns int language plpgsql as $$ begin return deeper(n + 1); end $$',
  )
  const error = await database.pool.query('select deeper(1)').catch((refusal: unknown) => refusal)

  expect(isDatabaseUnavailable(error)).toBe(true)
  expect(await countKeptWhenBack()).toBe(100)
  expect(deaths.at(-1)).toBe('Maximum call stack size exceeded, comes back: true')
})

test('every insert that was acknowledged before kill -9 is there after it', async () => {
  await database.stop()
  const acknowledged: string[] = []
  for (const round of ['first', 'second']) {
    const { child, lines, ended } = runInOtherProcess(round)
    const kept = () => lines.filter((line) => line.startsWith(round))
    await eventually(
      () => Promise.resolve(kept().length),
      (count) => count >= 200,
    )
    child.kill('SIGKILL')
    await ended
    expect(kept().length).toBeGreaterThanOrEqual(200)
    acknowledged.push(...kept())
  }

  database = await openDatabase({ folder })
  const { rows } = await database.pool.query<{ line: string }>("select round || ' ' || n as line from promise")
  const found = new Set(rows.map(({ line }) => line))
  expect(acknowledged.filter((line) => !found.has(line))).toEqual([])
  expect(await countKept()).toBe(100)
}, 60_000)

test('a folder that another version of PostgreSQL made is refused in plain words', async () => {
  const old = temporaryFolder()
  mkdirSync(join(old.folder, 'pgdata'))
  writeFileSync(join(old.folder, 'pgdata', 'PG_VERSION'), '16\n')
  await expect(startEmbedded({ folder: old.folder })).rejects.toThrow('was made by PostgreSQL 16; this program has 18')
  expect(readdirSync(old.folder)).toEqual(['pgdata'])
  old.remove()
})

test('stop ends every connection with 57P01 and leaves no socket and no lock', async () => {
  const client = await connect(database.embedded!.host)
  const told = new Promise((resolve) => client.once('error', resolve))
  await client.query('begin')
  await database.stop()
  expect(await told).toMatchObject({ code: '57P01' })
  expect(existsSync(database.embedded!.host)).toBe(false)
  expect(readFolderLock(folder)).toBeNull()
  database = await openDatabase({ folder })
  expect(await countKept()).toBe(100)
})
