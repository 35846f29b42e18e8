import { Router, type Request } from 'express'
import { scopeOf } from '../access/matrix.ts'
import { accessOf, type Access, type Gate } from '../access/needs.ts'
import type { Db } from '../db.ts'
import { notFound } from '../errors.ts'
import { uuidParameter } from '../request.ts'
import type { Service } from '../service.ts'
import { toEffect } from './effect-answer.ts'
import type { LatestEffect, LatestEffectExact } from './schema.ts'
import * as store from './store.ts'
import { canWorkOut, workOutEffect } from './work-out-effect.ts'

/** /api/plans/:id/effect: whether a plan did anything. */
export const effectRoutes = (service: Service, { needs }: Gate) =>
  Router()
    .get('/:id/effect', needs('plan', 'read'), async (req, res) => {
      const [access, planId] = [accessOf(req), idOf(req)]

      res.json(await access.look({ type: OBJECT, id: planId }, (db) => latest(db, planId, access)))
    })
    .post('/:id/effect', needs('planEffect', 'create', { subject: 'storedRun' }), async (req, res) => {
      const [access, planId] = [accessOf(req), idOf(req)]
      const answer = await access.work({ type: OBJECT, id: planId }, async (db) => {
        await workOutEffect(db, planId, { today: service.today(), now: service.now() })
        return latest(db, planId, access)
      })

      res.status(201).json(answer)
    })
    .get('/:id/effect/exact', needs('storedRun', 'read'), async (req, res) => {
      const planId = idOf(req)
      const exact = await accessOf(req).look({ type: OBJECT, id: planId }, async (db): Promise<LatestEffectExact> => {
        const found = await store.latestExact(db, { planId })
        return { effect: found ? { ...found.exact, id: found.id, inputHash: found.inputHash } : null }
      })

      res.json(exact)
    })

const OBJECT = 'effect of a plan'

const idOf = (req: Request): string => {
  const id = uuidParameter(req)
  if (!id) throw notFound('That plan')
  return id
}

const latest = async (db: Db, planId: string, { scope, person }: Access): Promise<LatestEffect> => {
  const found = await store.latestEffect(db, { planId })
  if (!found) throw notFound('That plan')
  return {
    effect: toEffect(planId, found, scope),
    canWorkOut: canWorkOut(found.state) && scopeOf(person.role, 'planEffect', 'create') !== undefined,
  }
}
