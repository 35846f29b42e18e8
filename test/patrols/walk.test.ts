import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPlannable, isRunning, PATROLS, type PatrolStep } from '../../server/patrols/lifecycle.ts'
import type { PatrolState } from '../../server/patrols/schema.ts'
import { withApp } from '../support/app.ts'
import { PATROL_PLAN, requestPatrol, startVisit, withPlaces } from './make-patrol.ts'

const ASKED = ['triage', 'reject', 'task', 'complete', 'debrief'] as const satisfies PatrolStep[]

type Move = { kind: 'step'; step: (typeof ASKED)[number]; hasWhy: boolean } | { kind: 'plan' | 'visit' | 'month' }

const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('step' as const), step: fc.constantFrom(...ASKED), hasWhy: fc.boolean() }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('plan' as const, 'visit' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('month' as const) }) },
)

test(
  'whatever is tried, in whatever order: a task is only ever where its table of states leads, and every step has its who, when and from where',
  { timeout: 120_000 },
  withApp(async (given) => {
    const { coordinator, planner, officer, west } = await withPlaces(given)
    const walks = fc.asyncProperty(fc.array(move, { minLength: 4, maxLength: 14 }), async (moves) => {
      const { id } = await requestPatrol(coordinator, west.placeId)
      let state = PATROLS.initial
      let isPlanned = false
      const trail: [PatrolStep | 'begin', PatrolState | null, PatrolState][] = [['begin', null, state]]
      const go = (step: PatrolStep) => {
        const from = state
        state = PATROLS.steps[step].to
        trail.push([step, from, state])
      }
      const { version: first } = (await planner.get(`/api/patrols/${id}`)).body
      let version: number = first

      for (const one of moves) {
        if (one.kind === 'step') {
          const { from, needsWhy } = PATROLS.steps[one.step] as { from: readonly PatrolState[]; needsWhy?: true }
          const body = { step: one.step, version, ...(one.hasWhy && { why: 'Because.' }) }
          const { status } = await planner.post(`/api/patrols/${id}/steps`, body)
          const isLegal: boolean = from.includes(state)
          const isWhole: boolean = (!needsWhy || one.hasWhy) && (one.step !== 'task' || isPlanned)
          expect(status).toBe(!isLegal ? 409 : isWhole ? 200 : 422)
          if (status === 200) go(one.step)
        } else if (one.kind === 'plan') {
          const { status } = await planner.patch(`/api/patrols/${id}`, { ...PATROL_PLAN, version })
          expect(status).toBe(isPlannable(state) ? 200 : 409)
          if (status === 200) isPlanned = true
        } else if (one.kind === 'visit') {
          const { status, body } = await startVisit(officer, id)
          expect(status).toBe(isRunning(state) ? 201 : 409)
          if (status === 201) {
            if (state === 'tasked') go('start')
            await officer.post(`/api/visits/${body.id}/end`, { agoSeconds: 0 })
          }
        } else {
          const later = new Date(new Date(`${given.service.today()}T12:00:00Z`).getTime() + 30 * 86_400_000)
          given.service.today = () => later.toISOString().slice(0, 10)
          given.service.now = () => later
          if (isRunning(state)) go('expire')
        }
        const patrol = (await planner.get(`/api/patrols/${id}`)).body
        version = patrol.version
        expect(patrol.state).toBe(state)
        expect(patrol.taken.map(({ step, from, to }: Record<string, string>) => [step, from, to])).toEqual(trail)
        for (const taken of patrol.taken) {
          expect(taken.by).not.toBe('')
          expect(taken.at).toMatch(/^20\d\d-/)
          expect(taken.by === 'The service').toBe(taken.step === 'expire')
        }
      }
    })
    await fc.assert(walks, { numRuns: 12 })
  }),
)

test('what the database lets expire is what the table of states says', () => {
  expect(PATROLS.steps.expire).toMatchObject({ from: ['tasked', 'active'], to: 'expired' })
  for (const state of Object.keys(PATROLS.states) as PatrolState[])
    expect(isRunning(state)).toBe(PATROLS.steps.expire.from.includes(state))
})
