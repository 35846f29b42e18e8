import { expect, test } from 'vitest'
import { conditionalMidP } from '../../server/statistics/change.ts'
import { benjaminiHochberg } from '../../server/statistics/false-discovery.ts'
import { getisOrd } from '../../server/statistics/getis-ord.ts'
import { seededRandom } from '../../server/statistics/random.ts'
import { episodeDays, isLater, SEED_EPISODES } from './spells.ts'

/** Why the methods are not the usual ones: what those would say of nothing at all (methods.md gives the shares). */

/** Two-sided p of a standard normal score (Abramowitz and Stegun 7.1.26, to seven digits). */
const normalP = (z: number): number => {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const series = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
  return series * Math.exp(-x * x)
}

test('with normal p-values 99.5 % of maps of 20 random events on 900 cells show a false hot cell, adjusted or not', () => {
  const cells = Array.from({ length: 900 }, (_, i) => ({ x: i % 30, y: Math.floor(i / 30) }))
  const neighbours = cells.map(({ x, y }) =>
    [-1, 0, 1].flatMap((down) =>
      [-1, 0, 1].flatMap((right) => {
        const [column, row] = [x + right, y + down]
        return column >= 0 && column < 30 && row >= 0 && row < 30 ? [row * 30 + column] : []
      }),
    ),
  )
  const random = seededRandom(9)
  let wrong = 0
  for (let map = 0; map < 1_000; map++) {
    const counts = cells.map(() => 0)
    for (let event = 0; event < 20; event++) counts[Math.floor(random() * 900)]! += 1
    const z = getisOrd(counts, neighbours, { star: true })!
    const adjusted = benjaminiHochberg([...z].map(normalP))
    if (adjusted.some((p, cell) => p <= 0.05 && z[cell]! > 0)) wrong++
  }

  // Three standard errors of 1,000 maps.
  expect(Math.abs(wrong / 1_000 - 0.995)).toBeLessThan(3 * Math.sqrt((0.995 * 0.005) / 1_000))
})

/** How often counting reports, as if they were independent, calls a change at a place where nothing changes. */
const falseWords = (spellDays: number, places = 1_000) => {
  const random = seededRandom(spellDays)
  let wrong = 0
  for (let place = 0; place < places; place++) {
    const count = { before: 0, after: 0 }
    for (const episodes of SEED_EPISODES)
      for (const day of episodeDays(episodes, spellDays, random))
        if (random() < 0.3) count[isLater(day) ? 'after' : 'before'] += 1
    if (conditionalMidP(count.after, 1, count.before, 1).p <= 0.05) wrong++
  }
  return wrong / places
}

test('a test on reports cries wolf: about 14 % of the time with spells of six months, 37 % with spells of three', () => {
  expect(falseWords(365)).toBeLessThan(0.07)
  expect(Math.abs(falseWords(180) - 0.14)).toBeLessThan(0.05)
  expect(Math.abs(falseWords(90) - 0.37)).toBeLessThan(0.05)
})
