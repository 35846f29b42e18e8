import { isIP } from 'node:net'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { ROLES, type Role } from './access/roles.ts'
import { findBrowser, isProgram } from './browser.ts'

/** How the service was started: from the environment, read once. */
export interface Config {
  isDemo: boolean
  host: string
  port: number
  /** A PostGIS server, or undefined: the embedded database under `varFolder`/data. */
  databaseUrl: string | undefined
  /** Data and secrets, 0700. */
  varFolder: string
  /** The key file, 0600. */
  secretFile: string
  /** 'sketch', the path of a .pmtiles file, or the URL of a MapLibre style. */
  basemap: string
  /** The Chrome or Chromium that makes PDFs: a path, `none`, or null for the usual places. */
  browser: string | null
  /** Where people reach the service over TLS, such as https://place-risk.example.gov.uk: a proxy ends the TLS in front of it. */
  origin: string | null
  oidc: OidcConfig | null
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** Sign-in with accounts that are kept elsewhere (OpenID Connect). */
export interface OidcConfig {
  issuer: string
  clientId: string
  clientSecret: string
  /** What the button says, such as “your council account”. */
  label: string
  /** The claim whose values are mapped to roles. */
  roleClaim: string
  roles: Record<string, Role>
  /** The agency of everybody who signs in this way. */
  agency: string
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const

/** Variables that look like ours but are none are a typing slip: the start says so instead of passing over them. */
const KNOWN = [
  'PLACE_RISK_VAR',
  'PLACE_RISK_SECRET_FILE',
  'PLACE_RISK_BASEMAP',
  'PLACE_RISK_BROWSER',
  'PLACE_RISK_LOG_LEVEL',
  'PLACE_RISK_ORIGIN',
  'PLACE_RISK_OIDC_ISSUER',
  'PLACE_RISK_OIDC_CLIENT_ID',
  'PLACE_RISK_OIDC_SECRET_FILE',
  'PLACE_RISK_OIDC_LABEL',
  'PLACE_RISK_OIDC_ROLE_CLAIM',
  'PLACE_RISK_OIDC_ROLES',
  'PLACE_RISK_OIDC_AGENCY',
]

/** @throws Error that names the variable and what to do. */
export const readConfig = (env: NodeJS.ProcessEnv, isDemo: boolean): Config => {
  const stray = Object.keys(env).find((name) => name.startsWith('PLACE_RISK_') && !KNOWN.includes(name))
  if (stray) throw new Error(`${stray} is not a setting. Known are PORT, HOST, DATABASE_URL, ${KNOWN.join(', ')}.`)

  const varFolder = resolve(env.PLACE_RISK_VAR || 'var', isDemo ? 'demo' : '.')
  const origin = env.PLACE_RISK_ORIGIN ? readOrigin(env.PLACE_RISK_ORIGIN) : null
  return {
    isDemo,
    host: readHost(env.HOST || '127.0.0.1', origin),
    port: readPort(env.PORT || '3000'),
    databaseUrl: isDemo ? undefined : readDatabaseUrl(env.DATABASE_URL),
    varFolder,
    secretFile: resolve(env.PLACE_RISK_SECRET_FILE || `${varFolder}/secret`),
    basemap: readBasemap(env.PLACE_RISK_BASEMAP || 'sketch'),
    browser: env.PLACE_RISK_BROWSER ? readBrowser(env.PLACE_RISK_BROWSER) : null,
    origin,
    oidc: env.PLACE_RISK_OIDC_ISSUER ? readOidc(env, env.PLACE_RISK_OIDC_ISSUER) : null,
    logLevel: readLogLevel(env.PLACE_RISK_LOG_LEVEL || 'info'),
  }
}

/** True for a name or address of this machine that nobody else can reach. */
export const isLoopback = (host: string) =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

/** Plain HTTP beyond this machine would show passwords and cases to whoever listens on the way. */
const readHost = (host: string, origin: string | null) => {
  if (isLoopback(host) || origin) return host
  throw new Error(
    `HOST is ${host}, which others can reach, but no TLS proxy is declared. Put one in front and name its address in PLACE_RISK_ORIGIN (https://…), or use 127.0.0.1, ::1 or localhost.`,
  )
}

const readOrigin = (text: string) => {
  if (URL.canParse(text)) {
    const { protocol, origin, pathname, search } = new URL(text)
    if (protocol === 'https:' && pathname === '/' && search === '') return origin
  }
  throw new Error(
    `PLACE_RISK_ORIGIN is ${text}. Give the address at which the TLS proxy serves people, such as https://place-risk.example.gov.uk.`,
  )
}

const readOidc = (env: NodeJS.ProcessEnv, issuer: string): OidcConfig => {
  const { protocol, hostname } = URL.canParse(issuer) ? new URL(issuer) : { protocol: '', hostname: '' }
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(hostname)))
    throw new Error(`PLACE_RISK_OIDC_ISSUER is ${issuer}. Give the provider’s https:// address.`)
  const needed = (name: string) => {
    const value = env[name]
    if (value) return value
    throw new Error(`${name} is missing: PLACE_RISK_OIDC_ISSUER needs it. README.md says what it holds.`)
  }
  return {
    issuer,
    clientId: needed('PLACE_RISK_OIDC_CLIENT_ID'),
    clientSecret: readSecretFile(needed('PLACE_RISK_OIDC_SECRET_FILE')),
    label: env.PLACE_RISK_OIDC_LABEL || 'your work account',
    roleClaim: env.PLACE_RISK_OIDC_ROLE_CLAIM || 'roles',
    roles: readRoles(needed('PLACE_RISK_OIDC_ROLES')),
    agency: needed('PLACE_RISK_OIDC_AGENCY'),
  }
}

const readSecretFile = (file: string) => {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw new Error(
      `PLACE_RISK_OIDC_SECRET_FILE is ${file}, which cannot be read. Give the file that holds the client’s secret.`,
    )
  }
}

/** `PlaceRisk.Chair=group_chair, PlaceRisk.Planner=snt_planner` */
const readRoles = (text: string): Record<string, Role> =>
  Object.fromEntries(
    text.split(',').map((pair) => {
      const [claim = '', name = ''] = pair.split('=').map((part) => part.trim())
      const role = ROLES.find((known) => known === name)
      if (claim && role) return [claim, role]
      throw new Error(
        `PLACE_RISK_OIDC_ROLES has “${pair.trim()}”. Write VALUE=ROLE with commas between; the roles are ${ROLES.join(', ')}.`,
      )
    }),
  )

const readPort = (text: string) => {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65535) return port
  throw new Error(`PORT is ${text}. Give a whole number from 0 to 65535 (0: any free port).`)
}

const readDatabaseUrl = (url: string | undefined) => {
  if (!url) return undefined
  if (!/^postgres(ql)?:\/\//.test(url))
    throw new Error(
      'DATABASE_URL does not start with postgres:// or postgresql://. Leave it out for the embedded database.',
    )
  if (URL.canParse(url)) return url
  throw new Error(
    'DATABASE_URL is no proper address. Write postgres://USER:PASSWORD@HOST/DATABASE, each sign of the password that is not a letter or a figure as its %-code.',
  )
}

const readBasemap = (basemap: string) => {
  if (basemap === 'sketch' || basemap.endsWith('.pmtiles')) return basemap
  if (URL.canParse(basemap) && /^https?:$/.test(new URL(basemap).protocol)) return basemap
  throw new Error(
    `PLACE_RISK_BASEMAP is ${basemap}. Give “sketch”, the path of a .pmtiles file, or the URL of a map style.`,
  )
}

const readBrowser = (path: string) => {
  if (path === 'none' || isProgram(path)) return path
  throw new Error(
    `PLACE_RISK_BROWSER is ${path}, which is no program that can be started. Give the path of Chrome or Chromium, “none” for no PDFs, or leave it out for the usual places.`,
  )
}

const readLogLevel = (text: string) => {
  const level = LOG_LEVELS.find((known) => known === text)
  if (level) return level
  throw new Error(`PLACE_RISK_LOG_LEVEL is ${text}. Give one of ${LOG_LEVELS.join(', ')}.`)
}

/** The configuration for the first lines of a start, without secrets. */
export const describeConfig = ({ databaseUrl, varFolder, basemap, browser, origin, oidc }: Config): string[] => [
  databaseUrl ? `Database: ${withoutPassword(databaseUrl)}` : `Database: embedded, under ${varFolder}`,
  ...(origin ? [`Served to people at ${origin}, over TLS that a proxy ends`] : []),
  ...(oidc ? [`Sign-in also by ${oidc.issuer}`] : []),
  basemap === 'sketch' ? 'Map: the built-in sketch' : `Map: ${basemap}`,
  ...(isOtherHost(basemap)
    ? [`The map asks ${new URL(basemap).host} for its pictures: that host sees which streets are looked at.`]
    : []),
  pdfWords(browser),
]

const pdfWords = (browser: string | null) => {
  const program = findBrowser(browser)
  if (program) return `PDFs: made by ${program}`
  return `PDFs: not made (${browser === 'none' ? 'PLACE_RISK_BROWSER is “none”' : 'no Chrome or Chromium was found; PLACE_RISK_BROWSER can name one'})`
}

/** True where the basemap is a style on a host of its own, which the content policy then has to allow. */
export const isOtherHost = (basemap: string) => /^https?:/.test(basemap)

const withoutPassword = (url: string) => {
  const shown = new URL(url)
  if (shown.password) shown.password = 'hidden'
  // Options may hold a password too, or the name of a key file.
  shown.search = ''
  return shown.toString()
}
