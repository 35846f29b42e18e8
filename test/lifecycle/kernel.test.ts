import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { legalSteps, stateAfter, type Lifecycle } from '../../server/lifecycle.ts'
import { recordStep, stepsOf, THE_SERVICE } from '../../server/record-step.ts'
import { withDb } from '../support/app.ts'
import { owner, withOwner } from '../access/sql-support.ts'

type State = 'draft' | 'agreed' | 'over'
type Name = 'agree' | 'end' | 'expire'

const CONTRACT: Lifecycle<State, Name> = {
  thing: 'plan',
  called: 'A contract',
  states: { draft: 'Draft', agreed: 'Agreed', over: 'Over' },
  initial: 'draft',
  steps: {
    agree: { from: ['draft'], to: 'agreed', says: 'Agree', by: 'approve' },
    end: { from: ['draft', 'agreed'], to: 'over', says: 'End', needsWhy: true },
    expire: { from: ['agreed'], to: 'over', says: 'Expire', isOfService: true },
  },
}
const anything = () => true
const updatesOnly = (action: string) => action === 'update'

test('a state offers the steps that lead on from it, to those who are granted them', () => {
  expect(legalSteps(CONTRACT, 'draft', anything)).toEqual([
    { step: 'agree', says: 'Agree', needsWhy: false },
    { step: 'end', says: 'End', needsWhy: true },
  ])
  expect(legalSteps(CONTRACT, 'draft', updatesOnly).map(({ step }) => step)).toEqual(['end'])
  expect(legalSteps(CONTRACT, 'agreed', anything).map(({ step }) => step)).toEqual(['end'])
  expect(legalSteps(CONTRACT, 'over', anything)).toEqual([])
})

test('an illegal step is refused and the legal ones are named', () => {
  expect(() => stateAfter(CONTRACT, 'agreed', 'agree')).toThrow(
    expect.objectContaining({
      status: 409,
      message: 'A contract that is “Agreed” cannot take that step. What can be done: End.',
    }),
  )
  expect(() => stateAfter(CONTRACT, 'over', 'end')).toThrow(/Nothing more can be done/)
})

test('a step that the role is not granted is refused, and one of the service is not for people', () => {
  expect(() => stateAfter(CONTRACT, 'draft', 'agree', { may: updatesOnly })).toThrow(
    expect.objectContaining({ status: 403 }),
  )
  expect(() => stateAfter(CONTRACT, 'agreed', 'expire')).toThrow(expect.objectContaining({ status: 409 }))
  expect(stateAfter(CONTRACT, 'agreed', 'expire', { isService: true })).toBe('over')
})

test('whatever is tried, a state follows from the table or stays', () => {
  const names = Object.keys(CONTRACT.steps) as Name[]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...names)), (tried) => {
      let state = CONTRACT.initial
      for (const name of tried) {
        const { from, to, isOfService } = CONTRACT.steps[name]
        try {
          const next = stateAfter(CONTRACT, state, name)
          expect(from.includes(state) && !isOfService && next === to).toBe(true)
          state = next
        } catch {
          expect(from.includes(state) && !isOfService).toBe(false)
        }
      }
    }),
  )
})

const addReview = (id: string) =>
  `insert into hotspot_review (id, name, category, area_ids, geometry, is_approximate, since, first_month, last_month)
   values ('${id}', 'Riverside', 'park', '{}', '{}', false, now(), '2023-06', '2023-06')`

const beginOf = (id: string) => ({
  thing: 'review' as const,
  thingId: id,
  hotspotId: id,
  step: 'begin',
  from: null,
  to: 'candidate',
  at: new Date('2023-07-11T09:00:00Z'),
  ...THE_SERVICE,
  why: null,
})

test(
  'the database keeps no state that was come to without a record of the step',
  withOwner(async () => {
    const id = randomUUID()
    await expect(owner.query(addReview(id))).rejects.toMatchObject({ code: 'PR002' })
    await owner.transaction(async (tx) => {
      await tx.query(addReview(id))
      await recordStep(tx, beginOf(id))
    })
    await expect(
      owner.query(`update hotspot_review set state = 'confirmed' where id = $1`, [id]),
    ).rejects.toMatchObject({ code: 'PR002' })
    // Of another transaction, or to another state, will not do.
    await expect(
      owner.transaction(async (tx) => {
        await tx.query(`update hotspot_review set state = 'confirmed' where id = $1`, [id])
        await recordStep(tx, { ...beginOf(id), from: 'candidate', to: 'dismissed' })
      }),
    ).rejects.toMatchObject({ code: 'PR002' })
    const { rows } = await owner.query('select state from hotspot_review')
    expect(rows).toEqual([{ state: 'candidate' }])
  }),
)

test(
  'what was taken is told in its order, with who, when and why',
  withDb(async (db) => {
    const id = randomUUID()
    await recordStep(db, beginOf(id))
    await recordStep(db, {
      ...beginOf(id),
      step: 'confirm',
      from: 'candidate',
      to: 'confirmed',
      personId: randomUUID(),
      personName: 'A Chair',
      role: 'group_chair',
      agency: 'Derby City Council',
      why: 'Seen by two agencies',
    })

    expect(await stepsOf(db, { thing: 'review', thingId: id })).toEqual([
      {
        step: 'begin',
        from: null,
        to: 'candidate',
        at: '2023-07-11T09:00:00Z',
        by: 'The service',
        role: null,
        agency: null,
        why: null,
      },
      expect.objectContaining({ step: 'confirm', by: 'A Chair', role: 'group_chair', why: 'Seen by two agencies' }),
    ])
  }),
)
