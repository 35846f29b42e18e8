import { columnRepeated, columnsMissing } from './file-problems.ts'

/** What a kind of file may hold, and what it has to. */
export interface Columns<Name extends string> {
  names: readonly Name[]
  /** Each has to be there in one of its ways; a way is one column or several together. */
  required: readonly (readonly (readonly Name[])[])[]
}

export interface MatchedColumns<Name extends string> {
  /** Where in a row each column stands. */
  positions: Partial<Record<Name, number>>
  ignored: string[]
  /** How many cells a row has. */
  width: number
}

/** What the service itself adds to the refused rows it gives back. */
export const PROBLEM_COLUMN = 'problem'

/** A column's name as names are compared: without regard to case, spaces and underscores. */
export const comparedColumn = (name: string): string => name.toLowerCase().replace(/[\s_]+/g, '')

/**
 * Finds the columns by the first line of a file. An unknown one is ignored and named; `problem` is ours and passed over.
 * Throws a 422 problem where a required one is missing or a known one stands twice.
 */
export const matchColumns = <Name extends string>(header: string[], columns: Columns<Name>): MatchedColumns<Name> => {
  const byCompared = new Map(columns.names.map((name) => [comparedColumn(name), name]))
  const positions: Partial<Record<Name, number>> = {}
  const ignored: string[] = []

  for (const [position, cell] of header.entries()) {
    const compared = comparedColumn(cell)
    const name = byCompared.get(compared)
    if (name && positions[name] !== undefined) throw columnRepeated(name)
    if (name) positions[name] = position
    else if (compared !== PROBLEM_COLUMN && compared !== '') ignored.push(cell.trim())
  }

  const missing = columns.required.filter(
    (ways) => !ways.some((way) => way.every((name) => positions[name] !== undefined)),
  )
  if (missing.length > 0) throw columnsMissing(missing.map(inWords))
  return { positions, ignored, width: header.length }
}

const inWords = (ways: readonly (readonly string[])[]) => ways.map((way) => way.join(' with ')).join(' or ')
