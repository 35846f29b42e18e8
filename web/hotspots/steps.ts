import { theme } from '../map/theme.ts'

/** The classes of the map's colours: `from` is the fewest reports of each, the first class being open below. */
export interface Step {
  colour: number
  from: number
  words: string
}

const ROUND = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000, 10_000, 20_000, 50_000]

/** Each edge about this often in the largest count: each class twice the one below, so that a few large places do not flatten all the others. */
const PARTS = [8, 4, 2]

/**
 * At most four classes of report counts with round edges. No class is empty at both ends of what there is.
 * @param least where the first class begins
 */
export const reportSteps = (counts: readonly number[], { least = 0, parts = PARTS } = {}): Step[] => {
  if (counts.length === 0) return []
  const largest = Math.max(...counts)
  const smallest = Math.min(...counts)
  const edges = parts
    .map((part) => roundNear(largest / part))
    .filter((edge, i, all) => edge > smallest && edge <= largest && all.indexOf(edge) === i)

  const darkest = theme.hotspotSteps.length - 1
  return [least, ...edges].map((from, i) => {
    const next = edges[i]
    return { from, colour: darkest - edges.length + i, words: stepWords(from, next) }
  })
}

const roundNear = (value: number) =>
  ROUND.reduce((best, edge) => (Math.abs(Math.log(edge / value)) < Math.abs(Math.log(best / value)) ? edge : best))

const stepWords = (from: number, next: number | undefined) => {
  if (next === undefined) return from === 0 ? 'all places' : `${from} or more`
  if (from === 0) return `under ${next}`
  return from === next - 1 ? String(from) : `${from} to ${next - 1}`
}

/** The colour of a count: an index into the theme's steps. */
export const colourOf = (steps: readonly Step[], count: number): number =>
  steps.findLast(({ from }) => count >= from)?.colour ?? 0
