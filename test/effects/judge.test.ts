import { expect, test } from 'vitest'
import { judge, type Circumstances } from '../../server/effects/judge.ts'
import { EFFECT_REASONS, type EffectReason } from '../../server/effects/schema.ts'
import { cautionsOf, sentenceOf } from '../../server/effects/words.ts'
import { countedAs, UNDISTURBED } from './make-counted.ts'

const FALL = countedAs({ treated: [60, 10], control: [60, 60], buffer: [0, 0], bufferControl: [0, 0] })

test('a clear fall is told, and a clear rise', () => {
  expect(judge(FALL, UNDISTURBED)).toMatchObject({ word: 'fewer', reason: null })
  const rise = countedAs({ treated: [10, 60], control: [60, 60], buffer: [0, 0], bufferControl: [0, 0] })
  expect(judge(rise, UNDISTURBED)).toMatchObject({ word: 'more', reason: null })
})

const IN_THE_WAY: [EffectReason, Partial<Circumstances>][] = [
  ['no_comparator', { comparators: 0 }],
  ['not_over', { isOver: false }],
  ['cannot_separate', { isNearAnother: true }],
  ['comparator_treated', { isComparatorTreated: true }],
  ['not_kept', { isKept: false }],
  ['late_reports', { isComplete: false }],
]

test.each(IN_THE_WAY)('even a clear fall cannot be told: %s', (reason, given) => {
  expect(judge(FALL, { ...UNDISTURBED, ...given })).toMatchObject({ word: 'cannot_tell', reason })
})

test('late reports can only take a fall away: a rise stands', () => {
  const rise = countedAs({ treated: [10, 60], control: [60, 60], buffer: [0, 0], bufferControl: [0, 0] })
  expect(judge(rise, { ...UNDISTURBED, isComplete: false })).toMatchObject({ word: 'more' })
})

test('too few to compare, too few to find anything in, and no more than chance are told apart', () => {
  const none = { buffer: [0, 0], bufferControl: [0, 0] } as const
  const asked = (treated: [number, number], control: [number, number]) =>
    judge(
      countedAs({ treated, control, buffer: [...none.buffer], bufferControl: [...none.bufferControl] }),
      UNDISTURBED,
    ).reason
  expect(asked([5, 4], [60, 60])).toBe('too_few')
  expect(asked([12, 9], [12, 12])).toBe('no_power')
  expect(asked([60, 50], [60, 60])).toBe('chance')
  expect(judge({ ...FALL, children: { before: 2, after: 2, all: 2 } }, UNDISTURBED).reason).toBe('too_few')
})

test('a place that went quiet while its children go missing as before is moved, not solved', () => {
  const moved = judge(FALL, { ...UNDISTURBED, episodes: [40, 41] })
  expect(moved.isMoved).toBe(true)
  expect(cautionsOf(moved)[0]).toMatch(/^Moved, not solved/)

  expect(judge(FALL, { ...UNDISTURBED, episodes: [40, 39] }).isMoved).toBe(false)
  // Of twice as long a time, half as many are no fewer.
  expect(judge({ ...FALL, weeks: { before: 26, after: 13 } }, { ...UNDISTURBED, episodes: [40, 20] }).isMoved).toBe(
    true,
  )
  expect(judge(FALL, { ...UNDISTURBED, episodes: [4, 9] }).isMoved).toBe(false)
  const busy = countedAs({ treated: [60, 40], control: [60, 60], buffer: [0, 0], bufferControl: [0, 0] })
  expect(judge(busy, { ...UNDISTURBED, episodes: [40, 60] }).isMoved).toBe(false)
})

test('visits that only enforced are warned of; one welfare contact, of police or of youth work, is enough not to be', () => {
  const patrols = {
    visitsPlanned: 20,
    minutesPlanned: 300,
    visits: 9,
    minutes: 120,
    welfareContacts: 0,
    enforcement: 3,
  }
  const warned = (doses: Circumstances['doses']) => judge(FALL, { ...UNDISTURBED, doses }).isEnforcementOnly
  expect(warned({ patrols, outreach: null })).toBe(true)
  expect(warned({ patrols: { ...patrols, welfareContacts: 1 }, outreach: null })).toBe(false)
  expect(warned({ patrols, outreach: { sessionsPlanned: 2, sessions: 2, contacts: 5 } })).toBe(false)
  expect(warned({ patrols: { ...patrols, enforcement: 0 }, outreach: null })).toBe(false)
  expect(warned({ patrols: null, outreach: null })).toBe(false)
})

test('what is always said of such an answer is always said, and no sentence claims that anything was prevented', () => {
  expect(cautionsOf({ isMoved: false, isEnforcementOnly: false })).toEqual([
    expect.stringMatching(/bad spell/),
    expect.stringMatching(/Reports say/),
  ])
  const sentences = [
    ...EFFECT_REASONS.map((reason) => sentenceOf({ word: 'cannot_tell', reason })),
    ...(['fewer', 'more'] as const).map((word) => sentenceOf({ word, reason: null })),
    ...cautionsOf({ isMoved: true, isEnforcementOnly: true }),
  ]
  expect(new Set(sentences).size).toBe(sentences.length)
  for (const sentence of sentences) expect(sentence).not.toMatch(/crime|reduc|prevent|worked|%|\bquotient\b/i)
  for (const reason of EFFECT_REASONS) expect(sentenceOf({ word: 'cannot_tell', reason })).toMatch(/^It cannot be told/)
})
