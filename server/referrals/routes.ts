import { Router, type Request } from 'express'
import { accessOf, type Access, type Gate } from '../access/needs.ts'
import { fromCursor, toCursor } from '../cursor.ts'
import type { Db } from '../db.ts'
import { notFound } from '../errors.ts'
import { stepsOf, takerOf } from '../record-step.ts'
import { parseBody, parseQuery, uuidParameter } from '../request.ts'
import type { Service } from '../service.ts'
import { checkWording } from '../wording/check-wording.ts'
import { changeReferral, referPlace, referralById, takeReferralStep, type Given } from './keep-referral.ts'
import { toDetail, toReferral } from './referral-answer.ts'
import {
  ProposalQuery,
  ReferralChange,
  ReferralInput,
  ReferralQuery,
  ReferralStepInput,
  type ReferralDetail,
  type ReferralProposal,
  type ReferralState,
} from './schema.ts'
import * as store from './store.ts'
import { CHOICES } from './words.ts'

/** /api/referrals: a place is referred to a youth provider, who answers it, works there and tells what came of it. */
export const referralRoutes = (service: Service, { needs }: Gate) => {
  const given = ({ person, scope, may }: Access): Given => ({
    taker: takerOf(person),
    scope,
    may,
    now: service.now(),
    today: service.today(),
  })
  const detail = async (db: Db, id: string | undefined, { scope, may }: Access): Promise<ReferralDetail> => {
    const referral = await referralById(db, id)
    return toDetail(
      referral,
      { scope, may, today: service.today() },
      {
        taken: await stepsOf(db, { thing: 'referral', thingId: referral.id }),
        themes: await store.themesOf(db, { referralId: referral.id }),
      },
    )
  }
  /** Something is done with a referral, and it is answered with as it is then. */
  const change = (req: Request, details: object, work: (db: Db, access: Access) => Promise<string>) => {
    const access = accessOf(req)
    const object = { type: 'referral', id: uuidParameter(req), details: { ...details } }
    return access.look(object, async (db) => detail(db, await work(db, access), access))
  }
  const check = (db: Db, { person }: Access, fields: Record<string, string | null | undefined>, checked?: string[]) =>
    checkWording(db, { secrets: service.secrets, person, now: service.now() }, fields, checked)
  const checkAsked = (db: Db, access: Access, asked: ReferralInput | ReferralChange) =>
    check(db, access, fieldsOf(asked), asked.checkedWords)

  return Router()
    .get('/', needs('referral', 'read'), async (req, res) => {
      const { hotspot = null, meeting = null, state, limit, cursor } = parseQuery(ReferralQuery, req)
      const { key: afterKey, id: afterId } = fromCursor(cursor)
      const { scope, may, look } = accessOf(req)
      const today = service.today()

      const list = await look({ type: 'referrals' }, async (db) => {
        const asked = { hotspotId: hotspot, meetingId: meeting, states: statesOf(state), today, afterKey, afterId }
        const found = await store.pageOfReferrals(db, { ...asked, limit: limit + 1 })
        const page = found.slice(0, limit)
        const last = found.length > limit ? page.at(-1) : undefined
        const referrals = await store.referralsById(db, { ids: page.map(({ id }) => id) })
        return {
          referrals: referrals.map((referral) => toReferral(referral, { scope, may, today })),
          next: last ? toCursor(last.key, last.id) : null,
          counts: (await store.counts(db, { today }))!,
        }
      })

      res.json(list)
    })
    .post('/', needs('referral', 'create'), async (req, res) => {
      const input = parseBody(ReferralInput, req)
      const made = await change(req, { hotspot: input.hotspotId }, async (db, access) => {
        await checkAsked(db, access, input)
        return referPlace(db, input, given(access))
      })

      res.status(201).location(`/api/referrals/${made.id}`).json(made)
    })
    .get('/proposal', needs('referral', 'create', { logAs: 'consultation' }), async (req, res) => {
      const { hotspot } = parseQuery(ProposalQuery, req)
      const { look } = accessOf(req)

      res.json(await look({ type: 'place to refer', id: hotspot }, (db) => proposalOf(db, hotspot, service.today())))
    })
    .get('/:id', needs('referral', 'read'), async (req, res) => {
      const access = accessOf(req)
      const id = uuidParameter(req)

      res.json(await access.look({ type: 'referral', id }, (db) => detail(db, id, access)))
    })
    .patch('/:id', needs('referral', 'create', { logAs: 'alteration' }), async (req, res) => {
      const input = parseBody(ReferralChange, req)
      const changed = await change(req, {}, async (db, access) => {
        const referral = await referralById(db, uuidParameter(req))
        await checkAsked(db, access, input)
        await changeReferral(db, referral, input, given(access))
        return referral.id
      })

      res.json(changed)
    })
    .post('/:id/steps', needs('referral', 'update'), async (req, res) => {
      const { checkedWords, ...input } = parseBody(ReferralStepInput, req)
      const changed = await change(req, { step: input.step }, async (db, access) => {
        const referral = await referralById(db, uuidParameter(req))
        await check(db, access, { '/why': input.why }, checkedWords)
        await takeReferralStep(db, referral, input, given(access))
        return referral.id
      })

      res.json(changed)
    })
}

const fieldsOf = ({ rationale, aims, safetyNotes, otherAgencies }: ReferralInput | ReferralChange) => ({
  '/rationale': rationale,
  '/aims': aims,
  '/safetyNotes': safetyNotes,
  '/otherAgencies': otherAgencies,
})

const proposalOf = async (db: Db, hotspotId: string, today: string): Promise<ReferralProposal> => {
  const place = await store.placeState(db, { hotspotId })
  if (!place) throw notFound('That place')
  const best = await store.bestWindows(db, { hotspotId })
  return {
    hotspotId,
    hotspotName: place.name,
    windows: best?.windows ?? [],
    month: best?.month ?? null,
    providers: (await store.providers(db, {})).map(({ agency }) => agency),
    ...CHOICES,
    today,
  }
}

const GROUPED = {
  new: ['submitted', 'more_info'],
  under_way: ['accepted', 'scheduled', 'in_delivery'],
  done: ['completed', 'outcome_reviewed', 'declined', 'cancelled'],
} as const satisfies Record<string, readonly ReferralState[]>

const statesOf = (state: ReferralState | keyof typeof GROUPED | undefined): readonly ReferralState[] | null => {
  if (state === undefined) return null
  return state === 'new' || state === 'under_way' || state === 'done' ? GROUPED[state] : [state]
}
