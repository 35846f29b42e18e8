import { toProblem } from '../to-problem.ts'
import type { GazetteerImport } from './schema.ts'

export type Outcome = 'added' | 'changed' | 'unchanged'

const MOST_ISSUES = 1000

export const emptyTally = (): GazetteerImport => ({
  read: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  refused: 0,
  issues: [],
})

/** Counts an item that cannot be taken, with the sentence that says why. `item` is its number in the file. */
export const refuse = (tally: GazetteerImport, item: number, name: string | null, message: string) => {
  tally.refused++
  if (tally.issues.length < MOST_ISSUES) tally.issues.push({ item, name, message })
}

/** Keeps one item and counts what came of it. A problem that can be told refuses the item; anything else is thrown on. */
export const keepItem = async (
  tally: GazetteerImport,
  { item, name }: { item: number; name: string | null },
  keep: () => Promise<Outcome>,
) => {
  tally.read++
  try {
    tally[await keep()]++
  } catch (error) {
    const problem = toProblem(error)
    if (problem.status >= 500) throw error
    refuse(tally, item, name, problem.message)
  }
}
