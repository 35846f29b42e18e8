import express, { Router } from 'express'
import { expect, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import { features } from '../../server/openapi/features.ts'
import { overPool } from '../../server/db.ts'
import { testPool, testService } from '../support/app.ts'
import { EXPECTED } from './expected.ts'
import { gatedRoutes, mountedHandlers } from './gates.ts'

const app = createApp(testService(overPool(testPool())))
const routes = gatedRoutes(app)

const withoutGate = (of: express.Express) =>
  gatedRoutes(of).flatMap(({ route, need, gates }) => (need === undefined || gates !== 1 ? [route] : []))

test('every route of the app has one gate, and it comes first', () => {
  expect(withoutGate(app)).toEqual([])
  expect(routes.length).toBeGreaterThan(70)
})

test('a bare route, one whose gate comes second, and one that is added to a nested router are found', () => {
  const bare = createApp(testService(overPool(testPool())))
  const gate = Object.assign((() => {}) as express.RequestHandler, { need: 'open' as const })
  bare.get('/api/bare', () => {})
  bare.use(
    '/api/outer',
    Router().use(
      '/inner',
      Router().post('/:id', () => {}, gate),
    ),
  )
  bare.put('/api/twice', gate, gate)
  bare.get('/api/gated', gate)

  expect(withoutGate(bare)).toEqual(['GET /api/bare', 'POST /api/outer/inner/:id', 'PUT /api/twice'])
})

test('what is open to all is this and no more', () => {
  expect(routes.filter(({ need }) => need === 'open').map(({ route }) => route)).toEqual([
    'GET /api/health',
    'GET /api/session',
    'POST /api/session',
    'POST /api/sign-in/link',
    'GET /api/sign-in/oidc',
    'GET /api/sign-in/oidc/callback',
  ])
})

test('what is open to everybody who is signed in is this and no more', () => {
  expect(routes.filter(({ need }) => need === 'signed-in').map(({ route }) => route)).toEqual([
    'DELETE /api/session',
    'POST /api/session/reasons',
    'POST /api/session/password',
    'GET /api/session/list',
    'POST /api/session/list/end',
    'POST /api/session/one-time-code',
    'POST /api/session/one-time-code/confirm',
    'POST /api/session/one-time-code/remove',
    'GET /api/setup',
    'GET /api/map/sketch.geojson',
    'GET /api/map/basemap.pmtiles',
    'GET /api/openapi.json',
    'GET /api/docs',
    'GET /api/print',
  ])
})

test('nothing answers besides the routes: these are all the handlers that are mounted', () => {
  expect(mountedHandlers(app)).toEqual([
    '/ helmetMiddleware',
    // Refuses other sites’ pages.
    '/ <anonymous>',
    '/ compression',
    // Says that nothing is to be kept.
    '/api <anonymous>',
    '/ jsonParser',
    // Nothing is there; no such page; the writer of problems.
    '/api <anonymous>',
    '/ <anonymous>',
    '/ <anonymous>',
  ])
})

test('the routes of the app are those that the features describe, and those that the matrix test tries', () => {
  const described = features.flatMap(({ operations }) =>
    operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`),
  )
  const walked = routes.map(({ route }) => route).toSorted()

  expect(described.toSorted()).toEqual(walked)
  expect(Object.keys(EXPECTED).toSorted()).toEqual(walked)
})
