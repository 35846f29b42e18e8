import { Router, type Request } from 'express'
import { limitExports } from '../access/limit-tries.ts'
import { accessOf, type Gate } from '../access/needs.ts'
import { MARKING, toSpreadsheetCsv } from '../csv/spreadsheet.ts'
import { fromCursor, toCursor } from '../cursor.ts'
import type { Db } from '../db.ts'
import { stepsOf } from '../record-step.ts'
import { parseBody, parseQuery, uuidParameter } from '../request.ts'
import type { Service } from '../service.ts'
import { checkWording } from '../wording/check-wording.ts'
import { toAction } from './action-answer.ts'
import { actionOf, changeAction, raiseAction, takeStep, type Doing } from './keep-actions.ts'
import {
  ActionChange,
  ActionInput,
  ActionNoteInput,
  ActionQuery,
  ActionStepInput,
  type ActionDetail,
  type ActionList,
} from './schema.ts'
import * as store from './store.ts'

/** /api/actions: what somebody has to do until when. */
export const actionRoutes = (service: Service, { needs }: Gate) => {
  const doing = (req: Request): Doing => {
    const { person, may } = accessOf(req)
    return { person, may, at: service.now(), today: service.today() }
  }
  const check = (db: Db, { person, at }: Doing, fields: Record<string, string | undefined>, checked?: string[]) =>
    checkWording(db, { secrets: service.secrets, person, now: at }, fields, checked)
  const detailOf = async (db: Db, id: string, by: Doing): Promise<ActionDetail> => ({
    ...toAction(await actionOf(db, id), { ...by, personId: by.person.id }),
    taken: await stepsOf(db, { thing: 'action', thingId: id }),
  })
  /** Something is done with one action, and it is answered with as it is then. */
  const change = (req: Request, details: Record<string, unknown>, work: (db: Db, by: Doing) => Promise<string>) => {
    const by = doing(req)
    return accessOf(req).look({ type: 'action', id: uuidParameter(req), details }, async (db) =>
      detailOf(db, await work(db, by), by),
    )
  }

  return Router()
    .get('/', needs('action', 'read'), async (req, res) => {
      const { hotspot = null, meeting = null, mine, state, limit, cursor } = parseQuery(ActionQuery, req)
      const { key: afterKey, id: afterId } = fromCursor(cursor)
      const by = doing(req)
      const { person, today } = by
      const list = await accessOf(req).look({ type: 'actions' }, async (db): Promise<ActionList> => {
        const found = await store.actions(db, {
          id: null,
          hotspot,
          meeting,
          owner: mine ? person.id : null,
          states: statesOf(state),
          dueBefore: state === 'overdue' ? today : null,
          afterKey,
          afterId,
          limit: limit + 1,
        })
        const page = found.slice(0, limit)
        const last = found.length > limit ? page.at(-1) : undefined
        return {
          actions: page.map((row) => toAction(row, { ...by, personId: person.id })),
          next: last ? toCursor(last.key, last.id) : null,
          counts: (await store.counts(db, { today, person: person.id }))!,
        }
      })

      res.json(list)
    })
    .post('/', needs('action', 'create'), async (req, res) => {
      const input = parseBody(ActionInput, req)
      const made = await change(req, {}, async (db, by) => {
        await check(db, by, { '/title': input.title }, input.checkedWords)
        return raiseAction(db, input, by)
      })

      res.status(201).location(`/api/actions/${made.id}`).json(made)
    })
    .get('/log.csv', needs('action', 'create', { logAs: 'disclosure' }), limitExports(), async (req, res) => {
      const by = doing(req)
      const rows = await accessOf(req).look({ type: 'log of actions', details: { format: 'csv' } }, (db) =>
        store.actions(db, { ...EVERY, limit: 10_000 }),
      )

      res
        .type('text/csv; charset=utf-8')
        .set('Content-Disposition', `attachment; filename="OS_actions_${by.today}.csv"`)
        .send(
          toSpreadsheetCsv(
            rows.map((row) => toRow(toAction(row, { ...by, personId: by.person.id }))),
            COLUMNS,
          ),
        )
    })
    .get('/:id', needs('action', 'read'), async (req, res) => {
      const by = doing(req)
      const id = uuidParameter(req)

      res.json(
        await accessOf(req).look({ type: 'action', id }, async (db) => detailOf(db, (await actionOf(db, id)).id, by)),
      )
    })
    .patch('/:id', needs('action', 'create', { logAs: 'alteration' }), async (req, res) => {
      const input = parseBody(ActionChange, req)

      res.json(
        await change(req, {}, async (db, by) => {
          const row = await actionOf(db, uuidParameter(req))
          await check(db, by, { '/title': input.title }, input.checkedWords)
          await changeAction(db, row, input, by)
          return row.id
        }),
      )
    })
    .post('/:id/notes', needs('action', 'update'), async (req, res) => {
      const { words, checkedWords } = parseBody(ActionNoteInput, req)
      const noted = await change(req, {}, async (db, by) => {
        const { id } = await actionOf(db, uuidParameter(req))
        await check(db, by, { '/words': words }, checkedWords)
        await store.addNote(db, { id, at: by.at, by: by.person.name, agency: by.person.agency, words })
        return id
      })

      res.status(201).json(noted)
    })
    .post('/:id/steps', needs('action', 'update'), async (req, res) => {
      const input = parseBody(ActionStepInput, req)

      res.json(
        await change(req, { step: input.step }, async (db, by) => {
          const row = await actionOf(db, uuidParameter(req))
          const { evidence, escalatedTo, why, checkedWords } = input
          await check(db, by, { '/evidence': evidence, '/escalatedTo': escalatedTo, '/why': why }, checkedWords)
          await takeStep(db, row, input, by)
          return row.id
        }),
      )
    })
}

const EVERY = {
  id: null,
  hotspot: null,
  meeting: null,
  owner: null,
  states: null,
  dueBefore: null,
  afterKey: null,
  afterId: null,
}

const statesOf = (state: ReturnType<typeof ActionQuery.parse>['state']): store.Asked['states'] => {
  if (state === undefined) return null
  return state === 'to_do' || state === 'overdue' ? ['open', 'in_progress'] : [state]
}

const COLUMNS = [
  'number',
  'raised_on',
  'raised_by',
  'place',
  'action',
  'owner',
  'agency',
  'priority',
  'due_on',
  'state',
  'overdue',
  'escalated_to',
  'evidence',
  'latest_note',
  'classification',
]

const toRow = (one: ReturnType<typeof toAction>) => ({
  number: one.number,
  raised_on: one.raisedOn,
  raised_by: one.raisedBy,
  place: one.hotspotName,
  action: one.title,
  owner: one.ownerName,
  agency: one.ownerAgency,
  priority: one.priority,
  due_on: one.dueOn,
  state: one.stateWords,
  overdue: one.isOverdue ? 'yes' : 'no',
  escalated_to: one.escalatedTo,
  evidence: one.evidence,
  latest_note: one.notes.at(-1)?.words ?? null,
  classification: MARKING,
})
