import { expect, test } from 'vitest'
import { withApp } from './support/app.ts'

test(
  'health says which database answers',
  withApp(async ({ api, service }) => {
    const { status, body } = await api.get('/api/health')

    expect(status).toBe(200)
    expect(body).toEqual({ status: 'ok', database: service.databaseKind, version: '0.1.0' })
  }),
)

test(
  'an address that nobody knows is a 404 problem',
  withApp(async ({ api }) => {
    const { status, headers, body } = await api.get('/api/hotspot')

    expect(status).toBe(404)
    expect(headers.get('content-type')).toMatch('application/problem+json')
    expect(body).toMatchObject({ type: 'urn:place-risk:problem:not-found', status: 404 })
  }),
)
