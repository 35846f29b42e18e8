import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbedded } from '../../server/database/embedded.ts'
import type { Embedded } from '../../server/database/embedded.ts'
import { isDatabaseUnavailable } from '../../server/database/unavailable.ts'
import { connect, emptyDump } from './support.ts'

const WAIT_LIMIT_MS = 600
const IDLE_LIMIT_MS = 400

let database: Embedded
const deaths: string[] = []
beforeAll(async () => {
  database = await startEmbedded({
    dump: await emptyDump(),
    waitLimitMs: WAIT_LIMIT_MS,
    idleInTransactionLimitMs: IDLE_LIMIT_MS,
    onDeath: (reason, comesBack) => deaths.push(`${reason}, comes back: ${comesBack}`),
  })
})
afterAll(() => database.stop())

test('who waits too long for a turn is told so with 53300, and can ask again on the same connection', async () => {
  const busy = await connect(database.host)
  const waiting = await connect(database.host)
  await busy.query('begin')
  const refused = Promise.all([
    waiting.query('select 1 as simple').catch((error: unknown) => error),
    waiting.query('select $1::int as extended', [1]).catch((error: unknown) => error),
  ])
  for (let asked = 0; asked < 30; asked++) {
    await busy.query('select 1')
    await delay(IDLE_LIMIT_MS / 8)
  }
  expect(await refused).toMatchObject([{ code: '53300' }, { code: '53300' }])
  expect((await refused).every(isDatabaseUnavailable)).toBe(true)
  await busy.query('commit')

  expect((await waiting.query('select 2 as two')).rows).toEqual([{ two: 2 }])
  await Promise.all([busy.end(), waiting.end()])
})

test('a transaction that says nothing while others wait is rolled back and told 25P03', async () => {
  const idle = await connect(database.host)
  const told = new Promise((resolve) => idle.once('error', resolve))
  await idle.query('create table kept ()')
  await idle.query('begin; create table lost ()')
  const waiting = await connect(database.host)

  const { rows } = await waiting.query("select to_regclass('kept')::text as kept, to_regclass('lost')::text as lost")
  expect(rows).toEqual([{ kept: 'kept', lost: null }])
  expect(await told).toMatchObject({ code: '25P03' })
  await waiting.end()
})

test('a transaction that says nothing keeps its work while nobody waits', async () => {
  const idle = await connect(database.host)
  await idle.query('begin')
  await delay(IDLE_LIMIT_MS * 2)
  expect((await idle.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await idle.query('commit')
  await idle.end()
})

test('a dump holds what was committed', async () => {
  const client = await connect(database.host)
  await client.query('create table dumped as select 7 as n')
  const copy = await startEmbedded({ dump: await database.dump() })
  const other = await connect(copy.host)
  expect((await other.query('select n from dumped')).rows).toEqual([{ n: 7 }])
  await Promise.all([client.end(), other.end()])
  await copy.stop()
})

test('a database in memory can not come back: its death is reported', async () => {
  await database.kill()
  expect(deaths).toEqual(['it was killed, comes back: false'])
  const error = await connect(database.host).catch((refusal: unknown) => refusal)
  expect(isDatabaseUnavailable(error)).toBe(true)
})
