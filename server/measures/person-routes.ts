import { Router } from 'express'
import { accessOf, type Gate } from '../access/needs.ts'
import type { Db } from '../db.ts'
import { changedMeanwhile, notFound } from '../errors.ts'
import { takerOf } from '../record-step.ts'
import { parseBody, parseQuery, uuidParameter } from '../request.ts'
import { isOver } from '../plans/lifecycle.ts'
import type { Service } from '../service.ts'
import { checkWording } from '../wording/check-wording.ts'
import { measureOf } from './catalogue.ts'
import { notePersonMeasure } from './keep-measure.ts'
import {
  PersonMeasureChange,
  PersonMeasureInput,
  PersonMeasureQuery,
  type PersonMeasure,
  type PersonMeasureList,
} from './schema.ts'
import * as store from './store.ts'

/** /api/person-measures: whether there is a measure about a person, by the owning agency's reference. No name, nothing of what it says. */
export const personMeasureRoutes = (service: Service, { needs }: Gate) => {
  return Router()
    .get('/', needs('personMeasure', 'read'), async (req, res) => {
      const { plan: planId } = parseQuery(PersonMeasureQuery, req)
      const access = accessOf(req)
      const list = await access.look({ type: OBJECT, id: planId }, async (db): Promise<PersonMeasureList> => {
        const plan = await store.planOf(db, { planId })
        if (!plan) throw notFound('That plan')
        return {
          measures: (await store.measuresOfPersons(db, { id: null, planId })).map(named),
          canNote: access.may('create') && !isOver(plan.state),
        }
      })

      res.json(list)
    })
    .post('/', needs('personMeasure', 'create'), async (req, res) => {
      const input = parseBody(PersonMeasureInput, req)
      const access = accessOf(req)
      const { person, scope, may } = access
      const reader = { today: service.today(), agency: person.agency, scope, may }
      const now = service.now()
      const noted = await access.look({ type: OBJECT, id: input.planId }, async (db) => {
        const texts = { '/owningAgency': input.owningAgency }
        await checkWording(db, { secrets: service.secrets, person, now }, texts, input.checkedWords)
        return one(db, await notePersonMeasure(db, input, { taker: takerOf(person), now, reader }))
      })

      res.status(201).json(noted)
    })
    .put('/:id', needs('personMeasure', 'update'), async (req, res) => {
      const { isInPlace, externalRef, version } = parseBody(PersonMeasureChange, req)
      const [access, id] = [accessOf(req), uuidParameter(req)]
      const changed = await access.look({ type: OBJECT, id }, async (db) => {
        const known = await one(db, id)
        const change = {
          id: known.id,
          isInPlace,
          externalRef,
          version,
          notedBy: access.person.name,
          now: service.now(),
        }
        if ((await store.changeOfPerson(db, change)) === 0) throw changedMeanwhile('The measure')
        return one(db, known.id)
      })

      res.json(changed)
    })
}

const OBJECT = 'measure about a person'

const named = (stored: Omit<PersonMeasure, 'name'>): PersonMeasure => ({
  ...stored,
  name: measureOf(stored.code)?.name ?? stored.code,
})

const one = async (db: Db, id: string | undefined): Promise<PersonMeasure> => {
  const [measure] = id === undefined ? [] : await store.measuresOfPersons(db, { id, planId: null })
  if (!measure) throw notFound('That measure')
  return named(measure)
}
