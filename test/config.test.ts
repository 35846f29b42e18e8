import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { describeConfig, readConfig } from '../server/config.ts'

test('with nothing set the service listens on this machine and keeps its data under var', () => {
  expect(readConfig({}, false)).toEqual({
    isDemo: false,
    host: '127.0.0.1',
    port: 3000,
    databaseUrl: undefined,
    varFolder: resolve('var'),
    secretFile: resolve('var/secret'),
    basemap: 'sketch',
    browser: null,
    origin: null,
    oidc: null,
    logLevel: 'info',
  })
})

test('the demo has a folder, a database and a key of its own, whatever DATABASE_URL says', () => {
  const config = readConfig({ DATABASE_URL: 'postgres://someone@there/real' }, true)

  expect(config).toMatchObject({ varFolder: resolve('var/demo'), secretFile: resolve('var/demo/secret') })
  expect(config.databaseUrl).toBeUndefined()
})

test.each([
  ['HOST', '0.0.0.0', '127.0.0.1'],
  ['HOST', 'map.council.example', 'PLACE_RISK_ORIGIN'],
  ['HOST', '::', '::1'],
  ['PORT', '65536', '65535'],
  ['PORT', '80a', 'whole number'],
  ['PORT', '-1', 'whole number'],
  ['PORT', ' ', 'whole number'],
  ['PORT', '0x50', 'whole number'],
  ['DATABASE_URL', 'postgres://map:pass@[word/places', '%-code'],
  ['DATABASE_URL', 'mysql://there/db', 'postgres://'],
  ['PLACE_RISK_BASEMAP', 'satellite', '.pmtiles'],
  ['PLACE_RISK_BASEMAP', 'ftp://host/style.json', '.pmtiles'],
  ['PLACE_RISK_BROWSER', '/no/such/chrome', 'Chrome or Chromium'],
  ['PLACE_RISK_BROWSER', 'server', 'Chrome or Chromium'],
  ['PLACE_RISK_LOG_LEVEL', 'loud', 'debug, info'],
  ['PLACE_RISK_ORIGIN', 'http://map.council.example', 'https://'],
  ['PLACE_RISK_ORIGIN', 'https://map.council.example/here', 'https://'],
  ['PLACE_RISK_OIDC_ISSUER', 'http://login.council.example', 'https://'],
  ['PLACE_RISK_OIDC_ISSUER', 'https://login.council.example', 'PLACE_RISK_OIDC_CLIENT_ID'],
  ['PLACE_RISK_BASE_MAP', 'sketch', 'PLACE_RISK_BASEMAP'],
])('%s=%s stops the start, with its name and what to do', (name, value, advice) => {
  const read = () => readConfig({ [name]: value }, false)

  expect(read).toThrow(name)
  expect(read).toThrow(advice)
})

test('behind a declared TLS proxy the service may listen for others', () => {
  const env = { HOST: '0.0.0.0', PLACE_RISK_ORIGIN: 'https://map.council.example' }

  expect(readConfig(env, false)).toMatchObject({ host: '0.0.0.0', origin: 'https://map.council.example' })
})

test('roles of accounts elsewhere are read from pairs, and a role that is none stops the start', () => {
  const env = {
    PLACE_RISK_OIDC_ISSUER: 'https://login.council.example',
    PLACE_RISK_OIDC_CLIENT_ID: 'place-risk',
    PLACE_RISK_OIDC_SECRET_FILE: fileURLToPath(import.meta.url),
    PLACE_RISK_OIDC_AGENCY: 'Derby City Council',
  }
  const read = (roles: string) => readConfig({ ...env, PLACE_RISK_OIDC_ROLES: roles }, false).oidc?.roles

  expect(read('Risk.Chair=group_chair, Risk.Planner = snt_planner')).toEqual({
    'Risk.Chair': 'group_chair',
    'Risk.Planner': 'snt_planner',
  })
  expect(() => read('Risk.Chair=chairman')).toThrow('group_chair')
})

test.each(['127.0.0.1', '127.0.0.53', '::1', 'localhost'])('HOST=%s is this machine', (host) => {
  expect(readConfig({ HOST: host, PORT: '0' }, false)).toMatchObject({ host, port: 0 })
})

test('an empty variable is as good as none', () => {
  expect(readConfig({ HOST: '', PORT: '', DATABASE_URL: '', PLACE_RISK_BASEMAP: '' }, false)).toEqual(
    readConfig({}, false),
  )
})

test('the lines of a start name the database without its password', () => {
  const lines = describeConfig(readConfig({ DATABASE_URL: 'postgres://map:swordfish@db.internal/places' }, false))

  expect(lines).toContain('Database: postgres://map:hidden@db.internal/places')
  expect(lines.join('\n')).not.toContain('swordfish')
})

test('a password among the options of DATABASE_URL is not printed either', () => {
  const lines = describeConfig(readConfig({ DATABASE_URL: 'postgres://map@db/places?password=swordfish' }, false))

  expect(lines).toContain('Database: postgres://map@db/places')
})

test('a map style on another host is announced, with what that host gets to see', () => {
  const basemap = 'https://tiles.example/style.json'
  expect(describeConfig(readConfig({ PLACE_RISK_BASEMAP: basemap }, false)).join('\n')).toContain(
    'The map asks tiles.example for its pictures',
  )
})

test('the start says which browser makes PDFs, or that none does', () => {
  const linesFor = (browser: string) => describeConfig(readConfig({ PLACE_RISK_BROWSER: browser }, false)).join('\n')

  expect(linesFor(process.execPath)).toContain(`PDFs: made by ${process.execPath}`)
  expect(linesFor('none')).toContain('PDFs: not made (PLACE_RISK_BROWSER is “none”)')
})
