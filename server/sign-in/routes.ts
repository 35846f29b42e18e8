import { Router } from 'express'
import { clearSessionCookie } from '../access/cookie.ts'
import { ABSOLUTE_MINUTES, IDLE_MINUTES, type Gate } from '../access/needs.ts'
import { giveReason } from '../access/store.ts'
import { limitTries } from '../access/limit-tries.ts'
import { underRole } from '../access/under-role.ts'
import { parseBody } from '../request.ts'
import type { Service } from '../service.ts'
import { enter } from './enter.ts'
import { tell, tellFailure } from './log.ts'
import { oneTimeCodeRoutes } from './one-time-code-routes.ts'
import { PasswordChange, ReasonGiven, SessionsToEnd, SignIn } from './schema.ts'
import { sessionAnswer } from './session-answer.ts'
import { changePassword } from './set-password.ts'
import { signInWithPassword } from './sign-in-with-password.ts'
import { endSession, endSessions, sessionsOf } from './store.ts'

/** /api/session: who is signed in, signing in and out, and what each keeps of their own sign-in. */
export const sessionRoutes = (service: Service, gate: Gate) => {
  const { scribe, secrets, config, isSecure } = service
  const { open, signedIn, personOf, requirePerson } = gate
  const entry = underRole(service.db, { role: 'entry' })
  const limit = limitTries('failed')

  return Router()
    .get('/', open, async (req, res) => {
      const person = await personOf(req)

      res.json(await sessionAnswer(entry, config, person?.sessionId ?? null))
    })
    .post('/', open, limit, async (req, res) => {
      const typed = parseBody(SignIn, req)
      const person = await signInWithPassword({ db: entry, secrets, now: Date.now() }, typed, (found) =>
        tellFailure(scribe, found, { way: 'password' }),
      )
      const sessionId = await enter(service, entry, { req, res }, person, 'password')

      res.status(201).json(await sessionAnswer(entry, config, sessionId))
    })
    .delete('/', signedIn, async (req, res) => {
      const person = await requirePerson(req)
      await endSession(entry, { id: person.sessionId })
      await tell(scribe, person, 'sign_in', 'session', { what: 'signed out' })
      clearSessionCookie(res, isSecure)

      res.status(204).end()
    })
    .post('/reasons', signedIn, async (req, res) => {
      const { sessionId } = await requirePerson(req)
      await giveReason(entry, { sessionId, ...parseBody(ReasonGiven, req) })

      res.status(204).end()
    })
    .post('/password', signedIn, limit, async (req, res) => {
      const person = await requirePerson(req)
      const ended = await changePassword({ db: entry, secrets }, person, parseBody(PasswordChange, req))
      await tell(scribe, person, 'configuration', 'person', { what: 'password changed', sessionsEnded: ended })

      res.status(204).end()
    })
    .get('/list', signedIn, async (req, res) => {
      const { id, sessionId } = await requirePerson(req)
      const limits = { idleMinutes: IDLE_MINUTES, absoluteMinutes: ABSOLUTE_MINUTES }
      const sessions = await sessionsOf(entry, { personId: id, ...limits })

      res.json({ sessions: sessions.map((session) => ({ ...session, isThis: session.id === sessionId })) })
    })
    .post('/list/end', signedIn, async (req, res) => {
      const person = await requirePerson(req)
      const { ids } = parseBody(SessionsToEnd, req)
      const ended = await endSessions(entry, {
        personId: person.id,
        ids: typeof ids === 'string' ? null : ids,
        spared: ids === 'others' ? person.sessionId : null,
      })
      await tell(scribe, person, 'sign_in', 'session', { what: 'sessions ended', sessionsEnded: ended })
      if (ids === 'all' || ids.includes(person.sessionId)) clearSessionCookie(res, isSecure)

      res.status(204).end()
    })
    .use('/one-time-code', oneTimeCodeRoutes(service, gate, limit))
}
