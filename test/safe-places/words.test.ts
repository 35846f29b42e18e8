import { expect, test } from 'vitest'
import type { SafePlace } from '../../server/safe-places/schema.ts'
import { EMPTY_SAFE_PLACE, errorsOf, toDraft, toInput } from '../../web/safe-places/draft.ts'
import { gapSentence, openWords } from '../../web/safe-places/hours.ts'

const spans = (days: number[], from: string, to: string) => days.map((day) => ({ day, from, to }))

test.each([
  [[], 'Hours not known'],
  [spans([0, 1, 2, 3, 4], '09:00', '17:00'), 'Monday to Friday 09:00–17:00'],
  [spans([5, 6], '10:00', '24:00'), 'Saturday and Sunday 10:00–24:00'],
  [spans([0, 1, 2, 3, 4, 5, 6], '00:00', '24:00'), 'Every day all day'],
  [
    [...spans([0, 2], '18:00', '21:30'), ...spans([2], '09:00', '12:00')],
    'Monday 18:00–21:30; Wednesday 09:00–12:00 and 18:00–21:30',
  ],
])('hours are told with days of the same hours together: %#', (open, words) => {
  expect(openWords(open)).toBe(words)
})

test('gaps are told in a sentence, and that there are none too', () => {
  const friday = { fromHour: 4 * 24 + 21, hours: 2 }
  const sunday = { fromHour: 167, hours: 2 }
  expect(gapSentence([friday], [friday])).toBe('Gaps: at this best time nobody is there: Friday 21:00–23:00.')
  expect(gapSentence([friday, sunday], [friday, sunday])).toBe(
    'Gaps: at these best times nobody is there: Friday 21:00–23:00 and Sunday 23:00 to Monday 01:00.',
  )
  expect(gapSentence([], [friday])).toBe('At all of the best times somebody is there.')
  expect(gapSentence([], [])).toMatch(/^Too few reports/)
})

test('what is typed as people type it becomes hours, and comes back as it was typed', () => {
  const draft = {
    ...EMPTY_SAFE_PLACE,
    kind: 'guardian' as const,
    name: ' Wardens ',
    geometry: { type: 'Point' as const, coordinates: [-1.48, 52.92] as [number, number] },
    spans: [
      { days: 'weekend', from: '7pm', to: '2' },
      { days: '2', from: '9.30', to: '24:00' },
      { days: 'every', from: '', to: '' },
    ],
  }
  expect(errorsOf(draft)).toEqual({})
  const input = toInput(draft)
  expect(input).toMatchObject({
    name: 'Wardens',
    openHours: [...spans([5, 6], '19:00', '02:00'), ...spans([2], '09:30', '24:00')],
  })
  expect(toDraft({ ...input, contactRole: '', notes: '' } as SafePlace).spans).toEqual([
    { days: 'weekend', from: '19:00', to: '02:00' },
    { days: '2', from: '09:30', to: '24:00' },
  ])
})

test('what is missing is named by its field', () => {
  expect(errorsOf({ ...EMPTY_SAFE_PLACE, spans: [{ days: '0', from: 'late', to: '25' }] })).toEqual({
    kind: 'Choose whether it is a safe place or a guardian',
    name: 'Give it a name',
    where: 'Click on the map where it is, or search for it',
    'from-0': 'Give a time such as 18:30 to begin with',
    'to-0': 'Give a time such as 21:00 to end with',
  })
})
