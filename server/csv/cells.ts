import { readMoment, type Moment } from './wall-time.ts'

/** One thing that is wrong with a row. */
export interface CellIssue {
  column: string | null
  /** A stable slug. */
  code: string
  /** A sentence that says what to do. */
  message: string
  /** Only a value of the shape that the column expects: anything else may have slipped in from another column, and name a child. */
  value: string | null
}

/** Reads the cells of one row; whatever can't be read adds an issue and is null. */
export interface Cells<Name extends string> {
  issues: CellIssue[]
  isThere(column: Name): boolean
  text(column: Name, longest: number): string | null
  choice<Value extends string>(column: Name, choices: Choices<Value>): Value | null
  yesOrNo(column: Name): boolean | null
  moment(column: Name, latest: number): Moment | null
  number(column: Name): number | null
  refuse(column: Name | null, code: string, message: string, value?: string | null): void
}

/** Allowed values and what else is understood, by the word as words are compared. */
export type Choices<Value extends string> = { values: readonly Value[]; byWord: Map<string, Value> }

export const choicesOf = <Value extends string>(
  values: readonly Value[],
  synonyms: Record<string, Value> = {},
): Choices<Value> => ({
  values,
  byWord: new Map([
    ...values.map((value): [string, Value] => [comparedWord(value), value]),
    // As they stand too: most cells are written as the contract has them, and need no comparing.
    ...values.map((value): [string, Value] => [value, value]),
    ...Object.entries(synonyms).map(([word, value]): [string, Value] => [comparedWord(word), value]),
  ]),
})

const comparedWord = (text: string) => text.toLowerCase().replace(/[\s_-]+/g, '')

export const YES_NO = choicesOf(['Y', 'N'], {
  yes: 'Y',
  no: 'N',
  true: 'Y',
  false: 'N',
  '1': 'Y',
  '0': 'N',
  t: 'Y',
  f: 'N',
})

const EARLIEST_YEAR = 1990
const EARLIEST = Date.UTC(EARLIEST_YEAR, 0, 1)
const DATE_SHAPE = /^\d{1,4}([-/.])\d{1,2}\1\d{1,4}([T ][\d:.+-]{1,20}Z?)?$/
const WORD_SHAPE = /^[a-z]{1,20}(_[a-z]{1,20}){0,2}$/
/** Printable ASCII: nothing to look for, nothing to normalise. */
const PLAIN = /^[ -~]*$/
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)$/
// A row with this many issues has most likely slipped by a column: nothing of it is repeated.
const SLIPPED_ISSUES = 3

/** A column's name as it stands in issue codes. */
export const slug = (column: string) => column.replaceAll('_', '-')

export const readCells = <Name extends string>(
  cells: readonly string[],
  positions: Partial<Record<Name, number>>,
): Cells<Name> => {
  const issues: CellIssue[] = []
  const raw = (column: Name) => {
    const position = positions[column]
    const cell = position === undefined ? undefined : cells[position]
    return cell ? withoutGuard(cell.trim()) : ''
  }
  const refuse: Cells<Name>['refuse'] = (column, code, message, value = null) => {
    issues.push({ column, code, message, value })
    if (issues.length >= SLIPPED_ISSUES) for (const issue of issues) issue.value = null
  }

  const text: Cells<Name>['text'] = (column, longest) => {
    const value = raw(column)
    if (value === '') return null
    if (value.length <= longest && PLAIN.test(value)) return value
    // oxlint-disable-next-line no-control-regex
    if (/[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(value)) {
      refuse(
        column,
        `${slug(column)}-has-control-character`,
        `Take the character that cannot be seen out of ${column}.`,
      )
      return null
    }
    if (value.length > longest) {
      refuse(column, `${slug(column)}-too-long`, `Shorten ${column} to ${longest.toLocaleString('en-GB')} characters.`)
      return null
    }
    return value.replace(/\r\n?/g, '\n').normalize('NFC')
  }

  const choice: Cells<Name>['choice'] = (column, { values, byWord }) => {
    const value = raw(column)
    if (value === '') return null
    const known = byWord.get(value) ?? byWord.get(comparedWord(value))
    if (known) return known
    refuse(
      column,
      `${slug(column)}-unknown`,
      `Give ${column} as ${orList(values)}.`,
      WORD_SHAPE.test(value) ? value : null,
    )
    return null
  }

  const moment: Cells<Name>['moment'] = (column, latest) => {
    const value = raw(column)
    if (value === '') return null
    const read = readMoment(value)
    const shown = DATE_SHAPE.test(value) ? value : null
    if (read === 'malformed')
      refuse(
        column,
        `${slug(column)}-not-a-date`,
        `Give ${column} as a date, such as 2023-06-30, 30/06/2023 or 2023-06-30T21:15.`,
        shown,
      )
    else if (read === 'skipped')
      refuse(
        column,
        `${slug(column)}-skipped-hour`,
        `Give another time for ${column}: the clocks went forward, so this one never was.`,
        shown,
      )
    else if (read.at > latest)
      refuse(column, `${slug(column)}-in-the-future`, `Correct ${column}: it lies in the future.`, shown)
    else if (read.at < EARLIEST)
      refuse(column, `${slug(column)}-too-early`, `Correct ${column}: it lies before ${EARLIEST_YEAR}.`, shown)
    else return read
    return null
  }

  const number: Cells<Name>['number'] = (column) => {
    const value = raw(column)
    if (value === '') return null
    if (NUMBER.test(value)) return Number(value)
    refuse(
      column,
      `${slug(column)}-not-a-number`,
      `Give ${column} as a plain number with a decimal point, without units.`,
    )
    return null
  }

  const yesOrNo = (column: Name) => {
    const answer = choice(column, YES_NO)
    return answer === null ? null : answer === 'Y'
  }
  return { issues, isThere: (column) => raw(column) !== '', text, choice, yesOrNo, moment, number, refuse }
}

/** “a, b or c”. */
export const orList = (values: readonly string[]) =>
  values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`

/** The apostrophe that the service puts before what a spreadsheet would take for a formula comes off again. */
const withoutGuard = (value: string) =>
  value.startsWith("'") && /^'[=+\-@\t\r]/.test(value) ? value.slice(1).trim() : value

/** A cell that no spreadsheet takes for a formula; plain numbers stay as they are. `readCells` takes the guard off again. */
export const guardFormula = (cell: string): string =>
  /^[=+\-@\t\r]/.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell
