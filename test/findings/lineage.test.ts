import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { trace, type Ancestor, type Descendant } from '../../server/findings/lineage.ts'

const cluster = (...members: string[]): Descendant => ({ placeId: null, members })
const place = (placeId: string, ...members: string[]): Descendant => ({ placeId, members })
const was = (hotspotId: string, members: string[], given: Partial<Ancestor> = {}): Ancestor => ({
  hotspotId,
  name: `was ${hotspotId}`,
  isPlace: false,
  isFew: false,
  members,
  ...given,
})
const newId = (index: number) => `new ${index}`
const named = (hotspotId: string) => ({ hotspotId, name: `was ${hotspotId}` })

test('with no other stored month every hotspot is a first one', () => {
  const { traced, lapsed } = trace([place('park', 'a'), cluster('b')], null, newId)

  expect(traced).toEqual([
    { hotspotId: 'park', lineage: { event: 'first', from: [] } },
    { hotspotId: 'new 1', lineage: { event: 'first', from: [] } },
  ])
  expect(lapsed).toEqual([])
})

test('a cluster carries on the one with which it shares most reports, not the one that is nearest in rank', () => {
  const { traced } = trace([cluster('a', 'b', 'c')], [was('x', ['a']), was('y', ['b', 'c', 'd'])], newId)

  expect(traced[0]!.hotspotId).toBe('y')
})

test('of two that would carry on the same one, the one that shares more does, and the other parted from it', () => {
  const { traced, lapsed } = trace([cluster('a'), cluster('b', 'c')], [was('x', ['a', 'b', 'c'])], newId)

  expect(traced).toEqual([
    { hotspotId: 'new 0', lineage: { event: 'split', from: [named('x')] } },
    { hotspotId: 'x', lineage: { event: 'continued', from: [] } },
  ])
  expect(lapsed).toEqual([])
})

test('one that nobody carries on is taken in by whoever has most of its reports, else it has lapsed', () => {
  const { traced, lapsed } = trace(
    [cluster('a', 'b', 'c', 'd')],
    [was('x', ['a', 'b', 'c']), was('y', ['d']), was('z', ['gone'])],
    newId,
  )

  expect(traced).toEqual([{ hotspotId: 'x', lineage: { event: 'merged', from: [named('y')] } }])
  expect(lapsed).toEqual([named('z')])
})

test('a cluster over which a place is drawn was taken in by the place, which keeps its own id', () => {
  const { traced } = trace([place('park', 'a', 'b')], [was('x', ['a', 'b'])], newId)

  expect(traced).toEqual([{ hotspotId: 'park', lineage: { event: 'merged', from: [named('x')] } }])
})

test('what is left of a place that is retired parted from it, and never has its id', () => {
  const { traced } = trace([cluster('a')], [was('park', ['a'], { isPlace: true })], newId)

  expect(traced[0]!.hotspotId).toBe('new 0')
  expect(traced[0]!.lineage.event).toBe('merged')
})

test('a place that was there is carried on, whatever reports it has now; one that was not is born', () => {
  const { traced } = trace([place('park', 'n'), place('mill', 'm')], [was('park', [], { isPlace: true })], newId)

  expect(traced.map(({ lineage }) => lineage.event)).toEqual(['continued', 'born'])
})

test('a pattern of few children that goes is not said to have lapsed', () => {
  expect(trace([], [was('x', ['a'], { isFew: true }), was('y', ['b'])], newId).lapsed).toEqual([named('y')])
})

describe('whatever the runs are', () => {
  /** Occurrences dealt out over some groups; the group -1 is none. */
  const dealt = fc.array(fc.integer({ min: -1, max: 5 }), { minLength: 31, maxLength: 31 })
  const groupsOf = (hands: number[]) =>
    Array.from({ length: 6 }, (_, group) => hands.flatMap((hand, i) => (hand === group ? [String(i)] : []))).filter(
      ({ length }) => length > 0,
    )

  test('no id is given twice, and every ancestor is carried on, taken in or lapsed', () => {
    fc.assert(
      fc.property(dealt, dealt, (before, after) => {
        const ancestors = groupsOf(before).map((group, i) => was(`x${i}`, group))
        const descendants = groupsOf(after).map((group) => cluster(...group))
        const { traced, lapsed } = trace(descendants, ancestors, newId)

        const ids = traced.map(({ hotspotId }) => hotspotId)
        expect(new Set(ids).size).toBe(ids.length)
        const takenIn = traced.flatMap(({ lineage }) => (lineage.event === 'merged' ? lineage.from : []))
        const carriedOn = ancestors.filter(({ hotspotId }) => ids.includes(hotspotId))
        expect(carriedOn.length + takenIn.length + lapsed.length).toBe(ancestors.length)
      }),
    )
  })

  test('the same reports in the same groups keep every id', () => {
    fc.assert(
      fc.property(dealt, (hands) => {
        const groups = groupsOf(hands)
        const { traced, lapsed } = trace(
          groups.map((group) => cluster(...group)),
          groups.map((group, i) => was(`x${i}`, group)),
          newId,
        )

        expect(traced.map(({ hotspotId }) => hotspotId)).toEqual(groups.map((_, i) => `x${i}`))
        expect([...new Set(traced.map(({ lineage }) => lineage.event))]).toEqual(groups.length > 0 ? ['continued'] : [])
        expect(lapsed).toEqual([])
      }),
    )
  })
})
