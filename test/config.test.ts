import { resolve } from 'node:path'
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
  ['HOST', 'map.council.example', 'no sign-in'],
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
  ['PLACE_RISK_LOG_LEVEL', 'loud', 'debug, info'],
  ['PLACE_RISK_BASE_MAP', 'sketch', 'PLACE_RISK_BASEMAP'],
])('%s=%s stops the start, with its name and what to do', (name, value, advice) => {
  const read = () => readConfig({ [name]: value }, false)

  expect(read).toThrow(name)
  expect(read).toThrow(advice)
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
