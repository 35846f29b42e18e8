import { Router, type Request } from 'express'
import { accessOf, type Gate } from '../access/needs.ts'
import type { Db } from '../db.ts'
import { notFound } from '../errors.ts'
import { stepsOf } from '../record-step.ts'
import { parseBody, parseQuery, uuidParameter } from '../request.ts'
import type { Service } from '../service.ts'
import { readPolicy } from '../settings/read-policy.ts'
import { checkWhy, mergeReview, splitReview, takeStep, type Decision } from './decide.ts'
import { LIVE, REVIEW } from './lifecycle.ts'
import { isToldMonths, toReview, type Reader } from './review-answer.ts'
import {
  MergeInput,
  ReviewQuery,
  ReviewStepInput,
  SplitInput,
  type ReviewDetail,
  type ReviewList,
  type ReviewState,
} from './schema.ts'
import * as store from './store.ts'

/** /api/reviews: the hotspots that the group decides on. */
export const reviewRoutes = (service: Service, { needs }: Gate) => {
  /** Takes a decision with a place, and answers with what it is then. */
  const decide = async (
    req: Request,
    { version, why, meetingId, checkedWords }: DecisionInput,
    details: Record<string, unknown>,
    work: (db: Db, decision: Decision) => Promise<void>,
  ): Promise<ReviewDetail> => {
    const access = accessOf(req)
    const id = idOf(req)
    const { person, may } = access
    return access.look({ type: OBJECT, id, details }, async (db) => {
      const decision = { id, version, why: why ?? null, meetingId: meetingId ?? null, person, may, at: service.now() }
      await checkWhy(db, service.secrets, decision, checkedWords)
      await work(db, decision)
      return detailOf(db, id, access)
    })
  }

  return Router()
    .get('/', needs('review', 'read'), async (req, res) => {
      const { state } = parseQuery(ReviewQuery, req)
      const access = accessOf(req)
      const list = await access.look({ type: 'places under review' }, async (db): Promise<ReviewList> => {
        const { candidateMonths } = await readPolicy(db)
        const rows = await store.reviews(db, {
          id: null,
          states: statesOf(state),
          candidateMonths,
          isTold: isToldMonths(access),
        })
        const latest = isToldMonths(access) ? await store.latestMonth(db, {}) : undefined
        return { reviews: rows.map((row) => toReview(row, access)), month: latest?.month ?? null }
      })

      res.json(list)
    })
    .get('/:id', needs('review', 'read'), async (req, res) => {
      const access = accessOf(req)
      const id = idOf(req)

      res.json(await access.look({ type: OBJECT, id }, (db) => detailOf(db, id, access)))
    })
    .post('/:id/steps', needs('review', 'update'), async (req, res) => {
      const { step, ...input } = parseBody(ReviewStepInput, req)

      res.json(await decide(req, input, { step }, (db, decision) => takeStep(db, step, decision)))
    })
    .post('/:id/merge', needs('review', 'update'), async (req, res) => {
      const { into, ...input } = parseBody(MergeInput, req)
      const { why } = input

      res.json(
        await decide(req, input, { step: 'merge', into }, (db, decision) =>
          mergeReview(db, into, { ...decision, why }),
        ),
      )
    })
    .post('/:id/split', needs('review', 'update'), async (req, res) => {
      const { part, ...input } = parseBody(SplitInput, req)
      const { why } = input

      res.json(
        await decide(req, input, { step: 'split', part }, (db, decision) =>
          splitReview(db, part, { ...decision, why }),
        ),
      )
    })
}

const OBJECT = 'place under review'

interface DecisionInput {
  version: number
  why?: string | undefined
  meetingId?: string | undefined
  checkedWords?: string[] | undefined
}

const idOf = (req: Request): string => {
  const id = uuidParameter(req)
  if (!id) throw notFound('That place')
  return id
}

const statesOf = (state: ReviewState | 'open' | undefined): readonly ReviewState[] | null => {
  if (state === undefined) return null
  return state === 'open' ? LIVE : [state]
}

const detailOf = async (db: Db, id: string, reader: Reader): Promise<ReviewDetail> => {
  const { candidateMonths } = await readPolicy(db)
  const [row] = await store.reviews(db, { id, states: null, candidateMonths, isTold: true })
  if (!row) throw notFound('That place')
  const isTold = isToldMonths(reader)
  const reasonFor = <Reasoned extends { why: string | null }>(one: Reasoned) => ({
    ...one,
    why: isTold ? one.why : null,
  })
  return {
    ...toReview(row, reader),
    taken: (await stepsOf(db, { thing: 'review', thingId: id })).map((taken) => ({
      ...reasonFor(taken),
      toWords: REVIEW.states[taken.to as ReviewState],
    })),
    links: (await store.linksOf(db, { id })).map(reasonFor),
    includes: await store.includedIn(db, { id }),
    history: isTold ? await store.historyOf(db, { id }) : null,
  }
}
