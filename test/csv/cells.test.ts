import { expect, test } from 'vitest'
import { choicesOf, guardFormula, readCells } from '../../server/csv/cells.ts'
import { matchColumns } from '../../server/csv/columns.ts'

const COLOURS = choicesOf(['dark_red', 'green'], { scarlet: 'dark_red' })
const cellOf = (text: string) => readCells<'colour'>([text], { colour: 0 })

test('a word is known whatever its case, spaces and underscores, and by its synonyms', () => {
  for (const text of ['dark_red', 'Dark Red', 'DARK-RED', ' scarlet '])
    expect(cellOf(text).choice('colour', COLOURS)).toBe('dark_red')
})

test.each([
  ['blue', 'blue'],
  ['Jordan Smith', null],
  ['Jordan', null],
  ['1234567', null],
])('of an unknown word “%s” the issue repeats %s', (text, value) => {
  const cells = cellOf(text)
  expect(cells.choice('colour', COLOURS)).toBeNull()
  expect(cells.issues).toEqual([
    { column: 'colour', code: 'colour-unknown', message: 'Give colour as dark_red or green.', value },
  ])
})

test.each([
  ['31/02/2023', '31/02/2023'],
  ['2023-02-30T10:00', '2023-02-30T10:00'],
  ['1234567', null],
  ['last Tuesday with Jordan', null],
])('of a date that is none, “%s”, the issue repeats %s', (text, value) => {
  const cells = cellOf(text)
  expect(cells.moment('colour', Date.now())).toBeNull()
  expect(cells.issues.map((issue) => [issue.code, issue.value])).toEqual([['colour-not-a-date', value]])
})

test('a row with three issues has most likely slipped: none of them repeats a value', () => {
  const cells = readCells<'a' | 'b' | 'c'>(['blue', 'jordan', 'pink'], { a: 0, b: 1, c: 2 })
  for (const column of ['a', 'b', 'c'] as const) cells.choice(column, COLOURS)
  expect(cells.issues.map(({ value }) => value)).toEqual([null, null, null])
})

test('a cell that a spreadsheet would take for a formula is guarded, and reads as it was', () => {
  for (const text of ['=1+1', '@here', '+44 or so', '-dash', '-1.4769', 'plain', "'quoted"])
    expect(readCells<'t'>([guardFormula(text)], { t: 0 }).text('t', 50)).toBe(text)
  expect(guardFormula('=1+1')).toBe("'=1+1")
  expect(guardFormula('-1.4769')).toBe('-1.4769')
})

test('text with a character that cannot be seen, or too much of it, is refused without being repeated', () => {
  const cells = readCells<'t'>(['a\u0007b'], { t: 0 })
  expect(cells.text('t', 10)).toBeNull()
  const long = readCells<'t'>(['abcdef'], { t: 0 })
  expect(long.text('t', 5)).toBeNull()
  expect([...cells.issues, ...long.issues].map(({ code, value }) => [code, value])).toEqual([
    ['t-has-control-character', null],
    ['t-too-long', null],
  ])
})

const SHAPE = {
  names: ['report_ref', 'east', 'north', 'grid'] as const,
  required: [[['report_ref']], [['east', 'north'], ['grid']]] as const,
}

test('columns are matched without regard to case, spaces and underscores; unknown ones are named, our own problem column is not', () => {
  expect(matchColumns(['Report Ref', 'GRID', 'Colour', '', 'problem'], SHAPE)).toEqual({
    positions: { report_ref: 0, grid: 1 },
    ignored: ['Colour'],
    width: 5,
  })
})

test('a missing required column refuses the file and says which, a repeated one too', () => {
  expect(() => matchColumns(['east', 'Jordan'], SHAPE)).toThrow(
    'The first line does not name report_ref, nor east with north or grid. Add what is missing; nothing was read.',
  )
  expect(() => matchColumns(['report_ref', 'grid', 'ReportRef'], SHAPE)).toThrow('names report_ref twice')
})
