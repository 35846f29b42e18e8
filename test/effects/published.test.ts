import { expect, test } from 'vitest'
import type { Counted } from '../../server/effects/count-child-weeks.ts'
import { judge } from '../../server/effects/judge.ts'
import { sentenceOf, smallestInWords } from '../../server/effects/words.ts'
import { countedAs, UNDISTURBED } from './make-counted.ts'

/** Wheeler and Ratcliffe (2018): every event of somebody else, so nothing is inflated. */
const PUBLISHED: Counted = countedAs({
  treated: [207, 110],
  control: [308, 318],
  buffer: [178, 157],
  bufferControl: [150, 140],
})

test('the published figures come out of the service’s own judgement, with nothing to inflate them', () => {
  const { word, reason, inflation, difference } = judge(PUBLISHED, UNDISTURBED)

  expect(inflation).toBe(1)
  expect(difference).toMatchObject({ estimate: -118, variance: 1568 })
  expect(difference!.z).toBeCloseTo(-2.98, 2)
  expect([Math.round(difference!.low), Math.round(difference!.high)]).toEqual([-196, -40])
  expect({ word, reason }).toEqual({ word: 'fewer', reason: null })
})

test('where the same events are of a few children each, the same figures cannot be told', () => {
  const events = PUBLISHED.perChild.length
  const { word, reason, inflation, difference } = judge(
    { ...PUBLISHED, perChild: Array.from({ length: events / 8 }, () => 8) },
    UNDISTURBED,
  )

  expect(inflation).toBe(8)
  expect(difference).toMatchObject({ estimate: -118, variance: 8 * 1568 })
  expect({ word, reason }).toEqual({ word: 'cannot_tell', reason: 'no_power' })
})

test('two comparators count as their mean, and unequal windows by their lengths', () => {
  const { divisors, difference } = judge(
    {
      ...countedAs({ treated: [40, 10], control: [80, 40], buffer: [0, 0], bufferControl: [0, 0] }),
      weeks: { before: 26, after: 13 },
    },
    { ...UNDISTURBED, comparators: 2 },
  )

  expect(divisors).toEqual({ before: 2, control: 2 })
  // 10 - 40/2 less 40/2 - 80/4; each count's variance over its divisor squared.
  expect(difference).toMatchObject({ estimate: -10, variance: 10 + 40 / 4 + 40 / 4 + 80 / 16 })
})

test('a fall is told in a sentence, with the smallest that would have been found', () => {
  const judged = judge(PUBLISHED, UNDISTURBED)

  expect(sentenceOf(judged)).toBe(
    'Fewer reports of children than expected were made here after the plan began, beside places that are like it.',
  )
  expect(smallestInWords(judged)).toBe(
    'The smallest fall that this comparison would have found, four times in five: about half of the reports.',
  )
  const tooSmall = { smallest: { expected: 6, after: null } }
  expect(smallestInWords({ ...tooSmall, word: 'cannot_tell' })).toMatch(/would not have found, four times in five/)
  expect(smallestInWords({ ...tooSmall, word: 'fewer' })).toMatch(/finds even a fall to nothing less often/)
})
