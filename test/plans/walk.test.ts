import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlanDetail, PlanState } from '../../server/plans/schema.ts'
import { isClosing, isOver, PLANS, type PlanStep } from '../../server/plans/lifecycle.ts'
import { MEASURES, type MeasureStep } from '../../server/measures/lifecycle.ts'
import type { Measure, MeasureState } from '../../server/measures/schema.ts'
import { withApp } from '../support/app.ts'
import { changeOf, makePlanFor, takeStep, withConfirmed } from './make-plan.ts'

const STEPS = Object.keys(PLANS.steps) as PlanStep[]

type Move =
  | { kind: 'step'; step: PlanStep; hasWhy: boolean; isChair: boolean; isStale: boolean }
  | { kind: 'assess' | 'work out' }

const rarely = fc.nat(5).map((one) => one === 0)
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('step' as const),
      step: fc.constantFrom(...STEPS),
      hasWhy: fc.boolean(),
      isChair: fc.boolean(),
      isStale: rarely,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('assess' as const, 'work out' as const) }) },
)
/** Where a walk begins: somewhere along the usual way, so that walks reach its end too. */
const USUAL: [PlanStep, 'coordinator' | 'chair'][] = [
  ['propose', 'coordinator'],
  ['agree', 'chair'],
  ['start', 'coordinator'],
  ['review', 'coordinator'],
]

test(
  'whatever is tried, in whatever order and by whom: a plan is only ever where its table leads, and every step has its who, when and why',
  { timeout: 240_000 },
  withApp(async (given) => {
    const all = await withConfirmed(given)
    const { coordinator, chair, westId, ownerId } = all
    const read = async (id: string): Promise<PlanDetail> => (await coordinator.get(`/api/plans/${id}`)).body
    const walks = fc.asyncProperty(fc.nat(USUAL.length), fc.array(move, { maxLength: 9 }), async (begun, moves) => {
      const { id } = await makePlanFor(coordinator, { hotspotId: westId, ownerId })
      for (const [step, who] of USUAL.slice(0, begun)) expect((await takeStep(all[who], { id }, step)).status).toBe(200)
      let plan = await read(id)
      const trail = plan.taken.map(({ step, to }) => [step, to])

      for (const one of moves) {
        if (one.kind === 'step') {
          const { from, to, needsWhy, by } = PLANS.steps[one.step]
          const api = one.isChair ? chair : coordinator
          const why = one.hasWhy ? { why: 'Because.' } : {}
          const version = one.isStale ? plan.version + 7 : plan.version
          const answer = await api.post(`/api/plans/${id}/steps`, {
            step: one.step,
            version,
            ...why,
            reviewOn: '2023-12-01',
          })
          if (one.isStale || !from.includes(plan.state)) expect(answer.status).toBe(409)
          else if (by === 'approve' && !one.isChair) expect(answer.status).toBe(403)
          else if ((needsWhy && !one.hasWhy) || (isClosing(one.step) && !isReady(plan, one.step)))
            expect(answer.status).toBe(422)
          else {
            expect(answer.status, answer.text).toBe(200)
            trail.push([one.step, to])
          }
        } else if (one.kind === 'assess') {
          const analysis = { ...plan.analysis, assessment: 'The lamps stand.' }
          const { status } = await coordinator.put(`/api/plans/${id}`, changeOf(plan, { analysis }))
          expect(status).toBe(isOver(plan.state) ? 409 : 200)
        } else {
          const { status } = await chair.post(`/api/plans/${id}/effect`)
          expect(status).toBe(['active', 'under_review'].includes(plan.state) ? 201 : 409)
        }
        plan = await read(id)
        expect(plan.taken.map(({ step, to }) => [step, to])).toEqual(trail)
        expect(plan.state).toBe(trail.at(-1)![1])
        for (const taken of plan.taken) {
          expect([taken.by !== '', /^20\d\d-/.test(taken.at), taken.role !== null]).toEqual([true, true, true])
          if (taken.step !== 'begin' && PLANS.steps[taken.step as PlanStep].needsWhy) expect(taken.why).toBe('Because.')
        }
      }
      if (!isOver(plan.state)) await takeStep(coordinator, { id }, 'withdraw', { why: 'Because.' })
    })
    await fc.assert(walks, { numRuns: 12 })
  }),
)

/** Nothing is compared here, so all that can be told is that it cannot be told. */
const isReady = ({ analysis, effect }: PlanDetail, step: PlanStep) =>
  Boolean(analysis?.assessment) && effect !== null && step === 'close_insufficient_data'

test(
  'a measure, too, is only ever where its table leads, with every step kept',
  { timeout: 120_000 },
  withApp(async (given) => {
    const { coordinator, westId, ownerId } = await withConfirmed(given)
    const plan = await makePlanFor(coordinator, { hotspotId: westId, ownerId })
    const names = Object.keys(MEASURES.steps) as MeasureStep[]
    const walks = fc.asyncProperty(fc.array(fc.constantFrom(...names), { maxLength: 8 }), async (tried) => {
      const body = { planId: plan.id, code: 'lighting', detail: 'Lamps.', leadAgency: 'Derby City Council' }
      let measure: Measure = (await coordinator.post('/api/measures', body)).body
      const trail: string[] = ['begin']
      for (const step of tried) {
        const { from, to } = MEASURES.steps[step] as { from: readonly MeasureState[]; to: MeasureState }
        const isLegal = from.includes(measure.state)
        const given_ = { step, version: measure.version, why: 'Because.', outcome: 'It stands.' }
        const answer = await coordinator.post(`/api/measures/${measure.id}/steps`, given_)
        expect(answer.status).toBe(isLegal ? 200 : 409)
        if (!isLegal) continue
        trail.push(step)
        measure = answer.body
        expect(measure.state).toBe(to)
        expect(measure.taken.map((taken) => taken.step)).toEqual(trail)
      }
    })
    await fc.assert(walks, { numRuns: 12 })
  }),
)

test('what is over is what no step leads out of', () => {
  for (const state of Object.keys(PLANS.states) as PlanState[])
    expect(isOver(state)).toBe(Object.values(PLANS.steps).every(({ from }) => !from.includes(state)))
})
