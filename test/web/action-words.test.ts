import { expect, test } from 'vitest'
import { countWords, dueWords, happenedWith } from '../../web/actions/words.ts'

test('how late an action is, is said in days; one that is not late says when it is due', () => {
  expect(dueWords({ dueOn: '2023-07-10', isOverdue: true }, '2023-07-11')).toBe('Was due 10 Jul 2023, 1 day ago')
  expect(dueWords({ dueOn: '2023-03-01', isOverdue: true }, '2023-04-01')).toBe('Was due 1 Mar 2023, 31 days ago')
  expect(dueWords({ dueOn: '2023-08-04', isOverdue: false }, '2023-07-11')).toBe('Due 4 Aug 2023')
})

test.each([
  [{ toDo: 0, overdue: 0, mine: 0 }, 'Nothing is to do.'],
  [{ toDo: 1, overdue: 0, mine: 1 }, '1 action to do, none overdue. All yours.'],
  [{ toDo: 5, overdue: 2, mine: 1 }, '5 actions to do, 2 of them overdue. 1 is yours.'],
  [{ toDo: 5, overdue: 5, mine: 0 }, '5 actions to do, 5 of them overdue.'],
])('%j is said as “%s”', (counts, words) => {
  expect(countWords(counts)).toBe(words)
})

test('the history has steps and notes together, the latest first, and of one second the later taken first', () => {
  const by = { by: 'A', agency: 'Council', role: null, why: null }
  const taken = [
    { ...by, step: 'begin', from: null, to: 'open', at: '2023-07-01T09:00:00Z' },
    { ...by, step: 'complete', from: 'open', to: 'complete', at: '2023-07-03T09:00:00Z' },
    { ...by, step: 'verify', from: 'complete', to: 'verified', at: '2023-07-03T09:00:00Z' },
  ]
  const notes = [{ at: '2023-07-02T09:00:00Z', by: 'B', agency: 'Police', words: 'Asked.' }]

  expect(happenedWith({ taken, notes }).map(({ what, words }) => [what, words])).toEqual([
    ['Verified', null],
    ['Completed', null],
    ['Note', 'Asked.'],
    ['Given', null],
  ])
})
