import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countReports as countBy, effectiveChildren, repeatChildren } from '../../server/hotspots/count.ts'
import { score as scoreBy } from '../../server/hotspots/score.ts'
import { policyFrom } from '../../server/settings/policy.ts'
import { occurrence } from './occurrence.ts'

const policy = policyFrom([])
const score = (reports: Parameters<typeof scoreBy>[0], at: Date) => scoreBy(reports, at, policy)
const countReports = (reports: Parameters<typeof countBy>[0], at: Date) => countBy(reports, at, policy)
const to = new Date('2023-07-01T00:00:00Z')
const daysBefore = (days: number) => new Date(to.getTime() - days * 86_400_000)

test('a found report of today weighs 1, and half of that after 90 days', () => {
  expect(score([occurrence({ at: to })], to)).toBe(1)
  expect(score([occurrence({ at: daysBefore(90) })], to)).toBe(0.5)
  expect(score([occurrence({ at: daysBefore(180) })], to)).toBe(0.25)
})

test('each basis has its weight', () => {
  const weights = (['found', 'disclosed', 'sighted', 'suspected', 'frequented'] as const).map((basis) =>
    score([occurrence({ basis, at: to })], to),
  )

  expect(weights).toEqual([1, 0.9, 0.7, 0.4, 0.2])
})

test('a child counts three times at the most, its heaviest first', () => {
  const reports = (['suspected', 'found', 'sighted', 'frequented', 'found'] as const).map((basis) =>
    occurrence({ basis, at: to }),
  )

  expect(score(reports, to)).toBe(2.7)
})

test('fifty-four reports of one child score no more than three', () => {
  expect(
    score(
      Array.from({ length: 54 }, () => occurrence({ at: to })),
      to,
    ),
  ).toBe(3)
})

test('a report with no child counts as a report, never as a child', () => {
  const counts = countReports([occurrence({ childId: null, at: to }), occurrence({ at: to })], to)

  expect(counts).toMatchObject({ reports: 2, children: 1, topChildShare: 0.5, score: 1 })
})

test('the order of the reports decides nothing', () => {
  const anyReport = fc.record({ childId: fc.constantFrom('a', 'b', 'c', null), days: fc.integer({ min: 0, max: 365 }) })
  fc.assert(
    fc.property(fc.array(anyReport, { maxLength: 40 }), (given) => {
      const reports = given.map(({ childId, days }) => occurrence({ childId, at: daysBefore(days) }))

      expect(countReports([...reports].reverse(), to)).toEqual(countReports(reports, to))
    }),
  )
})

test('effective children are the children where they give alike, and fewer where one gives most', () => {
  const alike = ['a', 'b', 'c', 'd'].map((childId) => occurrence({ childId }))
  const uneven = ['a', 'a', 'a', 'b'].map((childId) => occurrence({ childId }))

  expect(effectiveChildren(alike)).toBe(4)
  expect(effectiveChildren(uneven)).toBe(1.6)
  expect(effectiveChildren([occurrence({ childId: null })])).toBe(0)
  expect(repeatChildren(uneven)).toBe(1)
})

test('the partnership’s own weights are the ones that count', () => {
  const own = policyFrom([
    { name: 'weightSuspected', value: 0 },
    { name: 'reportsCountedPerChild', value: 1 },
    { name: 'halfLifeDays', value: 10 },
  ])

  expect(
    scoreBy(
      [
        occurrence({ basis: 'suspected', at: to }),
        occurrence({ at: daysBefore(10) }),
        occurrence({ at: daysBefore(20) }),
      ],
      to,
      own,
    ),
  ).toBe(0.5)
})
