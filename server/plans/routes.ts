import { Router, type Request } from 'express'
import { accessOf, type Access, type Gate } from '../access/needs.ts'
import { fromCursor, toCursor } from '../cursor.ts'
import type { Db } from '../db.ts'
import { stepsOf, takerOf } from '../record-step.ts'
import { parseBody, parseQuery, uuidParameter } from '../request.ts'
import type { Service } from '../service.ts'
import { checkWording } from '../wording/check-wording.ts'
import { beginPlan, changePlan, planById, takePlanStep } from './keep-plan.ts'
import { isOver } from './lifecycle.ts'
import { toDetail, toPlan, type Reader } from './plan-answer.ts'
import {
  ComparatorQuery,
  PLAN_STATES,
  PlanChange,
  NewPlan,
  PlanQuery,
  PlanStepInput,
  type ComparatorList,
  type PlanDetail,
  type PlanHistory,
  type PlanList,
} from './schema.ts'
import { mostAlikeFirst } from './similar.ts'
import * as store from './store.ts'
import { textsOf } from './texts.ts'

/** /api/plans: what is done about a confirmed place, by whom and until when, and what it is judged by. */
export const planRoutes = (service: Service, { needs }: Gate) => {
  const readerOf = ({ scope, may }: Access): Reader => ({ today: service.today(), scope, may })
  const given = ({ person }: Access) => ({ taker: takerOf(person), now: service.now(), today: service.today() })
  const writing = ({ person }: Access) => ({ secrets: service.secrets, person, now: service.now() })

  const detail = async (db: Db, id: string | undefined, access: Access): Promise<PlanDetail> => {
    const plan = await planById(db, id)
    return toDetail(plan, readerOf(access), await stepsOf(db, { thing: 'plan', thingId: plan.id }))
  }
  /** Changes a plan, and answers with what it is then. */
  const alter = (
    req: Request,
    details: Record<string, unknown>,
    work: (db: Db, access: Access, id: string) => Promise<void>,
  ) => {
    const access = accessOf(req)
    const id = uuidParameter(req)
    return access.look({ type: OBJECT, id, details }, async (db) => {
      const plan = await planById(db, id)
      await work(db, access, plan.id)
      return detail(db, plan.id, access)
    })
  }

  return Router()
    .get('/', needs('plan', 'read'), async (req, res) => {
      const { hotspot = null, meeting = null, state, limit, cursor } = parseQuery(PlanQuery, req)
      const { key: afterKey, id: afterId } = fromCursor(cursor)
      const states = state === 'open' ? PLAN_STATES.filter((one) => !isOver(one)) : state ? [state] : null
      const access = accessOf(req)

      const list = await access.look({ type: 'plans' }, async (db): Promise<PlanList> => {
        const asked = { hotspotId: hotspot, meetingId: meeting, states, afterKey, afterId }
        const found = await store.pageOfPlans(db, { ...asked, limit: limit + 1 })
        const page = found.slice(0, limit)
        const last = found.length > limit ? page.at(-1) : undefined
        const plans = await store.plansById(db, { ids: page.map(({ id }) => id) })
        return {
          plans: plans.map((plan) => toPlan(plan, readerOf(access))),
          next: last ? toCursor(last.key, last.id) : null,
        }
      })

      res.json(list)
    })
    .post('/', needs('plan', 'create'), async (req, res) => {
      const input = parseBody(NewPlan, req)
      const access = accessOf(req)
      const made = await access.look({ type: OBJECT }, async (db) => {
        await checkWording(db, writing(access), textsOf(input), input.checkedWords)
        return detail(db, await beginPlan(db, input, given(access)), access)
      })

      res.status(201).location(`/api/plans/${made.id}`).json(made)
    })
    .get('/comparators', needs('storedRun', 'read'), async (req, res) => {
      const { hotspot } = parseQuery(ComparatorQuery, req)
      const access = accessOf(req)

      res.json(await access.look({ type: 'places to compare with', id: hotspot }, (db) => comparatorsOf(db, hotspot)))
    })
    .get('/:id', needs('plan', 'read'), async (req, res) => {
      const access = accessOf(req)
      const id = uuidParameter(req)

      res.json(await access.look({ type: OBJECT, id }, (db) => detail(db, id, access)))
    })
    .put('/:id', needs('plan', 'update'), async (req, res) => {
      const input = parseBody(PlanChange, req)

      res.json(
        await alter(req, {}, async (db, access, id) => {
          await checkWording(db, writing(access), textsOf(input), input.checkedWords)
          await changePlan(db, id, input, given(access))
        }),
      )
    })
    .post('/:id/steps', needs('plan', 'update'), async (req, res) => {
      const input = parseBody(PlanStepInput, req)

      res.json(
        await alter(req, { step: input.step }, async (db, access, id) => {
          await checkWording(db, writing(access), { '/why': input.why }, input.checkedWords)
          await takePlanStep(db, id, input, { ...given(access), may: access.may })
        }),
      )
    })
    .get('/:id/history', needs('plan', 'read'), async (req, res) => {
      const id = uuidParameter(req)
      const history = await accessOf(req).look({ type: OBJECT, id }, async (db): Promise<PlanHistory> => {
        const plan = await planById(db, id)
        return { revisions: await store.revisionsOf(db, { planId: plan.id }) }
      })

      res.json(history)
    })
}

const OBJECT = 'plan'

const comparatorsOf = async (db: Db, hotspotId: string): Promise<ComparatorList> => {
  const found = await store.comparatorsOf(db, { hotspotId })
  const own = found.find((one) => one.hotspotId === hotspotId)
  const places = found.flatMap(({ placeId, name, months, metres, ...one }) =>
    placeId === null || one.hotspotId === hotspotId
      ? []
      : [{ placeId, name, metres, months: months.map(({ children }) => children) }],
  )
  const ownMonths = own?.months.map(({ children }) => children) ?? null
  return {
    months: found[0]?.months.map(({ month }) => month) ?? [],
    own: ownMonths,
    places: ownMonths ? mostAlikeFirst(ownMonths, places) : places.map((place) => ({ ...place, distance: null })),
  }
}
