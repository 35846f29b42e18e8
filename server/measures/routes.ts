import { Router } from 'express'
import { accessOf, type Access, type Gate } from '../access/needs.ts'
import type { Db } from '../db.ts'
import { notFound } from '../errors.ts'
import { takerOf } from '../record-step.ts'
import { parseBody, parseQuery, uuidParameter } from '../request.ts'
import { isOver } from '../plans/lifecycle.ts'
import type { Service } from '../service.ts'
import { checkWording } from '../wording/check-wording.ts'
import { CATALOGUE } from './catalogue.ts'
import { changeMeasure, measureById, proposeMeasure, takeMeasureStep } from './keep-measure.ts'
import { toMeasure, type Reader } from './measure-answer.ts'
import {
  MeasureChange,
  MeasureInput,
  MeasureQuery,
  MeasureStepInput,
  type Catalogue,
  type Measure,
  type MeasureList,
} from './schema.ts'
import * as store from './store.ts'

/** /api/measures: what is done at a place, out of a catalogue, by which agency and on what authority. */
export const measureRoutes = (service: Service, { needs }: Gate) => {
  const readerOf = ({ person, scope, may }: Access): Reader => ({
    today: service.today(),
    agency: person.agency,
    scope,
    may,
  })
  const given = (access: Access) => ({ taker: takerOf(access.person), now: service.now(), reader: readerOf(access) })
  const check = (db: Db, { person }: Access, texts: Record<string, string | null | undefined>, checked?: string[]) =>
    checkWording(db, { secrets: service.secrets, person, now: service.now() }, texts, checked)
  const one = async (db: Db, id: string, access: Access): Promise<Measure> =>
    toMeasure(await measureById(db, id), readerOf(access))

  return Router()
    .get('/catalogue', needs('measure', 'read'), async (req, res) => {
      const catalogue: Catalogue = { measures: [...CATALOGUE] }

      res.json(await accessOf(req).look({ type: 'catalogue of measures' }, () => Promise.resolve(catalogue)))
    })
    .get('/', needs('measure', 'read'), async (req, res) => {
      const { plan: planId = null, hotspot: hotspotId = null } = parseQuery(MeasureQuery, req)
      const access = accessOf(req)
      const list = await access.look({ type: 'measures', id: planId ?? hotspotId ?? undefined }, async (db) => {
        const plan = planId === null ? undefined : await store.planOf(db, { planId })
        if (planId !== null && !plan) throw notFound('That plan')
        const found = await store.measures(db, { id: null, planId, hotspotId })
        const answer: MeasureList = {
          measures: found.map((measure) => toMeasure(measure, readerOf(access))),
          canPropose: plan !== undefined && !isOver(plan.state) && access.may('create'),
        }
        return answer
      })

      res.json(list)
    })
    .post('/', needs('measure', 'create'), async (req, res) => {
      const input = parseBody(MeasureInput, req)
      const access = accessOf(req)
      const made = await access.look({ type: OBJECT }, async (db) => {
        await check(db, access, textsOf(input), input.checkedWords)
        return one(db, await proposeMeasure(db, input, given(access)), access)
      })

      res.status(201).json(made)
    })
    .put('/:id', needs('measure', 'update'), async (req, res) => {
      const input = parseBody(MeasureChange, req)
      const [access, id] = [accessOf(req), uuidParameter(req)]
      const texts = { ...textsOf(input), '/outcome': input.outcome }
      const changed = await access.look({ type: OBJECT, id }, async (db) => {
        const { id: known } = await measureById(db, id)
        await check(db, access, texts, input.checkedWords)
        await changeMeasure(db, known, input, readerOf(access))
        return one(db, known, access)
      })

      res.json(changed)
    })
    .post('/:id/steps', needs('measure', 'update'), async (req, res) => {
      const input = parseBody(MeasureStepInput, req)
      const [access, id] = [accessOf(req), uuidParameter(req)]
      const { step, why, outcome, authorisedByRank } = input
      const texts = { '/why': why, '/outcome': outcome, '/authorisedByRank': authorisedByRank }
      const taken = await access.look({ type: OBJECT, id, details: { step } }, async (db) => {
        const { id: known } = await measureById(db, id)
        await check(db, access, texts, input.checkedWords)
        await takeMeasureStep(db, known, input, given(access))
        return one(db, known, access)
      })

      res.json(taken)
    })
}

const OBJECT = 'measure'

const textsOf = ({ detail, leadAgency, legalBasis }: MeasureInput | MeasureChange) => ({
  '/detail': detail,
  '/leadAgency': leadAgency,
  '/legalBasis': legalBasis,
})
