import { Router, type Request } from 'express'
import { accessOf, type Access, type Gate } from '../access/needs.ts'
import { fromCursor, toCursor } from '../cursor.ts'
import type { Db } from '../db.ts'
import { stepsOf } from '../record-step.ts'
import { parseBody, parseQuery, uuidParameter } from '../request.ts'
import type { Service } from '../service.ts'
import { expireDue } from './expire-due.ts'
import { patrolById, planPatrol, requestPatrol, takePatrolStep } from './keep-patrol.ts'
import { seesSumsOnly, toDetail, toDetailInSums, toPatrol } from './patrol-answer.ts'
import { PatrolQuery, PatrolRequest, PatrolStepInput, PatrolTaskInput, type PatrolDetail } from './schema.ts'
import * as store from './store.ts'

/** /api/patrols: asked for by the meeting, planned, given out and closed by a planner of the area. */
export const patrolRoutes = (service: Service, { needs }: Gate) => {
  const look = <T>(req: Request, id: string | undefined, work: (db: Db, access: Access) => Promise<T>) => {
    const access = accessOf(req)
    return access.look({ type: 'patrol task', ...(id !== undefined && { id }) }, async (db) => {
      await expireDue(db, service)
      return work(db, access)
    })
  }
  const given = ({ person }: Access) => {
    const { secrets, now, today } = service
    return { person, secrets, now: now(), today: today() }
  }

  const detail = async (db: Db, id: string | undefined, { person, scope, may }: Access): Promise<PatrolDetail> => {
    const patrol = await patrolById(db, id)
    const reader = { today: service.today(), may }
    if (seesSumsOnly(person.role)) return toDetailInSums(patrol, reader)
    return toDetail(patrol, reader, {
      bestWindows: (await store.bestWindows(db, patrol))?.windows ?? [],
      taken: await stepsOf(db, { thing: 'patrol', thingId: patrol.id }),
      visits: scope === 'areas' ? await store.visitsOf(db, { patrolId: patrol.id }) : null,
    })
  }

  return Router()
    .get('/', needs('patrol', 'read'), async (req, res) => {
      const { hotspot = null, meeting = null, state = null, limit, cursor } = parseQuery(PatrolQuery, req)
      const { key: afterKey, id: afterId } = fromCursor(cursor)

      const list = await look(req, undefined, async (db, { may }) => {
        const asked = { hotspotId: hotspot, meetingId: meeting, state, afterKey, afterId }
        const found = await store.pageOfPatrols(db, { ...asked, limit: limit + 1 })
        const page = found.slice(0, limit)
        const last = found.length > limit ? page.at(-1) : undefined
        const patrols = await store.patrolsById(db, { ids: page.map(({ id }) => id) })
        const reader = { today: service.today(), may }
        return {
          patrols: patrols.map((patrol) => toPatrol(patrol, reader)),
          next: last ? toCursor(last.key, last.id) : null,
        }
      })

      res.json(list)
    })
    .post('/', needs('patrolRequest', 'create'), async (req, res) => {
      const input = parseBody(PatrolRequest, req)
      const made = await look(req, undefined, async (db, access) =>
        detail(db, await requestPatrol(db, input, given(access)), access),
      )

      res.status(201).location(`/api/patrols/${made.id}`).json(made)
    })
    .get('/:id', needs('patrol', 'read'), async (req, res) => {
      const id = uuidParameter(req)

      res.json(await look(req, id, (db, access) => detail(db, id, access)))
    })
    .patch('/:id', needs('patrol', 'update'), async (req, res) => {
      const [id, input] = [uuidParameter(req), parseBody(PatrolTaskInput, req)]
      const patrol = await look(req, id, async (db, access) => {
        const { id: known } = await patrolById(db, id)
        await planPatrol(db, known, input, given(access))
        return detail(db, known, access)
      })

      res.json(patrol)
    })
    .post('/:id/steps', needs('patrol', 'update'), async (req, res) => {
      const [id, input] = [uuidParameter(req), parseBody(PatrolStepInput, req)]
      const patrol = await look(req, id, async (db, access) => {
        const { id: known } = await patrolById(db, id)
        await takePatrolStep(db, known, input, { ...given(access), may: access.may })
        return detail(db, known, access)
      })

      res.json(patrol)
    })
}
