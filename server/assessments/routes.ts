import { Router, type Request } from 'express'
import { accessOf, type Access, type Gate } from '../access/needs.ts'
import type { Person } from '../access/person.ts'
import type { Db } from '../db.ts'
import { changedMeanwhile, conflict, invalidBody, notFound } from '../errors.ts'
import { parseBody, uuidParameter } from '../request.ts'
import { CONFIRMED, REVIEW } from '../reviews/lifecycle.ts'
import type { Service } from '../service.ts'
import {
  AssessmentAgreement,
  AssessmentInput,
  type Assessment,
  type AssessmentAnswer,
  type AssessmentHistory,
} from './schema.ts'
import * as store from './store.ts'
import { checkWording } from '../wording/check-wording.ts'
import { wordsOf } from './words-of.ts'

/** /api/assessments: one of each place under review, with what it was before. */
export const assessmentRoutes = (service: Service, { needs }: Gate) =>
  Router()
    .get('/:reviewId', needs('assessment', 'read'), async (req, res) => {
      const [access, hotspotId] = [accessOf(req), idOf(req)]

      res.json(await access.look({ type: OBJECT, id: hotspotId }, (db) => answerOf(db, hotspotId, access)))
    })
    .get('/:reviewId/history', needs('assessment', 'read'), async (req, res) => {
      const hotspotId = idOf(req)
      const history = await accessOf(req).look(
        { type: OBJECT, id: hotspotId },
        async (db): Promise<AssessmentHistory> => {
          await placeOf(db, hotspotId)
          return { revisions: (await store.revisionsOf(db, { hotspotId })).map(({ was }) => was) }
        },
      )

      res.json(history)
    })
    .put('/:reviewId', needs('assessment', 'update'), async (req, res) => {
      const [access, hotspotId, input] = [accessOf(req), idOf(req), parseBody(AssessmentInput, req)]
      const details = { step: 'write', version: input.version }

      res.json(
        await access.look({ type: OBJECT, id: hotspotId, details }, async (db) => {
          const by = { person: access.person, at: service.now(), today: service.today() }
          await checkWording(db, { secrets: service.secrets, ...by, now: by.at }, wordsOf(input), input.checkedWords)
          await write(db, hotspotId, input, by)
          return answerOf(db, hotspotId, access)
        }),
      )
    })
    .post('/:reviewId/agree', needs('assessment', 'approve', { logAs: 'alteration' }), async (req, res) => {
      const [access, hotspotId, input] = [accessOf(req), idOf(req), parseBody(AssessmentAgreement, req)]

      res.json(
        await access.look({ type: OBJECT, id: hotspotId, details: { step: 'agree' } }, async (db) => {
          await agree(db, hotspotId, input, access.person, service.today())
          return answerOf(db, hotspotId, access)
        }),
      )
    })

const OBJECT = 'place assessment'

const idOf = (req: Request): string => {
  const id = uuidParameter(req, 'reviewId')
  if (!id) throw notFound('That place')
  return id
}

const placeOf = async (db: Db, hotspotId: string) => {
  const place = await store.stateOfPlace(db, { hotspotId })
  if (!place) throw notFound('That place')
  return place
}

const answerOf = async (db: Db, hotspotId: string, { may }: Access): Promise<AssessmentAnswer> => {
  const { state } = await placeOf(db, hotspotId)
  const assessment = await store.assessmentOf(db, { hotspotId })
  return {
    hotspotId,
    assessment,
    summary: (await store.summaryOf(db, { hotspotId })) ?? null,
    canWrite: may('update') && CONFIRMED.includes(state),
    canAgree: may('approve') && assessment !== null && assessment.agreedOn === null,
  }
}

/** The first, or the next with what it was kept. @throws a 409 where the place is not confirmed, or somebody wrote meanwhile */
const write = async (
  db: Db,
  hotspotId: string,
  { version, safetyGoals, reviewOn, checkedWords: _checkedWords, ...content }: AssessmentInput,
  { person, at, today }: { person: Person; at: Date; today: string },
) => {
  const { state } = await placeOf(db, hotspotId)
  if (!CONFIRMED.includes(state))
    throw conflict(
      'not-confirmed',
      'This place is not assessed now',
      `It is “${REVIEW.states[state].toLowerCase()}”. A place is assessed once it is confirmed, and until it is closed.`,
    )
  if (reviewOn <= today) throw invalidBody([{ pointer: '/reviewOn', detail: 'Give a day after today for the review.' }])
  const written = {
    hotspotId,
    content: JSON.stringify(content),
    safetyGoals: JSON.stringify(safetyGoals),
    reviewOn,
    writtenBy: person.name,
    writtenAgency: person.agency,
    at,
  }
  const before = await store.assessmentOf(db, { hotspotId })
  if ((before?.version ?? 0) !== version) throw changedMeanwhile('The assessment')
  if (!before) return void (await store.addAssessment(db, written))
  if ((await store.changeAssessment(db, { ...written, version })) === 0) throw changedMeanwhile('The assessment')
  await keep(db, hotspotId, before)
}

const agree = async (
  db: Db,
  hotspotId: string,
  { version, agreedOn }: { version: number; agreedOn: string },
  person: Person,
  today: string,
) => {
  await placeOf(db, hotspotId)
  const before = await store.assessmentOf(db, { hotspotId })
  if (!before) throw notFound('An assessment of that place')
  if (before.version !== version) throw changedMeanwhile('The assessment')
  if (before.agreedOn !== null)
    throw conflict(
      'already-agreed',
      'It is agreed already',
      `It was agreed on ${before.agreedOn} by ${before.agreedBy}.`,
    )
  if (agreedOn > today)
    throw invalidBody([{ pointer: '/agreedOn', detail: 'Give the day it was agreed on: today or a day before.' }])
  if ((await store.agreeAssessment(db, { hotspotId, version, agreedOn, agreedBy: person.name })) === 0)
    throw changedMeanwhile('The assessment')
  await keep(db, hotspotId, before)
}

const keep = (db: Db, hotspotId: string, was: Assessment) =>
  store.keepRevision(db, { hotspotId, version: was.version, was: JSON.stringify(was) })
