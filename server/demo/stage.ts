import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { RequestHandler } from 'express'
import { openScribe } from '../access/scribe.ts'
import { createApp } from '../app.ts'
import type { Db } from '../db.ts'
import { localDay } from '../local-time.ts'
import { DEMO_PASSWORD } from '../people/demo-accounts.ts'
import type { Secrets } from '../secrets.ts'

/** Somebody of the demo at work: asks the service as their page would. Throws where it says no: the demo is made of what is allowed. */
export interface Actor {
  /** Its session, as a request carries it. */
  cookie: string
  // oxlint-disable-next-line typescript/no-explicit-any -- the demo takes what it needs of an answer
  ask(method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: unknown): Promise<any>
}

export interface Stage {
  /** Where it listens, such as http://127.0.0.1:41234. */
  origin: string
  /** Sets the clock that everything about places goes by. @param moment ISO 8601 */
  setClock(moment: string): void
  /** Somebody signed in, by their username; the same each time. */
  as(username: string): Promise<Actor>
  close(): void
}

/** What those who see case data are asked a reason for. */
const SUBJECTS = ['storedRun', 'planEffect', 'meetingChildren', 'exactReport']

/**
 * The whole service on a port of this machine, with a clock that can be set, so that a year can be played through its own rules.
 * @param pages serves the front end, where somebody is to look at it too
 */
export const openStage = async (db: Db, secrets: Secrets, pages?: RequestHandler): Promise<Stage> => {
  let clock = new Date(0)
  const server = createApp(
    {
      db,
      scribe: openScribe(db, secrets.auditKey),
      auditHeadsFile: null,
      isSecure: false,
      databaseKind: 'embedded',
      config: { isDemo: true, basemap: 'sketch', browser: 'none', oidc: null, origin: null },
      secrets,
      today: () => localDay(clock),
      now: () => clock,
      report: (error) => {
        throw error
      },
    },
    pages,
  ).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const send = async (method: string, path: string, body: unknown, cookie?: string) => {
    const response = await fetch(origin + path, {
      method,
      headers: { ...(cookie && { cookie }), ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`the demo’s ${method} ${path} was answered with ${response.status}: ${text}`)
    return { response, answer: text === '' ? undefined : (JSON.parse(text) as unknown) }
  }

  const signIn = async (username: string): Promise<Actor> => {
    const { response } = await send('POST', '/api/session', { username, password: DEMO_PASSWORD })
    const cookie = response.headers.getSetCookie()[0]!.split(';')[0]!
    for (const subject of SUBJECTS)
      await send('POST', '/api/session/reasons', { subject, code: 'monthly_meeting', words: '' }, cookie)
    return { cookie, ask: async (method, path, body) => (await send(method, path, body, cookie)).answer }
  }

  const actors = new Map<string, Promise<Actor>>()
  return {
    origin,
    setClock: (moment) => {
      clock = new Date(moment)
    },
    as: (username) => {
      const actor = actors.get(username) ?? signIn(username)
      actors.set(username, actor)
      return actor
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
