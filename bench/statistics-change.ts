import { conditionalMidP } from '../server/statistics/change.ts'
import { poissonProbability } from '../server/statistics/count-distributions.ts'
import { powerOfFall } from '../server/statistics/smallest-detectable.ts'
import { wddFalseShare, wordsAmongMany, wordShares } from '../test/statistics/spells.ts'
import type { Bench, BenchFile } from './measure.ts'

const PLACES = 10_000
const STUDIES = 10_000
/** Two standard errors of a share of 5 % in so many simulated places. */
const SIMULATION_ERROR = 2 * Math.sqrt((0.05 * 0.95) / PLACES)

const percent = (share: number) => `${(100 * share).toFixed(1)} %`

const falseWords = (children: number): Bench => ({
  name: `false words of change, ${children} children`,
  compares: 'share of places that get a word where nothing changes (seed children, 90-day spells)',
  limit: { atMost: Number((0.05 + SIMULATION_ERROR).toFixed(4)) },
  async run() {
    const sharesAt = (growth: number) => wordShares({ children, growth, places: PLACES, seed: children })
    const { worsening, improving } = sharesAt(1)
    const [doubled, tripled] = [sharesAt(2).worsening, sharesAt(3).worsening]
    return {
      value: worsening + improving,
      detail: `${PLACES} places; "worsening" after a doubling ${percent(doubled)}, after a tripling ${percent(tripled)}`,
    }
  },
})

const falseAmongMany: Bench = {
  name: 'false words among fourteen places',
  compares: 'share of lists on which any place gets a word where nothing changes, judged together',
  limit: { atMost: 0.05 },
  async run() {
    const at = (children: number, growth: number) => wordsAmongMany({ children, growth, months: 1_000, seed: children })
    const power = [8, 12, 20].map(
      (children) => `${children} children ${percent(at(children, 2).called)}, ${percent(at(children, 3).called)}`,
    )
    return {
      value: at(12, 1).false,
      detail: `1000 lists; "worsening" after a doubling, a tripling: ${power.join('; ')}`,
    }
  },
}

const falseDisplacement = (isLoyal: boolean): Bench => ({
  name: `false displacement, ${isLoyal ? 'a child in one area' : 'a child anywhere'}`,
  compares: 'share of studies whose 95 % interval leaves out 0 where nothing changes',
  limit: { atMost: 0.06 },
  async run() {
    const { inflated, plain } = wddFalseShare({ isLoyal, studies: STUDIES, seed: 4 })
    return { value: inflated, detail: `${STUDIES} studies; without the inflation by child ${percent(plain)}` }
  },
})

const midPSize: Bench = {
  name: 'mid-p, largest false share',
  compares: 'two-sided at .05 over exposures 1:1 to 1:12 and means to 100, summed exactly',
  limit: { atMost: 0.055 },
  async run() {
    const sizes = [1, 2, 3, 6, 12].flatMap((n2) =>
      [1, 2, 3, 5, 8, 10, 12, 15, 20, 30, 40, 60, 80, 100].map((total) => sizeOfMidP(n2, total)),
    )
    const power = percent(powerOfFall(12, { alpha: 0.05 })(6))
    const powerWithControl = percent(powerOfFall(12, { alpha: 0.05, controlBefore: 12 })(6))
    return {
      value: Math.max(...sizes),
      detail: `halving 12 is found ${power} of the time; ${powerWithControl} with an equal control`,
    }
  },
}

/** P(called a change) where both counts come at one rate, `total` expected in both together, exposures 1 and `n2`. */
function sizeOfMidP(n2: number, total: number): number {
  const [mean1, mean2] = [total / (1 + n2), (total * n2) / (1 + n2)]
  const most = (mean: number) => Math.ceil(mean + 8 * Math.sqrt(mean) + 10)
  let size = 0
  for (let k1 = 0; k1 <= most(mean1); k1++) {
    for (let k2 = 0; k2 <= most(mean2); k2++) {
      const chance = poissonProbability(k1, mean1) * poissonProbability(k2, mean2)
      if (chance > 1e-12 && conditionalMidP(k1, 1, k2, n2).p <= 0.05) size += chance
    }
  }
  return size
}

/** Not of speed: whether what is said about change is true as often as it claims, and how often it can say anything. */
export const statisticsChangeBench: BenchFile = {
  benches: [...[8, 12, 20].map(falseWords), falseAmongMany, ...[true, false].map(falseDisplacement), midPSize],
}
