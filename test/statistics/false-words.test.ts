import { expect, test } from 'vitest'
import {
  benjaminiHochberg,
  changeWindows,
  childFlipTest,
  childWeeks,
  conditionalMidP,
} from '../../server/statistics/change.ts'
import { seededRandom } from '../../server/statistics/random.ts'
import { childWeeksOf, SEED_EPISODES, wddFalseShare, wordsAmongMany, wordShares } from './spells.ts'

/** Three standard errors of a share of 5 % in so many simulated places. */
const simulationError = (places: number) => 3 * Math.sqrt((0.05 * 0.95) / places)

test('the simulated children are those of the seed: 684 episodes of 89 children, 618 of them of 42', () => {
  const sumOf = (episodes: number[]) => episodes.reduce((sum, count) => sum + count, 0)

  expect([SEED_EPISODES.length, sumOf(SEED_EPISODES), sumOf(SEED_EPISODES.slice(0, 12))]).toEqual([89, 684, 386])
  expect([SEED_EPISODES.filter((count) => count >= 3).length, sumOf(SEED_EPISODES.slice(0, 42))]).toEqual([42, 618])
})

test('the simulation counts child-weeks as the service does', () => {
  const random = seededRandom(5)
  for (let child = 0; child < 50; child++) {
    const days = Array.from({ length: 8 }, () => Math.floor(random() * 180))
    const reports = days.map((day) => ({ childId: 'a', at: new Date(Date.UTC(2023, 0, 1 + day, 12)) }))

    expect(childWeeks(reports, changeWindows('2023-06-30'))).toEqual([{ childId: 'a', ...childWeeksOf(days) }])
  }
})

test.each([8, 12, 20])('where nothing changes, at most 5 in 100 places of %d children get a word', (children) => {
  const places = 1_000
  const { worsening, improving } = wordShares({ children, growth: 1, places, seed: children })

  expect(worsening + improving).toBeLessThanOrEqual(0.05 + simulationError(places))
})

test('judged together, at most one list of fourteen in twenty has a false word', () => {
  expect(wordsAmongMany({ children: 12, growth: 1, months: 200, seed: 1 }).false).toBeLessThanOrEqual(
    0.05 + simulationError(200),
  )
})

test('on a list of fourteen nine children who all moved one way are too few for a word, ten are enough', () => {
  const adjusted = (children: number) => {
    const moved = Array.from({ length: children }, () => ({ before: 0, after: 3 }))
    return benjaminiHochberg([
      childFlipTest(moved, { draws: 1, seed: 1 }).p,
      ...Array.from({ length: 13 }, () => 1),
    ])[0]!
  }

  expect(adjusted(9)).toBeCloseTo((14 * 2) / 2 ** 9, 12)
  expect(adjusted(9)).toBeGreaterThan(0.05)
  expect(adjusted(10)).toBeLessThan(0.05)
})

test('a tripling at 20 children gets its word more often than chance would give it', () => {
  const { worsening, improving } = wordShares({ children: 20, growth: 3, places: 300, seed: 3 })

  expect(worsening).toBeGreaterThan(0.2)
  expect(improving).toBeLessThan(0.01)
})

test('a test that takes reports of spells as independent cries wolf: why whole children are flipped', () => {
  const random = seededRandom(11)
  let [midP, flip] = [0, 0]
  for (let place = 0; place < 300; place++) {
    // Twelve children, all reported in one spell each, which lies in either window alike.
    const perChild = SEED_EPISODES.slice(12, 24).map((count) =>
      random() < 0.5 ? { before: count, after: 0 } : { before: 0, after: count },
    )
    const [before, after] = perChild.reduce(([b, a], child) => [b + child.before, a + child.after], [0, 0])
    if (conditionalMidP(after, 1, before, 1).p <= 0.05) midP++
    if (childFlipTest(perChild, { draws: 999, seed: place }).p <= 0.05) flip++
  }

  expect(midP / 300).toBeGreaterThan(0.3)
  expect(flip / 300).toBeLessThanOrEqual(0.05 + simulationError(300))
})

test.each([true, false])(
  'where nothing changes, the inflated displacement difference says so in 94 of 100 (children of one area only: %s)',
  (isLoyal) => {
    const { inflated } = wddFalseShare({ isLoyal, studies: 1_000, seed: 4 })

    expect(inflated).toBeLessThanOrEqual(0.06)
  },
)

test('without its inflation the displacement difference is false a fifth of the time and more', () => {
  expect(wddFalseShare({ isLoyal: true, studies: 500, seed: 4 }).plain).toBeGreaterThan(0.2)
})
