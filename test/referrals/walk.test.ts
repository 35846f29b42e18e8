import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isReferralStep, OPEN, REFERRAL, type ReferralStep } from '../../server/referrals/lifecycle.ts'
import type { ReferralState } from '../../server/referrals/schema.ts'
import { withApp } from '../support/app.ts'
import { plan, record, refer, stepTo, withSides } from './make-referral.ts'

/** The steps, and the sessions that two of them wait for. */
const MOVES = [...(Object.keys(REFERRAL.steps) as ReferralStep[]), 'plan', 'record'] as const
const WAY = ['submit', 'accept', 'plan', 'schedule', 'record', 'complete', 'review'] as const
const OF_REQUESTER: readonly string[] = ['submit', 'answer', 'review', 'cancel']

test(
  'whatever steps are tried in whatever order, by whichever side, states follow the table and every change has its record',
  withApp(async (app) => {
    const { coordinator, provider, hotspotId } = await withSides(app)
    // Most walks go somewhere: the way to the end stands among the moves that are tried.
    const walk = fc
      .tuple(fc.nat(WAY.length), fc.array(fc.constantFrom(...MOVES), { maxLength: 8 }))
      .map(([far, tried]) => [...WAY.slice(0, far), ...tried])
    await fc.assert(
      fc.asyncProperty(walk, async (moves) => {
        let referral = await refer(coordinator, hotspotId, { submit: false })
        let state: ReferralState = 'draft'
        let taken = 1
        // The group sees it in every state.
        const reload = async () => (await coordinator.get(`/api/referrals/${referral.id}`)).body
        for (const move of moves) {
          const { planned, sessions } = referral.done
          if (move === 'plan') {
            if (state === 'accepted') await plan(provider, referral)
          } else if (move === 'record') {
            const { status } = await record(provider, referral, { id: randomUUID() })
            expect(status === 201).toBe(state === 'scheduled' || state === 'in_delivery')
            if (state === 'scheduled') [state, taken] = ['in_delivery', taken + 1]
          } else {
            const { from, to } = REFERRAL.steps[move]
            const isLegal =
              from.includes(state) &&
              !(move === 'schedule' && planned === 0) &&
              !(move === 'complete' && sessions === 0)
            const [right, wrong] = OF_REQUESTER.includes(move) ? [coordinator, provider] : [provider, coordinator]
            expect((await stepTo(wrong, referral, move, 'because')).status).not.toBe(200)
            expect((await stepTo(right, referral, move, 'because')).status === 200, `${state} ${move}`).toBe(isLegal)
            if (isLegal) [state, taken] = [to, taken + 1]
          }
          referral = await reload()
          expect(referral.state).toBe(state)
          expect(referral.taken).toHaveLength(taken)
          expect(referral.taken.at(-1)).toMatchObject({ to: state, by: expect.any(String), at: expect.any(String) })
        }
      }),
      { numRuns: 25 },
    )
  }),
  120_000,
)

test('whoever refers can take back whatever is open, and nothing else', () => {
  expect(REFERRAL.steps.cancel.from).toEqual(OPEN)
  expect(isReferralStep('toString')).toBe(false)
})
