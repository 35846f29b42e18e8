import fc from 'fast-check'
import { expect, test } from 'vitest'
import { legalSteps } from '../../server/lifecycle.ts'
import { isPlainStep, REVIEW, type ReviewStep } from '../../server/reviews/lifecycle.ts'
import { REVIEW_STATES, type ReviewState } from '../../server/reviews/schema.ts'
import { withApp } from '../support/app.ts'
import { makeReview } from '../support/reviews.ts'

const PLAIN = (Object.keys(REVIEW.steps) as ReviewStep[]).filter(isPlainStep)

test('nobody but a person confirms: no step of the service leads to it', () => {
  for (const { to, isOfService } of Object.values(REVIEW.steps)) if (isOfService) expect(to).not.toBe('confirmed')
})

test('a place with an active plan is not closed or dismissed over its plan', () => {
  expect(legalSteps(REVIEW, 'plan_active').map(({ step }) => step)).toEqual(['assess', 'monitor', 'merge'])
})

test(
  'whatever is tried, in whatever order: only legal states, and a record of who, when and why for every change',
  withApp(async ({ api, db }) => {
    const tries = fc.array(
      fc.oneof(
        { weight: 8, arbitrary: fc.record({ step: fc.constantFrom(...PLAIN) }) },
        { weight: 1, arbitrary: fc.record({ step: fc.constant('merge') }) },
        { weight: 1, arbitrary: fc.record({ step: fc.constant('split') }) },
        { weight: 1, arbitrary: fc.record({ step: fc.constantFrom('lapse', 'return', 'part', 'nonsense') }) },
      ),
      { minLength: 3, maxLength: 14 },
    )
    const other = await makeReview(db, { name: 'Other', state: 'confirmed' })

    await fc.assert(
      fc.asyncProperty(tries, async (walk) => {
        const id = await makeReview(db)
        let [state, version]: [ReviewState, number] = ['candidate', 1]
        const expected = ['candidate']
        for (const { step } of walk) {
          const why = `Because of ${step}`
          const { status, body } =
            step === 'merge'
              ? await api.post(`/api/reviews/${id}/merge`, { into: other, version, why })
              : step === 'split'
                ? await api.post(`/api/reviews/${other}/split`, { part: id, version: 1, why })
                : await api.post(`/api/reviews/${id}/steps`, { step, version, why })
          const now = (await api.get(`/api/reviews/${id}`)).body
          const isKnown = Object.hasOwn(REVIEW.steps, step)
          const isLegal = isKnown && REVIEW.steps[step as ReviewStep].from.includes(state)
          if (status === 200) {
            if (step !== 'split') expect([isLegal, now.state]).toEqual([true, REVIEW.steps[step as ReviewStep].to])
            else if (state === 'merged') expect(['candidate', 'confirmed']).toContain(now.state)
            else expect(now.state).toBe(state)
          } else {
            expect([409, 422]).toContain(status)
            expect(now).toMatchObject({ state, version })
            if (body.type.endsWith('illegal-step')) expect(isLegal).toBe(false)
          }
          if (now.state !== state) expected.push(now.state)
          ;[state, version] = [now.state, now.version]
        }

        const { rows } = await db.query<Record<string, unknown>>(
          `select step, from_state, to_state, at, person_name, role, why from step where thing_id = $1 order by id`,
          [id],
        )
        expect(rows.map(({ to_state }) => to_state)).toEqual(expected)
        expect(REVIEW_STATES).toContain(state)
        for (const [i, row] of rows.entries()) {
          expect(row.from_state).toBe(i === 0 ? null : rows[i - 1]!.to_state)
          expect(row.at).toBeInstanceOf(Date)
          expect(row.person_name).not.toBe('')
          if (i > 0) expect([row.role, row.why]).toEqual(['coordinator', expect.stringMatching(/^Because of/)])
        }
      }),
      { numRuns: 25 },
    )
  }),
  60_000,
)
