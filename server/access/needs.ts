import { randomUUID } from 'node:crypto'
import type { Request, RequestHandler } from 'express'
import type { Db } from '../db.ts'
import { codeNeeded, notGranted, reasonNeeded, signInNeeded } from '../errors.ts'
import type { Service } from '../service.ts'
import type { AuditAction } from './chain.ts'
import { digestOf, readSessionToken } from './cookie.ts'
import { scopeOf, type Action, type Data, type Scope } from './matrix.ts'
import type { Person } from './person.ts'
import { personOfSession, touchSession } from './store.ts'
import { DATA, type DatabaseRole } from './tiers.ts'
import { underRole } from './under-role.ts'

/** Sessions end after this long without a request, and after this long whatever happens. */
export const IDLE_MINUTES = 30
export const ABSOLUTE_MINUTES = 12 * 60

/** What a request is about, for the log: never the data themselves. */
export interface LoggedObject {
  type: string
  id?: string | undefined
  /** Counts and names, no data. */
  details?: Record<string, unknown>
}

/** What a request may do, once `needs` has let it through. */
export interface Access {
  person: Person
  /** How far the grant reaches that let the request through. */
  scope: Scope
  /** Whether the person's role is granted another action on the same data. */
  may(action: Action): boolean
  /**
   * Writes the line of the log and commits it; then runs `work` in one transaction under the tier's database role. Case data can be
   * read in no other way. @throws a 403 problem `reason-needed` where nobody said yet why they look
   */
  look<T>(object: LoggedObject, work: (db: Db) => Promise<T>): Promise<T>
  /** As `look`, where the work is of many transactions (a file): only the role `intake` can do without an opened reading. */
  work<T>(object: LoggedObject, work: (db: Db) => Promise<T>): Promise<T>
}

/** A handler that says what a route needs: the walk of all routes looks for it. */
export interface Need extends RequestHandler {
  need: { data: Data; action: Action } | 'open' | 'signed-in'
}

const accesses = new WeakMap<Request, Access>()
const persons = new WeakMap<Request, Promise<Person | undefined>>()

/** The access of a request. @throws Error where the route named no need: nothing is read without one */
export const accessOf = (req: Request): Access => {
  const access = accesses.get(req)
  if (!access) throw new Error(`${req.method} ${req.baseUrl}${req.path} names no need`)
  return access
}

const LOGGED_AS: Record<Action, AuditAction> = {
  create: 'collection',
  read: 'consultation',
  update: 'alteration',
  approve: 'configuration',
  export: 'disclosure',
}

interface NeedOptions {
  /** What a reason is asked for, once a session. Of one object: a function that names it. */
  subject?: string | ((req: Request) => string)
  /** Where it is not what the action is usually logged as. */
  logAs?: AuditAction
  /** Where the route works under another database role than the data's. */
  databaseRole?: DatabaseRole
}

/** What every route of this service is given through: `open`, `signedIn` or `needs`. */
export const gate = (service: Service) => {
  const entry = underRole(service.db, { role: 'entry' })

  const find = async (req: Request): Promise<Person | undefined> => {
    const token = readSessionToken(req, service.isSecure)
    if (!token) return undefined
    const found = await personOfSession(entry, {
      digest: digestOf(token),
      idleMinutes: IDLE_MINUTES,
      absoluteMinutes: ABSOLUTE_MINUTES,
    })
    if (!found) return undefined
    const { isStale, isCodeRequired, ...person } = found
    if (isStale) await touchSession(entry, { id: person.sessionId })
    return { ...person, hasOneTimeCode: person.hasOneTimeCode || !isCodeRequired }
  }

  /** Who is asking; undefined: nobody that is signed in. */
  const personOf = (req: Request) => {
    const known = persons.get(req) ?? find(req)
    persons.set(req, known)
    return known
  }

  const requirePerson = async (req: Request): Promise<Person> => {
    const person = await personOf(req)
    if (!person) throw signInNeeded()
    return person
  }

  const open: Need = Object.assign(((_req, _res, next) => next()) as RequestHandler, { need: 'open' as const })

  /** For whoever is signed in, whatever the role: their own session and what holds no data. */
  const signedIn: Need = Object.assign(
    (async (req, _res, next) => {
      await requirePerson(req)
      next()
    }) as RequestHandler,
    { need: 'signed-in' as const },
  )

  const needs = (data: Data, action: Action, options: NeedOptions = {}): Need => {
    const handler: RequestHandler = async (req, _res, next) => {
      const person = await requirePerson(req)
      if (!person.hasOneTimeCode) throw codeNeeded()
      const scope = scopeOf(person.role, data, action)
      const requestId = randomUUID()
      if (!scope) {
        await service.scribe.write({
          ...whoOf(person),
          ...NO_REASON,
          action: 'refusal',
          objectType: data,
          objectId: null,
          requestId,
        })
        throw notGranted()
      }
      accesses.set(req, accessFor(req, person, scope, requestId, { data, action, options }))
      next()
    }
    return Object.assign(handler, { need: { data, action } })
  }

  const accessFor = (
    req: Request,
    person: Person,
    scope: Scope,
    requestId: string,
    { data, action, options }: { data: Data; action: Action; options: NeedOptions },
  ): Access => {
    const { tier, isLogged } = DATA[data]
    const role = options.databaseRole ?? databaseRoleOf(data, person)
    const mustLog = isLogged || action !== 'read'
    const writeLine = async ({ type, id, details }: LoggedObject) => {
      const reason = tier === 'G0' || tier === 'G1' ? reasonFor(req, person, data, options) : undefined
      return service.scribe.write({
        ...whoOf(person),
        action: options.logAs ?? LOGGED_AS[action],
        objectType: type,
        objectId: id ?? null,
        reasonCode: reason?.code ?? null,
        reasonWords: reason?.words ?? null,
        requestId,
        ...(details && { details }),
      })
    }
    const areas = areasOf(person, scope)
    const dbFor = (line?: number) =>
      underRole(service.db, {
        role,
        personId: person.id,
        agency: person.agency,
        reach: scope,
        areas,
        ...(line !== undefined && { line }),
      })
    return {
      person,
      scope,
      may: (other) => scopeOf(person.role, data, other) !== undefined,
      look: async (object, work) => {
        const line = mustLog ? await writeLine(object) : undefined
        return dbFor(role === 'case' ? line : undefined).transaction(work)
      },
      work: async (object, work) => {
        if (mustLog) await writeLine(object)
        return work(dbFor())
      },
    }
  }

  const reasonFor = (req: Request, { reasons }: Person, data: Data, { subject = data }: NeedOptions) => {
    const name = typeof subject === 'string' ? subject : subject(req)
    const reason = Object.hasOwn(reasons, name) ? reasons[name] : undefined
    if (!reason) throw reasonNeeded(name)
    return reason
  }

  return { open, signedIn, needs, personOf, requirePerson }
}

/** Neighbourhood people have areas of their own, whatever the grant; whom a list or a referral reaches has none. */
const areasOf = ({ role, areaIds }: Person, scope: Scope): readonly string[] | 'all' => {
  if (role === 'snt_planner' || role === 'snt_officer') return areaIds
  return scope === 'referred' || scope === 'listed' ? [] : 'all'
}

/** Whoever keeps the gazetteer sees all of it; for the others an area of private addresses has no outline. */
const databaseRoleOf = (data: Data, { role }: Person): DatabaseRole =>
  data === 'gazetteer' && scopeOf(role, 'gazetteer', 'update') ? 'intake' : DATA[data].databaseRole

export type Gate = ReturnType<typeof gate>

export const NO_REASON = { reasonCode: null, reasonWords: null }

/** For a line of the log that nobody signed in is behind. @param username what it was, such as the command line; null: not known */
export const byNobody = (username: string | null) => ({
  personId: null,
  username,
  role: null,
  agency: null,
  ...NO_REASON,
})

/** Who, for a line of the log. */
export const whoOf = ({ id, username, role, agency }: Pick<Person, 'id' | 'username' | 'role' | 'agency'>) => ({
  personId: id,
  username,
  role,
  agency,
})
