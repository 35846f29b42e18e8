import { Router, type Request } from 'express'
import { accessOf, type Access, type Gate } from '../access/needs.ts'
import type { Db } from '../db.ts'
import { parseBody, uuidParameter } from '../request.ts'
import type { Service } from '../service.ts'
import { checkWording } from '../wording/check-wording.ts'
import { correctSession, planSessions, recordSession, referralOf, sessionOf } from './keep-session.ts'
import { SessionsPlanInput, OutreachSessionChange, OutreachSessionInput, type ReferralSessions } from './schema.ts'
import { toSession, toSessions } from './session-answer.ts'
import * as store from './store.ts'

/** /api/outreach: the sessions that a provider plans and holds at a place that was referred to it. */
export const outreachRoutes = (service: Service, { needs }: Gate) => {
  const readerOf = ({ person, scope, may }: Access) => ({ personId: person.id, scope, may })
  const doing = ({ person }: Access) => ({ person, now: service.now(), today: service.today() })
  const check = (
    db: Db,
    { person }: Access,
    { observations, checkedWords }: { observations: string | null; checkedWords?: string[] | undefined },
  ) =>
    checkWording(
      db,
      { secrets: service.secrets, person, now: service.now() },
      { '/observations': observations },
      checkedWords,
    )
  const look = <T>(req: Request, type: string, work: (db: Db, access: Access) => Promise<T>) => {
    const access = accessOf(req)
    return access.look({ type, id: uuidParameter(req) }, (db) => work(db, access))
  }
  const sessionsOf = async (db: Db, id: string | undefined, access: Access): Promise<ReferralSessions> => {
    const referral = await referralOf(db, id)
    const referralId = referral.id
    return toSessions(
      referral,
      {
        planned: await store.plannedOf(db, { referralId }),
        sessions: await store.sessionsOf(db, { referralId }),
        today: service.today(),
      },
      readerOf(access),
    )
  }

  return Router()
    .get('/:id', needs('outreachSession', 'read'), async (req, res) => {
      res.json(await look(req, SESSIONS, (db, access) => sessionsOf(db, uuidParameter(req), access)))
    })
    .put('/:id/planned', needs('outreachSession', 'update'), async (req, res) => {
      const input = parseBody(SessionsPlanInput, req)
      const sessions = await look(req, SESSIONS, async (db, access) => {
        const referral = await referralOf(db, uuidParameter(req))
        await planSessions(db, referral, input)
        return sessionsOf(db, referral.id, access)
      })

      res.json(sessions)
    })
    .post('/:id/sessions', needs('outreachSession', 'create'), async (req, res) => {
      const input = parseBody(OutreachSessionInput, req)
      const { session, isNew } = await look(req, SESSIONS, async (db, access) => {
        const referral = await referralOf(db, uuidParameter(req))
        await check(db, access, input)
        const kept = await recordSession(db, referral, input, doing(access))
        return { ...kept, session: toSession(kept.session, readerOf(access)) }
      })

      res.status(isNew ? 201 : 200).json(session)
    })
    .patch('/sessions/:id', needs('outreachSession', 'update'), async (req, res) => {
      const input = parseBody(OutreachSessionChange, req)
      const session = await look(req, 'outreach session', async (db, access) => {
        const known = await sessionOf(db, uuidParameter(req))
        await check(db, access, input)
        return toSession(await correctSession(db, known, input, doing(access)), readerOf(access))
      })

      res.json(session)
    })
}

const SESSIONS = 'sessions of a referral'
