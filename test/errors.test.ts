import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import express, { type Express } from 'express'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { createApp } from '../server/app.ts'
import { overPool } from '../server/db.ts'
import { toProblem } from '../server/errors.ts'
import { writeProblem } from '../server/problem.ts'
import { apiAt, withApp, withDb } from './support/app.ts'

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
    const { status, body } = await api.put('/api/settings/epsMetres', { value: 'far', colour: 'red' })

    expect(status).toBe(422)
    expect(body.errors).toEqual([
      { pointer: '/value', detail: 'Give a number.' },
      { pointer: '/colour', detail: 'There is no “colour”. Known are value.' },
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
