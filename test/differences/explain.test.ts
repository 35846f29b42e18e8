import fc from 'fast-check'
import { expect, test } from 'vitest'
import { childDifferenceOf, differenceOf, reasonsOf, type Counted } from '../../server/differences/explain.ts'

const compared = { beforeTo: '2023-05-01', afterFrom: '2022-06-01', otherwise: null } as const

const member = (given: Partial<Counted>): Counted => ({
  day: '2023-01-01',
  childId: 'a',
  before: null,
  after: null,
  wasKnown: true,
  changes: [],
  ...given,
})

const isHere = (where: string) => where === 'here'
const explain = (members: Counted[], given: { before: number; after: number }, otherwise: 'method' | null = null) =>
  differenceOf(members, given, isHere, { ...compared, otherwise })

test.each([
  ['of the month that was added: new data', { after: 'here', day: '2023-05-03', wasKnown: false }, { newData: 1 }],
  ['of an earlier month, and nobody knew of it: late data', { after: 'here', wasKnown: false }, { lateData: 1 }],
  [
    'known, and placed since: changed',
    { after: 'here', changes: ['placed'] },
    { changedIn: 1, changed: [{ why: 'placed', count: 1 }] },
  ],
  [
    'known, and joined to another since: changed',
    { after: 'here', changes: ['imported', 'joined'] },
    { changedIn: 1, changed: [{ why: 'joined', count: 1 }] },
  ],
  [
    'known, and corrected by a file: changed',
    { after: 'here', changes: ['imported'] },
    { changedIn: 1, changed: [{ why: 'corrected', count: 1 }] },
  ],
  [
    'known, with nothing done to it: grouped otherwise',
    { after: 'here' },
    { changedIn: 1, changed: [{ why: 'grouped', count: 1 }] },
  ],
  [
    'from another place: changed, whatever its day',
    { before: 'there', after: 'here', day: '2023-05-03', wasKnown: false },
    { changedIn: 1, changed: [{ why: 'grouped', count: 1 }] },
  ],
] as const)('%s', (_title, given, parts) => {
  const difference = explain([member(given as Partial<Counted>)], { before: 0, after: 1 })

  const none = { before: 0, newData: 0, lateData: 0, changedIn: 0, changedOut: 0, left: 0, after: 1, changed: [] }
  expect(difference).toEqual({ ...none, ...parts })
})

test('what is gone has grown older than the twelve months, was changed, or was deleted', () => {
  const old = member({ before: 'here', day: '2022-05-31' })
  const moved = member({ before: 'here', after: 'there', changes: ['placed'] })
  const regrouped = member({ before: 'here' })

  expect(explain([old, moved, regrouped], { before: 5, after: 0 }, 'method')).toMatchObject({
    left: 1,
    changedOut: 4,
    changed: [
      { why: 'deleted', count: 2 },
      { why: 'method', count: 1 },
      { why: 'placed', count: 1 },
    ],
  })
})

test('a child comes with its first report and goes with its last', () => {
  const members = [
    member({ childId: 'stays', before: 'here', day: '2022-05-31' }),
    member({ childId: 'stays', after: 'here', day: '2023-05-02' }),
    member({ childId: 'comes', after: 'here', day: '2023-05-02', wasKnown: false }),
    member({ childId: 'comes', after: 'here', wasKnown: false }),
    member({ childId: 'late', after: 'here', wasKnown: false }),
    member({ childId: 'goes', before: 'here', day: '2022-05-31' }),
    member({ childId: null, after: 'here', day: '2023-05-02' }),
  ]

  expect(childDifferenceOf(members, { before: 2, after: 3 }, isHere, compared)).toEqual({
    before: 2,
    newData: 1,
    lateData: 1,
    changedIn: 0,
    changedOut: 0,
    left: 1,
    after: 3,
  })
})

const anyMember: fc.Arbitrary<Counted> = fc.record({
  day: fc.constantFrom('2022-05-30', '2022-06-01', '2022-12-24', '2023-04-30', '2023-05-01', '2023-05-31'),
  childId: fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { freq: 8 }),
  before: fc.constantFrom(null, 'here', 'there'),
  after: fc.constantFrom(null, 'here', 'there'),
  wasKnown: fc.boolean(),
  changes: fc.subarray(['imported', 'placed', 'set_aside', 'joined', 'separated']),
})

test('whatever came, moved, left or was deleted, the parts add up to the difference exactly', () => {
  fc.assert(
    fc.property(
      fc.array(anyMember, { maxLength: 60 }),
      fc.constantFrom(null, 'method' as const, 'version' as const),
      // Rows that are deleted since: counted then, and no member any more.
      fc.record({ before: fc.nat(3), after: fc.nat(3) }),
      (members, otherwise, deleted) => {
        for (const here of [isHere, () => true]) {
          const count = (side: 'before' | 'after') =>
            members.filter((one) => one[side] !== null && here(one[side]!)).length + deleted[side]
          const total = { before: count('before'), after: count('after') }
          for (const difference of [
            differenceOf(members, total, here, { ...compared, otherwise }),
            childDifferenceOf(members, total, here, { ...compared, otherwise }),
          ]) {
            const { before, newData, lateData, changedIn, changedOut, left, after } = difference
            expect([before, after]).toEqual([total.before, total.after])
            expect(before + newData + lateData + changedIn - left - changedOut).toBe(after)
            expect(Math.min(newData, lateData, changedIn, changedOut, left)).toBeGreaterThanOrEqual(0)
          }
          const { changed, changedIn, changedOut } = differenceOf(members, total, here, { ...compared, otherwise })
          expect(changed.reduce((sum, one) => sum + one.count, 0)).toBe(changedIn + changedOut)
        }
      },
    ),
  )
})

test('partners are told the causes in words', () => {
  const nothing = { before: 1, newData: 0, lateData: 0, changedIn: 0, changedOut: 0, left: 0, after: 1 }

  expect(reasonsOf([nothing])).toEqual([])
  expect(
    reasonsOf([
      { ...nothing, lateData: 1 },
      { ...nothing, newData: 2, changedOut: 1, left: 1 },
    ]),
  ).toEqual(['new data', 'late data', 'changed', 'left the twelve months'])
})
