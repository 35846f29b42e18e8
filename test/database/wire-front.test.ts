import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startEmbedded } from '../../server/database/embedded.ts'
import type { Embedded } from '../../server/database/embedded.ts'
import { connect, connectRaw, emptyDump, eventually, flush, message, poolOf, unsyncedBatch, vanish } from './support.ts'

let database: Embedded
beforeAll(async () => {
  database = await startEmbedded({ dump: await emptyDump() })
  const client = await connect(database.host)
  await client.query('create table visit (value text); create role reader')
  await client.end()
})
afterAll(() => database.stop())

test('10,000 mixed queries over 30 pooled connections give no wrong answer, no stray error and no hang', async () => {
  const { host } = database
  const pool = poolOf(host, 30)
  const wrong: string[] = []
  const askOwn = async (id: string, query: { name?: string }, client: Pick<typeof pool, 'query'> = pool) => {
    const { rows } = await client.query({ ...query, text: 'select $1::text as value', values: [id] })
    if (rows.length !== 1 || rows[0].value !== id) wrong.push(`asked ${id}, got ${JSON.stringify(rows)}`)
  }
  const inTransaction = async (id: string) => {
    const client = await pool.connect()
    await client.query('begin')
    await client.query("select set_config('app.mine', $1, true)", [id])
    await client.query('insert into visit values ($1)', [id])
    await delay(Number(id.slice(-1)) / 4)
    const { rows } = await client.query(
      "select current_setting('app.mine') as mine, (select count(*)::int from visit where value = $1) as visits",
      [id],
    )
    if (rows[0]?.mine !== id || rows[0]?.visits !== 1) wrong.push(`${id} saw ${JSON.stringify(rows)}`)
    await askOwn(id, {}, client)
    await client.query('commit')
    client.release()
  }
  const vanishInTransaction = async () => {
    const client = await connect(host)
    await client.query('begin')
    await client.query("insert into visit values ('vanished')")
    vanish(client)
  }
  const vanishInBatch = async (ending: Buffer) => {
    const socket = await connectRaw(host)
    socket.write(Buffer.concat([unsyncedBatch("insert into visit values ('vanished')"), ending]))
    await delay(2)
    socket.destroy()
  }
  const refusedCopy = async (values: string[] | undefined) => {
    const error = await pool.query('copy visit from stdin', values).catch((refusal: unknown) => refusal)
    if ((error as { code?: string }).code !== '0A000') wrong.push(`COPY was answered with ${String(error)}`)
  }

  const work = async (index: number) => {
    const id = `v${index}`
    if (index % 100 === 7) return vanishInTransaction()
    if (index % 100 === 27) return vanishInBatch(Buffer.alloc(0))
    if (index % 100 === 57) return vanishInBatch(flush)
    if (index % 1000 === 77) return refusedCopy(undefined)
    if (index % 1000 === 87) return refusedCopy([])
    if (index % 4 === 0) return inTransaction(id)
    if (index % 4 === 1) return askOwn(id, { name: `named-${index % 3}` })
    return askOwn(id, {})
  }
  let next = 0
  const worker = async () => {
    while (next < 10_000) await work(next++)
  }
  await Promise.all(Array.from({ length: 30 }, worker))

  expect(wrong).toEqual([])
  const { rows } = await pool.query(
    "select count(*)::int as all, count(*) filter (where value = 'vanished')::int as lost from visit",
  )
  expect(rows).toEqual([{ all: 2500, lost: 0 }])
  await pool.end()
}, 60_000)

test('a client that vanishes in a transaction is rolled back, and the next one is served', async () => {
  const lost = await connect(database.host)
  await lost.query("begin; insert into visit values ('half')")
  const other = await connect(database.host)
  const waiting = other.query("select count(*)::int as halves from visit where value = 'half'")
  vanish(lost)

  expect((await waiting).rows).toEqual([{ halves: 0 }])
  await other.end()
})

test('nobody inherits settings, a role, prepared statements, temporary tables or locks from another client', async () => {
  const one = await connect(database.host)
  await one.query(
    "set app.secret = 'mine'; set search_path = pg_catalog; set timezone = 'Europe/London'; set role reader",
  )
  await one.query({ name: 'shared-name', text: "select 'one' as value" })
  await one.query('reset role; create temp table scratch (); select pg_advisory_lock(1); prepare plan as select 1')
  await one.query('set role reader')
  const other = await connect(database.host)
  const { rows } = await other.query(
    `select current_user as role, nullif(current_setting('app.secret', true), '') as secret, current_setting('TimeZone') as zone,
       current_setting('search_path') as path, to_regclass('pg_temp.scratch')::text as scratch,
       (select count(*)::int from pg_locks where locktype = 'advisory') as locks,
       (select count(*)::int from pg_prepared_statements where name <> '') as statements`,
  )
  expect(rows).toEqual([
    { role: 'postgres', secret: null, zone: 'Etc/GMT0', path: 'public', scratch: null, locks: 0, statements: 0 },
  ])
  expect((await other.query({ name: 'shared-name', text: "select 'other' as value" })).rows).toEqual([
    { value: 'other' },
  ])
  expect((await one.query({ name: 'shared-name', text: "select 'one' as value" })).rows).toEqual([{ value: 'one' }])
  await Promise.all([one.end(), other.end()])
})

test('COPY from the client is refused in the way of a server, and the engine lives on; COPY to the client works', async () => {
  const client = await connect(database.host)
  await client.query('begin')
  await expect(client.query('/* load */ COPY visit\nFROM STDIN')).rejects.toMatchObject({ code: '0A000' })
  await expect(client.query('select 1')).rejects.toMatchObject({ code: '25P02' })
  await client.query('rollback')
  await expect(client.query('copy visit from stdin', [])).rejects.toMatchObject({ code: '0A000' })
  expect((await client.query("select 'copy visit from stdin' as text")).rows).toEqual([
    { text: 'copy visit from stdin' },
  ])
  await client.end()

  const socket = await connectRaw(database.host)
  let answer = ''
  socket.on('data', (piece) => (answer += piece.toString('latin1')))
  socket.write(message('Q', 'copy (select 42 as it) to stdout'))
  await eventually(
    () => Promise.resolve(answer),
    (heard) => heard.includes('Z'),
  )
  expect(answer).toContain('42\n')
  socket.destroy()
})

test('garbage ends only the connection that sent it', async () => {
  const good = await connect(database.host)
  for (const garbage of [
    Buffer.from('GET / HTTP/1.1\r\n\r\n'),
    Buffer.from([81, 255, 255, 255, 255, 1]),
    Buffer.alloc(9, 7),
  ]) {
    const socket = await connectRaw(database.host)
    const closed = new Promise((resolve) => socket.once('close', resolve))
    let answer = ''
    socket.on('data', (piece) => (answer += piece.toString('latin1')))
    socket.write(garbage)
    await closed
    expect(answer).toContain('08P01')
  }
  expect((await good.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  await good.end()
})

test('200,000 rows come back, and 20 MB go in as one parameter', async () => {
  const client = await connect(database.host)
  const { rows } = await client.query<{ n: number }>('select n, md5(n::text) from generate_series(1, 200000) n')
  expect([rows.length, rows.at(-1)?.n]).toEqual([200_000, 200_000])
  const large = 'é'.repeat(10_000_000)
  expect((await client.query('select octet_length($1) as bytes', [large])).rows).toEqual([{ bytes: 20_000_000 }])
  await client.end()
})

test('a client that sends faster than it is served is answered in full and in order', async () => {
  const socket = await connectRaw(database.host)
  const answers: string[] = []
  let heard = ''
  socket.on('data', (piece) => (heard += piece.toString('latin1')))
  for (let index = 0; index < 2000; index++) {
    answers.push(`n${index}.`)
    socket.write(message('Q', `select 'n${index}.'`))
  }
  await eventually(
    () => Promise.resolve(heard),
    (text) => text.includes('n1999.'),
  )
  expect(heard.match(/n\d+\./g)).toEqual(answers)
  socket.destroy()
})

test('a user other than postgres is refused: it would have every right', async () => {
  const socket = await connectRaw(database.host)
  socket.destroy()
  const { default: pg } = await import('pg')
  const client = new pg.Client({ host: database.host, user: 'reader', database: 'postgres' })
  await expect(client.connect()).rejects.toMatchObject({ code: '28000' })
})
