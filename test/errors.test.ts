import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express, { type Express } from 'express'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { createApp } from '../server/app.ts'
import { toCursor } from '../server/cursor.ts'
import { overPool } from '../server/db.ts'
import { toProblem } from '../server/to-problem.ts'
import { servePages } from '../server/pages.ts'
import { writeProblem } from '../server/problem.ts'
import { apiAt, cookieOf, withApp, withDb } from './support/app.ts'

const listen = async (app: Express) => {
  const server = app.listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  await once(server, 'listening')
  return apiAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
}

test('what nobody foresaw is a 500 that tells nothing of the inside, and is reported', async () => {
  const reported: unknown[] = []
  const secret = new Error('relation "child" at /srv/place-risk, password swordfish')
  const app = express()
  app.get('/', () => {
    throw secret
  })
  app.use(writeProblem(toProblem, (error) => reported.push(error)))

  const { status, headers, text, body } = await (await listen(app)).get('/')

  expect(status).toBe(500)
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(body).toMatchObject({ type: 'urn:place-risk:problem:internal-error', status: 500 })
  expect(text).not.toMatch(/child|srv|swordfish|errors\.ts/)
  expect(reported).toEqual([secret])
})

test(
  'a database that does not answer is a 503 that says when to try again',
  withApp(async ({ service }) => {
    const reported: unknown[] = []
    // Nothing listens on port 1.
    const pool = new pg.Pool({ host: '127.0.0.1', port: 1 })
    onTestFinished(() => pool.end())
    const api = await listen(createApp({ ...service, db: overPool(pool), report: (error) => reported.push(error) }))

    const { status, headers, body } = await api.get('/api/health')

    expect(status).toBe(503)
    expect(headers.get('retry-after')).toBe('30')
    expect(body).toMatchObject({ type: 'urn:place-risk:problem:database-unavailable' })
    expect(reported).toHaveLength(1)
  }),
)

test(
  'a body that is not JSON is a 400, one that is too large a 413, each with what to do',
  withApp(async ({ api }) => {
    const json = { 'content-type': 'application/json' }
    const malformed = await api.post('/api/places', '{"name": ', json)
    const large = await api.post('/api/places', JSON.stringify({ name: 'x'.repeat(1_100_000) }), json)

    expect(malformed).toMatchObject({ status: 400, body: { type: 'urn:place-risk:problem:malformed-body' } })
    expect(large).toMatchObject({ status: 413, body: { type: 'urn:place-risk:problem:body-too-large' } })
  }),
)

test(
  'an unknown parameter is refused, and the nearest known one named',
  withApp(async ({ api }) => {
    const near = await api.get('/api/hotspots?minPoint=5')
    const far = await api.get('/api/hotspots?xyzzy=1')

    expect(near.status).toBe(400)
    expect(near.body).toMatchObject({
      type: 'urn:place-risk:problem:invalid-query',
      errors: [{ parameter: 'minPoint', detail: 'There is no “minPoint”. Did you mean “minPoints”?' }],
    })
    expect(far.body.errors[0].detail).toMatch(/^There is no “xyzzy”\. Known are from, to, basis,/)
  }),
)

test(
  'every wrong parameter is named, not only the first',
  withApp(async ({ api }) => {
    const { body } = await api.get('/api/hotspots?from=yesterday&minChildren=2&dayPart=noon')

    expect(body.errors.map(({ parameter }: { parameter: string }) => parameter)).toEqual([
      'from',
      'dayPart',
      'minChildren',
    ])
    for (const { detail } of body.errors) expect(detail).toMatch(/^(Give|Choose) .*\.$/)
  }),
)

test(
  'a wrong member of a body is pointed at',
  withApp(async ({ api }) => {
    const { status, body } = await api.post('/api/settings/epsMetres/proposals', {
      value: 'far',
      reason: 'too near',
      colour: 'red',
    })

    expect(status).toBe(422)
    expect(body.errors).toEqual([
      { pointer: '/value', detail: 'Give a number.' },
      { pointer: '/colour', detail: 'There is no “colour”. Known are value, reason.' },
    ])
  }),
)

test(
  'an address that cannot be decoded, or an id of another shape, is simply not found',
  withApp(async ({ api }) => {
    expect(await api.get('/api/places/%E0%A4%A')).toMatchObject({ status: 404 })
    expect(await api.get('/api/places/1')).toMatchObject({ status: 404 })
    expect(await api.get('/no/such/page')).toMatchObject({ status: 404 })
  }),
)

test(
  'a rule that the database holds speaks with its own voice',
  withDb(async (db) => {
    const broken = await db
      .query("insert into postcode values ('NOT ONE', st_setsrid(st_makepoint(435000, 336000), 27700))")
      .catch(toProblem)

    expect(broken).toMatchObject({ status: 422, message: 'That is not the shape of a postcode, such as DE1 2PL.' })
  }),
)

test(
  'a part of a page that is not there is a 416, and a page of another version a 412: neither is a fault of the service',
  withApp(async ({ service }) => {
    const folder = `${mkdtempSync(join(tmpdir(), 'place-risk-pages-'))}/`
    onTestFinished(() => rmSync(folder, { recursive: true }))
    mkdirSync(`${folder}assets`)
    writeFileSync(`${folder}index.html`, '<!doctype html>')
    const { origin } = await listen(createApp(service, servePages(folder)))

    expect(await fetch(`${origin}/`, { headers: { range: 'bytes=99999999-' } })).toMatchObject({ status: 416 })
    expect(await fetch(`${origin}/`, { headers: { 'if-match': '"other"' } })).toMatchObject({ status: 412 })
  }),
)

test(
  'a refused upload does not hold up what its sender asks next on the same connection',
  withApp(async ({ api }) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    onTestFinished(() => agent.destroy())
    const send = async (method: string, path: string, body?: string) => {
      const sent = request(api.origin + path, {
        agent,
        method,
        headers: { 'content-type': 'text/csv', cookie: cookieOf(api) },
      }).end(body)
      const [answer] = (await once(sent, 'response')) as [IncomingMessage]
      answer.resume()
      await once(answer, 'end')
      return answer.statusCode
    }

    const upload = await send('POST', '/api/gazetteer/imports/postcodes', 'a,b\n'.repeat(1_000_000))
    const start = performance.now()

    expect([upload, await send('GET', '/api/health')]).toEqual([422, 200])
    expect(performance.now() - start).toBeLessThan(2_000)
  }),
)

test('a caller who hangs up in the middle is not taken for a lost database', () => {
  const hungUp = Object.assign(new Error('request aborted'), {
    type: 'request.aborted',
    code: 'ECONNABORTED',
    status: 400,
  })

  expect(toProblem(hungUp).status).toBe(400)
})

test('a full disk is said to be one', () => {
  expect(toProblem(Object.assign(new Error('no space'), { severity: 'ERROR', code: '53100' }))).toMatchObject({
    status: 507,
    slug: 'disk-full',
  })
})

test(
  'a body of another kind, or packed so that it cannot be unpacked, is refused as that',
  withApp(async ({ api }) => {
    const packed = { 'content-type': 'application/json', 'content-encoding': 'gzip' }

    expect(await api.post('/api/places', '{}', { 'content-type': 'text/plain' })).toMatchObject({ status: 415 })
    expect(await api.post('/api/places', 'zzz', packed)).toMatchObject({
      status: 400,
      body: { type: 'urn:place-risk:problem:malformed-body' },
    })
  }),
)

test(
  'what is missing, given twice or of another kind is told in sentences that say what to do',
  withApp(async ({ api }) => {
    const missing = await api.post('/api/reports', { basis: 'found', observedFrom: 5 })
    const twice = await api.get('/api/hotspots?basis=found&basis=found')

    expect(missing.body.errors).toEqual([
      { pointer: '/observedFrom', detail: 'Give “observedFrom” as text.' },
      { pointer: '/timePrecision', detail: 'Give “timePrecision”: it is missing.' },
      { pointer: '/isPrivateAddress', detail: 'Give “isPrivateAddress”: it is missing.' },
    ])
    expect(twice.body.errors).toEqual([{ parameter: 'basis', detail: 'Give “basis” once, not as a list.' }])
  }),
)

test.each(['2023-02-30T00:00:00.000000Z', '0000-02-20T00:00:00.000000Z', '2023-02-20T24:00:00.000000Z'])(
  'a forged cursor of a time that never was is a 400: %s',
  (time) =>
    withApp(async ({ api }) => {
      const cursor = toCursor(time, '3fa85f64-5717-4562-b3fc-2c963f66afa6')

      expect(await api.get(`/api/queue/unplaced?cursor=${cursor}`)).toMatchObject({ status: 400 })
    })(),
)

test(
  'another site can neither change anything here nor reach the service under a name of its own',
  withApp(async ({ api }) => {
    const ask = async (method: string, headers: Record<string, string>) => {
      const sent = request(`${api.origin}/api/places`, { method, headers: { cookie: cookieOf(api), ...headers } }).end()
      const [answer] = (await once(sent, 'response')) as [IncomingMessage]
      answer.resume()
      return answer.statusCode
    }

    expect(await ask('GET', { host: 'evil.example:3000' })).toBe(403)
    expect(await ask('POST', { origin: 'https://evil.example' })).toBe(403)
    expect(await ask('POST', { origin: 'null' })).toBe(403)
    expect(await ask('POST', { origin: api.origin })).not.toBe(403)
    expect(await ask('GET', { host: 'localhost:3000' })).toBe(200)
    expect(await ask('GET', { host: '[::1]:3000' })).toBe(200)
  }),
)
