import { Problem } from '../problem.ts'

/** Why a file can't be read at all. None of these repeats anything that the file holds. */

const TITLE = 'The file cannot be read'
const unreadable = (slug: string, detail: string) => new Problem(422, slug, TITLE, detail)

export const fileEmpty = () =>
  unreadable('file-empty', 'The file is empty. Send a CSV file whose first line names the columns.')

export const fileNotText = (kind: string) =>
  unreadable('file-not-csv', `This is ${kind}, not a CSV file. Open it where it was made and save it as CSV (UTF-8).`)

export const fileInUtf16 = () =>
  unreadable('file-utf16', 'The file is in UTF-16. Save it as CSV (UTF-8) and send it again.')

export const headerTooLong = () =>
  unreadable(
    'header-too-long',
    'No end of the first line was found. Send a CSV file whose first line names the columns.',
  )

export const columnsMissing = (columns: string[]) =>
  unreadable(
    'column-missing',
    `The first line does not name ${columns.join(', nor ')}. Add what is missing; nothing was read.`,
  )

export const columnRepeated = (column: string) =>
  unreadable('column-repeated', `The first line names ${column} twice. Keep one of the two; nothing was read.`)

export const quoteNotClosed = () =>
  unreadable(
    'quote-not-closed',
    'A quotation mark opens a cell and none closes it before the end of the file. Close it, or double a mark that is part of the text; nothing was taken.',
  )

export const rowTooLong = (row: number) =>
  unreadable(
    'row-too-long',
    `The row that begins at line ${row} is longer than 250,000 characters. A quotation mark may be missing there; nothing was taken.`,
  )

export const rowUnreadable = (row: number) =>
  unreadable(
    'row-unreadable',
    `The row that begins at line ${row} cannot be taken apart into cells; nothing was taken.`,
  )

export const fileBrokenOff = () =>
  new Problem(
    400,
    'file-broken-off',
    TITLE,
    'The file stopped coming before its end. Nothing was taken; send it again.',
  )
