import { changeWord } from '../../server/statistics/change-word.ts'
import { benjaminiHochberg } from '../../server/statistics/false-discovery.ts'
import { childFlipTest, type BeforeAfter } from '../../server/statistics/child-flip.ts'
import { varianceInflation, weightedDisplacementDifference } from '../../server/statistics/displacement.ts'
import { seededRandom } from '../../server/statistics/random.ts'
import { CHANGE_WORDS, type ChangeWord } from '../../server/statistics/schema.ts'

/**
 * Children who are missing in spells, to simulate what a method says where the truth is known. A child's episodes of a year all
 * fall in one spell, which starts on any day of the year alike; time runs round, so no part of the year is special. A change
 * multiplies the chance of an episode leading to the place, from the first day of the later window on.
 */

const YEAR_DAYS = 365
const WINDOW_DAYS = 90
const WEEK_DAYS = 7

/** Episodes of each child in the seed's year: the twelve of the report, thirty worked out (sum 232), 19 twice, 28 once; 684. */
export const SEED_EPISODES = [
  [54, 49, 43, 38, 32, 28, 27, 27, 22, 22, 22, 22],
  [13, 13, 13, 13, 12, 12, 12, 12, 12, 11, 10, 9, 8, 8, 7, 7, 6, 6, 5, 5, 5, 4, 4, 4, 4, 4, 4, 3, 3, 3],
  Array.from({ length: 19 }, () => 2),
  Array.from({ length: 28 }, () => 1),
].flat()

export interface Spells {
  spellDays: number
  /** Chance that an episode leads to the place, in the earlier window; times `growth` in the later. */
  share: number
  growth: number
}

/** The days of a child's episodes, the first day of the earlier window being 0; those outside both windows left out. */
export function episodeDays(episodes: number, spellDays: number, random: () => number): number[] {
  const start = random() * YEAR_DAYS
  return Array.from({ length: episodes }, () => Math.floor(start + random() * spellDays) % YEAR_DAYS).filter(
    (day) => day < 2 * WINDOW_DAYS,
  )
}

export const isLater = (day: number): boolean => day >= WINDOW_DAYS

/** The child-weeks of one child's days at one place, weeks counted from the day between the windows as `childWeeks` does. */
export function childWeeksOf(days: readonly number[]): BeforeAfter {
  const after = new Set(days.filter(isLater).map((day) => Math.floor((day - WINDOW_DAYS) / WEEK_DAYS)))
  const before = days.filter((day) => !isLater(day)).map((day) => Math.floor((WINDOW_DAYS - 1 - day) / WEEK_DAYS))
  return { before: new Set(before).size, after: after.size }
}

/** A place of so many children, all reported there in one of the windows at least: each any child of the seed. */
export function placeOfChildren(children: number, spells: Spells, random: () => number): BeforeAfter[] {
  const place: BeforeAfter[] = []
  while (place.length < children) {
    const episodes = SEED_EPISODES[Math.floor(random() * SEED_EPISODES.length)]!
    const days = episodeDays(episodes, spells.spellDays, random).filter(
      (day) => random() < spells.share * (isLater(day) ? spells.growth : 1),
    )
    const weeks = childWeeksOf(days)
    if (weeks.before + weeks.after > 0) place.push(weeks)
  }
  return place
}

type Area = 'treated' | 'control' | 'buffer' | 'bufferControl'

/**
 * Four areas in which nothing changes. A child of the seed is reported in one area only (`isLoyal`), or anywhere, with a chance
 * of its own for each area and for none of them.
 */
export function fourAreas({ spellDays, isLoyal }: { spellDays: number; isLoyal: boolean }, random: () => number) {
  const counts: Record<Area, [number, number]> = {
    treated: [0, 0],
    control: [0, 0],
    buffer: [0, 0],
    bufferControl: [0, 0],
  }
  const perChild = SEED_EPISODES.map((episodes) => {
    const days = episodeDays(episodes, spellDays, random)
    const home = Math.floor(random() * 4)
    const leanings = Array.from({ length: 5 }, (_, area) => (isLoyal ? Number(area === home) : random()))
    const total = leanings.reduce((sum, leaning) => sum + leaning, 0)
    const whereabouts = days.map(() => pick(leanings, random() * total))
    return Object.values(counts).reduce((sum, count, area) => {
      const { before, after } = childWeeksOf(days.filter((_, episode) => whereabouts[episode] === area))
      count[0] += before
      count[1] += after
      return sum + before + after
    }, 0)
  })
  return { counts, perChild }
}

function pick(weights: readonly number[], at: number): number {
  let below = 0
  return weights.findIndex((weight) => at < (below += weight))
}

/**
 * How often each word falls on simulated places of so many children with spells of 90 days, three episodes in ten
 * leading there before the change; each place judged alone, which lets through more words than adjusting for many.
 */
export function wordShares({
  children,
  growth,
  places,
  seed,
  draws = 999,
}: {
  children: number
  growth: number
  places: number
  seed: number
  draws?: number
}): Record<ChangeWord, number> {
  const random = seededRandom(seed)
  const shares = Object.fromEntries(CHANGE_WORDS.map((word) => [word, 0])) as Record<ChangeWord, number>
  for (let place = 0; place < places; place++) {
    const perChild = placeOfChildren(children, { spellDays: 90, share: 0.3, growth }, random)
    const word = changeWord({
      adjustedP: childFlipTest(perChild, { draws, seed: place }).p,
      children,
      before: perChild.reduce((sum, { before }) => sum + before, 0),
      after: perChild.reduce((sum, { after }) => sum + after, 0),
      isAfterComplete: true,
    })
    shares[word] += 1 / places
  }
  return shares
}

/** The sizes of the other places on a usual month's list. */
const OTHER_PLACES = [4, 5, 6, 7, 8, 9, 10, 12, 14, 16, 18, 20, 24]

/**
 * A month's list of fourteen places judged together, of which only the first changes: how often it is called worsening, and how often
 * any of those where nothing changes gets a word.
 */
export function wordsAmongMany({
  children,
  growth,
  months,
  seed,
}: {
  children: number
  growth: number
  months: number
  seed: number
}): { called: number; false: number } {
  const random = seededRandom(seed)
  const place = (size: number, change: number) =>
    placeOfChildren(size, { spellDays: 90, share: 0.3, growth: change }, random)
  const shares = { called: 0, false: 0 }
  for (let month = 0; month < months; month++) {
    const places = [place(children, growth), ...OTHER_PLACES.map((size) => place(size, 1))]
    const adjusted = benjaminiHochberg(
      places.map((perChild) => childFlipTest(perChild, { draws: 1_999, seed: month }).p),
    )
    const words = places.map((perChild, i) =>
      changeWord({
        adjustedP: adjusted[i]!,
        children: perChild.length,
        before: perChild.reduce((sum, { before }) => sum + before, 0),
        after: perChild.reduce((sum, { after }) => sum + after, 0),
        isAfterComplete: true,
      }),
    )
    const isWord = (word: ChangeWord) => word === 'worsening' || word === 'improving'
    if (words[0] === 'worsening') shares.called += 1 / months
    if (words.slice(growth === 1 ? 0 : 1).some(isWord)) shares.false += 1 / months
  }
  return shares
}

/** The share of studies in which the 95 % interval leaves out the 0 that is true, with the inflation by child and without. */
export function wddFalseShare({ isLoyal, studies, seed }: { isLoyal: boolean; studies: number; seed: number }) {
  const random = seededRandom(seed)
  let [inflated, plain] = [0, 0]
  for (let study = 0; study < studies; study++) {
    const { counts, perChild } = fourAreas({ spellDays: 90, isLoyal }, random)
    if (leavesOutZero(weightedDisplacementDifference({ ...counts, inflation: varianceInflation(perChild) })))
      inflated += 1 / studies
    if (leavesOutZero(weightedDisplacementDifference(counts))) plain += 1 / studies
  }
  return { inflated, plain }
}

const leavesOutZero = ({ low, high }: { low: number; high: number }) => low > 0 || high < 0
