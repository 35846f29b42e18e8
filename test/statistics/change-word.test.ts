import { describe, expect, test } from 'vitest'
import { changeWord } from '../../server/statistics/change-word.ts'
import { benjaminiHochberg, changeWindows, childWeeks } from '../../server/statistics/change.ts'

const CLEAR_RISE = { adjustedP: 0.01, children: 8, before: 4, after: 16, isAfterComplete: true }
const CLEAR_FALL = { ...CLEAR_RISE, before: 16, after: 4 }

describe('the word of change', () => {
  test.each([
    ['a clear rise', {}, 'worsening'],
    ['p of .05 is clear', { adjustedP: 0.05 }, 'worsening'],
    ['p of .05 as adjusting rounds it is clear', { adjustedP: (0.05 * 3) / 3 }, 'worsening'],
    ['p over .05 is not', { adjustedP: 0.0501 }, 'no clear change'],
    ['a clear fall', CLEAR_FALL, 'improving'],
    ['a fall while reports are still due', { ...CLEAR_FALL, isAfterComplete: false }, 'no clear change'],
    ['a rise while reports are still due', { isAfterComplete: false }, 'worsening'],
    ['5 children', { children: 5 }, 'too few to tell'],
    ['6 children', { children: 6 }, 'worsening'],
    ['9 child-weeks', { before: 1, after: 8 }, 'too few to tell'],
    ['10 child-weeks', { before: 1, after: 9 }, 'worsening'],
    ['as many as before', { before: 10, after: 10 }, 'no clear change'],
  ])('%s', (_, difference, word) => {
    expect(changeWord({ ...CLEAR_RISE, ...difference })).toBe(word)
  })

  test('a p that is none is refused', () => {
    expect(() => changeWord({ ...CLEAR_RISE, adjustedP: NaN })).toThrow(RangeError)
  })
})

describe('p-values adjusted for being many', () => {
  test('the least of p x tests / rank, of each and all larger', () => {
    const adjusted = benjaminiHochberg([0.04, 0.01, 0.9, 0.02, 0.045])

    expect(adjusted.map((p) => Number(p.toFixed(12)))).toEqual([0.05625, 0.05, 0.9, 0.05, 0.05625])
  })

  test('one alone stays, equals stay equal, none gives none', () => {
    expect(benjaminiHochberg([0.03])).toEqual([0.03])
    expect(benjaminiHochberg([0.2, 0.2, 0.2])).toEqual([0.2, 0.2, 0.2])
    expect(benjaminiHochberg([1, 0, 1])).toEqual([1, 0, 1])
    expect(benjaminiHochberg([])).toEqual([])
  })

  test.each([-0.1, 1.1, NaN])('%d is refused', (p) => {
    expect(() => benjaminiHochberg([0.5, p])).toThrow(new RangeError(`expected p from 0 to 1, got ${p}`))
  })
})

describe('child-weeks', () => {
  const windows = changeWindows('2023-06-30')
  const seen = (childId: string | null, ...times: string[]) => times.map((time) => ({ childId, at: new Date(time) }))

  test('the windows are the last 90 days, the 90 before, and the same a year earlier', () => {
    expect(windows).toEqual({
      after: { from: '2023-04-01', to: '2023-06-30' },
      before: { from: '2023-01-01', to: '2023-04-01' },
      yearEarlier: { from: '2022-04-01', to: '2022-06-30' },
    })
  })

  test('a child counts once a week, however often reported', () => {
    const reports = [
      ...seen('a', '2023-04-01T12:00Z', '2023-04-07T12:00Z', '2023-04-03T01:00Z', '2023-04-08T12:00Z'),
      ...seen('b', '2023-04-03T12:00Z', '2023-03-31T12:00Z', '2023-03-25T12:00Z'),
      ...seen('c', '2023-03-25T12:00Z', '2023-03-24T12:00Z'),
    ]

    expect(childWeeks(reports, windows)).toEqual([
      { childId: 'a', before: 0, after: 2 },
      { childId: 'b', before: 1, after: 1 },
      { childId: 'c', before: 2, after: 0 },
    ])
  })

  test('thirteen weeks to a window, the short one furthest from where they meet', () => {
    const day = 86_400_000
    const everyDay = Array.from({ length: 400 }, (_, i) => ({
      childId: 'a',
      at: new Date(Date.parse('2022-09-01T12:00Z') + i * day),
    }))
    const lastDays = seen('a', '2023-06-24T12:00Z', '2023-06-29T12:00Z', '2023-06-23T12:00Z')

    expect(childWeeks(everyDay, windows)).toEqual([{ childId: 'a', before: 13, after: 13 }])
    expect(childWeeks(lastDays, windows)).toEqual([{ childId: 'a', before: 0, after: 2 }])
  })

  test('days are local days: half past midnight in summer is the next day', () => {
    const reports = [
      ...seen('midnight', '2023-03-31T23:30Z'),
      ...seen('day after', '2023-06-29T23:30Z'),
      ...seen('first', '2023-01-01T00:00Z'),
      ...seen('day before', '2022-12-31T23:59Z'),
    ]

    expect(childWeeks(reports, windows)).toEqual([
      { childId: 'midnight', before: 0, after: 1 },
      { childId: 'first', before: 1, after: 0 },
    ])
  })

  test('a report without a child is no child-week', () => {
    expect(childWeeks(seen(null, '2023-04-02T12:00Z'), windows)).toEqual([])
  })

  test('windows apart, such as a year earlier, are cut alike', () => {
    const reports = seen('a', '2022-06-29T12:00Z', '2022-06-23T12:00Z', '2022-06-22T12:00Z', '2023-04-01T12:00Z')

    expect(childWeeks(reports, { before: windows.yearEarlier, after: windows.after })).toEqual([
      { childId: 'a', before: 2, after: 1 },
    ])
  })

  test.each([
    [{ from: '2023-01-01', to: '2023-01-02' }, 1],
    [{ from: '2023-01-01', to: 'soon' }, NaN],
  ])('windows of another length are refused: %j', (before, days) => {
    expect(() => childWeeks([], { ...windows, before })).toThrow(
      new RangeError(`expected two windows of the same length, got ${days} and 90 days`),
    )
  })
})
