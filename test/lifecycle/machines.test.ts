import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ACTION } from '../../server/actions/lifecycle.ts'
import { stateAfter, THINGS, type Lifecycle } from '../../server/lifecycle.ts'
import { MEASURES } from '../../server/measures/lifecycle.ts'
import { MEETING } from '../../server/meetings/lifecycle.ts'
import { PATROLS } from '../../server/patrols/lifecycle.ts'
import { PLANS } from '../../server/plans/lifecycle.ts'
import { REFERRAL } from '../../server/referrals/lifecycle.ts'
import { REVIEW } from '../../server/reviews/lifecycle.ts'

/** Every table of states there is. */
const MACHINES: Lifecycle<string, string>[] = [ACTION, REVIEW, MEETING, PATROLS, REFERRAL, PLANS, MEASURES]

describe.each(MACHINES.map((machine) => [machine.called, machine] as const))('%s', (_called, machine) => {
  const states = Object.keys(machine.states)
  const steps = Object.entries(machine.steps)

  test('speaks of its own states only, each with words of its own', () => {
    expect(THINGS).toContain(machine.thing)
    expect(states).toContain(machine.initial)
    expect(new Set(Object.values(machine.states)).size).toBe(states.length)
    for (const [, { from, to }] of steps) {
      expect(states).toEqual(expect.arrayContaining([...from, to]))
      expect(from.length).toBeGreaterThan(0)
    }
  })

  test('can come to each of its states from its first, and says what to press for every step', () => {
    const reached = new Set([machine.initial])
    for (let before = 0; before < reached.size;) {
      before = reached.size
      for (const [, { from, to }] of steps) if (from.some((state) => reached.has(state))) reached.add(to)
    }

    expect([...reached].toSorted()).toEqual(states.toSorted())
    for (const [, { says }] of steps) expect(says).toMatch(/^[A-Z].{2,60}$/)
  })

  test('no sequence of steps leads to a state that the table does not give', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps.map(([name]) => name)), { maxLength: 30 }), (tried) => {
        let state = machine.initial
        for (const name of tried) {
          const { from, to, isOfService = false } = machine.steps[name]!
          const isLegal = from.includes(state)
          try {
            state = stateAfter(machine, state, name, { isService: isOfService })
            expect(isLegal && state === to).toBe(true)
          } catch {
            expect(isLegal).toBe(false)
          }
        }
      }),
    )
  })
})

test('there is one table for each thing that has states', () => {
  expect(MACHINES.map(({ thing }) => thing).toSorted()).toEqual([...THINGS].toSorted())
})
