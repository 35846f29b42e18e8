import { expect, test } from 'vitest'
import { CHANGE_WORDS, TREND_CLASSES } from '../../server/statistics/schema.ts'
import {
  dayPartWords,
  sharedChangeSentence,
  sharedClassSentence,
  sharedFirmSentence,
} from '../../web/shared/shared-words.ts'

test('partners are told change and class as a word and what it means, without a count of reports', () => {
  expect(sharedChangeSentence({ change: 'too few to tell' })).toBe(
    'Too few to tell: there are too few children here to tell a change from chance.',
  )
  for (const change of CHANGE_WORDS) expect(sharedChangeSentence({ change })).toMatch(/^[A-Z][a-z ]+: .+\.$/)
  for (const trend of TREND_CLASSES) expect(sharedClassSentence({ trend })).toMatch(/^[A-Z][a-z ]+: .+\.$/)
})

test('what is not firm is not to be planned by alone', () => {
  expect(sharedFirmSentence({ isFirm: false })).toMatch(/^Not firm: .* Do not plan by this alone\.$/)
  expect(sharedFirmSentence({ isFirm: true })).toMatch(/^Firm: /)
})

test('a part of the week is days, hours and a band', () => {
  expect(dayPartWords({ isWeekend: false, dayPart: '18-24', reportsBand: '10-14' })).toBe(
    'Monday to Friday, 18:00–24:00: 10 to 14 reports',
  )
  expect(dayPartWords({ isWeekend: true, dayPart: '00-06', reportsBand: '15+' })).toBe(
    'Saturday and Sunday, 00:00–06:00: 15 or more reports',
  )
})
