import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shareG2, shareG3, topReports, type SharingFacts } from '../../server/runs/share.ts'

const facts = (given: Partial<SharingFacts> = {}): SharingFacts => ({
  method: 'place',
  category: 'park',
  children: 5,
  reports: 10,
  found: 10,
  disclosed: 0,
  topChildReports: 2,
  topTwoReports: 4,
  touchesProtected: false,
  isApprovedPublic: false,
  ...given,
})
const word = (sharing: ReturnType<typeof shareG3>) => (sharing.shared ? 'shared' : sharing.why)

const both = { touchesProtected: true, isApprovedPublic: true }
test.each<[what: string, given: Partial<SharingFacts>, g2: string, g3: string]>([
  ['five children and ten reports', {}, 'shared', 'shared'],
  ['two children', { children: 2 }, 'few_children', 'few_children'],
  ['three children', { children: 3 }, 'shared', 'few_children'],
  ['four children', { children: 4, reports: 40 }, 'shared', 'few_children'],
  ['nine reports', { reports: 9 }, 'shared', 'few_reports'],
  ['half of the reports by one child', { topChildReports: 5, topTwoReports: 6 }, 'shared', 'shared'],
  ['more than half by one child', { topChildReports: 6, topTwoReports: 7 }, 'shared', 'one_child'],
  ['three quarters by two', { reports: 12, topChildReports: 5, topTwoReports: 9 }, 'shared', 'shared'],
  ['more than three quarters by two', { reports: 12, topChildReports: 5, topTwoReports: 10 }, 'shared', 'one_child'],
  ['a hair over half', { reports: 20_001, topChildReports: 10_001, topTwoReports: 10_002 }, 'shared', 'one_child'],
  [
    'a hair over three quarters',
    { reports: 40_001, topChildReports: 20_000, topTwoReports: 30_001 },
    'shared',
    'one_child',
  ],
  ['nothing found or disclosed', { found: 0 }, 'shared', 'suspected_only'],
  ['one report disclosed', { found: 0, disclosed: 1 }, 'shared', 'shared'],
  ['one report found', { found: 1 }, 'shared', 'shared'],
  ['a protected setting near', { touchesProtected: true }, 'protected_setting', 'protected_setting'],
  ['a protected setting near an approved place', both, 'shared', 'shared'],
  ['an approval without a protected setting', { isApprovedPublic: true }, 'shared', 'shared'],
  ['a cluster near a protected setting', { method: 'cluster', ...both }, 'protected_setting', 'protected_setting'],
  ['an approved place of three children', { children: 3, ...both }, 'shared', 'few_children'],
  ['an approved place of two children', { children: 2, ...both }, 'few_children', 'few_children'],
  ['private addresses', { category: 'private_address_area', ...both }, 'private_address', 'private_address'],
])('%s', (_what, given, g2, g3) => {
  expect([word(shareG2(facts(given), 3)), word(shareG3(facts(given), 3))]).toEqual([g2, g3])
})

describe('the policy’s gate on children', () => {
  test('raises both tiers’', () => {
    expect(word(shareG2(facts({ children: 3 }), 4))).toBe('few_children')
    expect(word(shareG3(facts({ children: 5 }), 6))).toBe('few_children')
    expect(word(shareG3(facts({ children: 6 }), 6))).toBe('shared')
  })

  test('lowers neither', () => {
    expect(word(shareG2(facts({ children: 2 }), 1))).toBe('few_children')
    expect(word(shareG3(facts({ children: 4 }), 1))).toBe('few_children')
  })
})

const anyFacts = fc.record<SharingFacts>({
  method: fc.constantFrom('place', 'cluster'),
  category: fc.constantFrom('park', 'private_address_area'),
  children: fc.nat(8),
  reports: fc.nat(20),
  found: fc.nat(1),
  disclosed: fc.nat(1),
  topChildReports: fc.nat(12),
  topTwoReports: fc.nat(20),
  touchesProtected: fc.boolean(),
  isApprovedPublic: fc.boolean(),
})

test('what the list names, operational partners see too', () => {
  fc.assert(
    fc.property(anyFacts, fc.integer({ min: 1, max: 8 }), (given, minChildren) => {
      if (shareG3(given, minChildren).shared) expect(shareG2(given, minChildren).shared).toBe(true)
    }),
  )
})

test('nothing near a protected setting is shown but an approved named place', () => {
  fc.assert(
    fc.property(anyFacts, (given) => {
      const near = { ...given, touchesProtected: true }
      fc.pre(given.method === 'cluster' || !given.isApprovedPublic)

      expect([shareG2(near, 3).shared, shareG3(near, 3).shared]).toEqual([false, false])
    }),
  )
})

test('the children with most reports are found, and reports of nobody are nobody’s', () => {
  const reports = ['a', 'b', 'b', 'c', 'c', 'c', null, null, null, null].map((childId) => ({ childId }))

  expect(topReports(reports)).toEqual({ topChildReports: 3, topTwoReports: 5 })
  expect(topReports([{ childId: 'a' }])).toEqual({ topChildReports: 1, topTwoReports: 1 })
  expect(topReports([])).toEqual({ topChildReports: 0, topTwoReports: 0 })
})
