import { isIP } from 'node:net'
import { resolve } from 'node:path'

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
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const

/** Variables that look like ours but are none are a typing slip: the start says so instead of passing over them. */
const KNOWN = ['PLACE_RISK_VAR', 'PLACE_RISK_SECRET_FILE', 'PLACE_RISK_BASEMAP', 'PLACE_RISK_LOG_LEVEL']

/** @throws Error that names the variable and what to do. */
export const readConfig = (env: NodeJS.ProcessEnv, isDemo: boolean): Config => {
  const stray = Object.keys(env).find((name) => name.startsWith('PLACE_RISK_') && !KNOWN.includes(name))
  if (stray) throw new Error(`${stray} is not a setting. Known are PORT, HOST, DATABASE_URL, ${KNOWN.join(', ')}.`)

  const varFolder = resolve(env.PLACE_RISK_VAR || 'var', isDemo ? 'demo' : '.')
  return {
    isDemo,
    host: readHost(env.HOST || '127.0.0.1'),
    port: readPort(env.PORT || '3000'),
    databaseUrl: isDemo ? undefined : readDatabaseUrl(env.DATABASE_URL),
    varFolder,
    secretFile: resolve(env.PLACE_RISK_SECRET_FILE || `${varFolder}/secret`),
    basemap: readBasemap(env.PLACE_RISK_BASEMAP || 'sketch'),
    logLevel: readLogLevel(env.PLACE_RISK_LOG_LEVEL || 'info'),
  }
}

/** True for a name or address of this machine that nobody else can reach. */
export const isLoopback = (host: string) =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

/** Until there is sign-in, nobody beyond this machine may reach the data. */
const readHost = (host: string) => {
  if (isLoopback(host)) return host
  throw new Error(
    `HOST is ${host}, but there is no sign-in yet, so the service listens on this machine only. Use 127.0.0.1, ::1 or localhost.`,
  )
}

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

const readLogLevel = (text: string) => {
  const level = LOG_LEVELS.find((known) => known === text)
  if (level) return level
  throw new Error(`PLACE_RISK_LOG_LEVEL is ${text}. Give one of ${LOG_LEVELS.join(', ')}.`)
}

/** The configuration for the first lines of a start, without secrets. */
export const describeConfig = ({ databaseUrl, varFolder, basemap }: Config): string[] => [
  databaseUrl ? `Database: ${withoutPassword(databaseUrl)}` : `Database: embedded, under ${varFolder}`,
  basemap === 'sketch' ? 'Map: the built-in sketch' : `Map: ${basemap}`,
  ...(isOtherHost(basemap)
    ? [`The map asks ${new URL(basemap).host} for its pictures: that host sees which streets are looked at.`]
    : []),
]

/** True where the basemap is a style on a host of its own, which the content policy then has to allow. */
export const isOtherHost = (basemap: string) => /^https?:/.test(basemap)

const withoutPassword = (url: string) => {
  const shown = new URL(url)
  if (shown.password) shown.password = 'hidden'
  // Options may hold a password too, or the name of a key file.
  shown.search = ''
  return shown.toString()
}
