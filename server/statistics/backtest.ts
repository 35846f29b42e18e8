/** Cumulative over the places in `order`: entry k speaks of the first k + 1 places together. */
export interface Accuracy {
  /** Indices of the places, the first choice first. */
  order: number[]
  /** Predictive accuracy index: hit rate over area share. */
  pai: number[]
  /** Predictive efficiency index: PAI over the largest PAI that places of this much area could have had. */
  pei: number[]
  /** Share of what was observed. */
  hitRate: number[]
  areaShare: number[]
}

/**
 * How well a prediction found what was then observed: PAI (Chainey, Tompson and Uhlig 2008) and PEI (Hunt 2016). Places are taken
 * by what is predicted per area, highest first; of equals the one with fewest observed first, which flatters nobody (the rule of
 * Wheeler's ptools); then by index. With places of unequal area the best possible takes part of its last place, so that PEI
 * never exceeds 1.
 * @param areas of each place, in any unit
 * @returns NaN for rates, PAI and PEI where nothing was observed
 * @throws RangeError where the lengths differ, a number is not finite, an observation or prediction is negative or an area is
 *   not positive
 */
export function predictiveAccuracy(
  observed: readonly number[],
  predicted: readonly number[],
  areas: readonly number[],
): Accuracy {
  refuseBadPlaces(observed, predicted, areas)
  const order = observed
    .map((_, place) => place)
    .sort((a, b) => perArea(predicted, areas, b) - perArea(predicted, areas, a) || observed[a]! - observed[b]! || a - b)
  const [all, allArea] = [sumOf(observed), sumOf(areas)]
  const hits = runningSums(order.map((place) => observed[place]!))
  const area = runningSums(order.map((place) => areas[place]!))
  const hitRate = hits.map((sum) => sum / all)
  const areaShare = area.map((sum) => sum / allArea)
  const best = mostWithin(observed, areas, area)
  return {
    order,
    pai: hitRate.map((rate, k) => rate / areaShare[k]!),
    pei: hits.map((sum, k) => sum / best[k]!),
    hitRate,
    areaShare,
  }
}

function refuseBadPlaces(observed: readonly number[], predicted: readonly number[], areas: readonly number[]): void {
  for (const [name, values] of Object.entries({ observed, predicted, areas })) {
    if (values.length !== observed.length)
      throw new RangeError(`expected as many ${name} as observed (${observed.length}), got ${values.length}`)
    for (const [place, value] of values.entries())
      if (!Number.isFinite(value) || value < 0 || (name === 'areas' && value === 0))
        throw new RangeError(
          `expected ${name} to be ${name === 'areas' ? 'positive' : 'at least 0'}, got ${value} at index ${place}`,
        )
  }
}

const perArea = (values: readonly number[], areas: readonly number[], place: number) => values[place]! / areas[place]!

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

function runningSums(values: readonly number[]): number[] {
  let sum = 0
  return values.map((value) => (sum += value))
}

/** The most that could have been observed within each of some ascending areas: the densest places first, the last in part. */
function mostWithin(observed: readonly number[], areas: readonly number[], within: readonly number[]): number[] {
  const densest = observed.map((_, place) => place)
  densest.sort((a, b) => perArea(observed, areas, b) - perArea(observed, areas, a))
  let [next, hits, area] = [0, 0, 0]
  return within.map((limit) => {
    while (next < densest.length && area + areas[densest[next]!]! <= limit) {
      hits += observed[densest[next]!]!
      area += areas[densest[next++]!]!
    }
    const partial = densest[next]
    return partial === undefined ? hits : hits + (limit - area) * perArea(observed, areas, partial)
  })
}

/** What looking at some places would have met. */
export interface Hits {
  /** Indices of the places, the first choice first. */
  places: number[]
  hits: number
  /** Share of the month's reports, NaN in a month without any. */
  hitRate: number
  areaShare: number
  /** NaN where no place was shown or nothing was reported. */
  pai: number
  pei: number
}

export interface MonthAhead {
  /** Index of the month that was predicted. */
  month: number
  /** Its reports, at places or elsewhere. */
  reports: number
  hotspots: Hits
  lastMonth: Hits
  twelveMonths: Hits
}

export interface History {
  /** Reports of each month (outer, without a gap) at each place. */
  counts: readonly (readonly number[])[]
  /** Of each month, its reports outside every place. */
  elsewhere: readonly number[]
  /** Of each month, each place's score as shown at that month's end from data up to then; 0 where it was no hotspot. */
  scores: readonly (readonly number[])[]
  /** Of each place, in the unit of `wholeArea`. */
  areas: readonly number[]
  wholeArea: number
}

const MONTHS_BEFORE = 12

/**
 * Would last month's map have helped? For each month with twelve known before it: the reports of that month at the places that
 * the map showed when it began, and at as many places chosen by two simple rivals, last month's reports and the twelve months'
 * total. All three choose by what they predict per area (`predictiveAccuracy`); a rival may choose fewer, where fewer places
 * had any report.
 * @throws RangeError where months or places differ in number, or the places are larger than the whole area, and as
 *   `predictiveAccuracy` does
 */
export function monthAheadBacktest({ counts, elsewhere, scores, areas, wholeArea }: History): MonthAhead[] {
  for (const [name, months] of Object.entries({ elsewhere, scores }))
    if (months.length !== counts.length)
      throw new RangeError(`expected as many months of ${name} as of counts (${counts.length}), got ${months.length}`)
  const restArea = wholeArea - sumOf(areas)
  if (!(restArea > 0 && restArea < Infinity))
    throw new RangeError(`expected the whole area to be larger than its places (${sumOf(areas)}), got ${wholeArea}`)

  return counts.slice(MONTHS_BEFORE).map((observed, index) => {
    const month = index + MONTHS_BEFORE
    const before = counts.slice(month - MONTHS_BEFORE, month)
    const predictions = { hotspots: scores[month - 1]!, lastMonth: before.at(-1)!, twelveMonths: totals(before, areas) }
    const shown = predictions.hotspots.filter((score) => score > 0).length
    // Elsewhere is one more place: part of all reports and all area, but never chosen.
    const meet = (predicted: readonly number[]) =>
      hitsOf(predictiveAccuracy([...observed, elsewhere[month]!], [...predicted, 0], [...areas, restArea]), {
        observed,
        most: Math.min(shown, predicted.filter((value) => value > 0).length),
      })
    return {
      month,
      reports: sumOf(observed) + elsewhere[month]!,
      hotspots: meet(predictions.hotspots),
      lastMonth: meet(predictions.lastMonth),
      twelveMonths: meet(predictions.twelveMonths),
    }
  })
}

const totals = (months: readonly (readonly number[])[], areas: readonly number[]) =>
  areas.map((_, place) => sumOf(months.map((month) => month[place]!)))

function hitsOf(accuracy: Accuracy, { observed, most }: { observed: readonly number[]; most: number }): Hits {
  const places = accuracy.order.slice(0, most)
  const hits = sumOf(places.map((place) => observed[place]!))
  // Sums of nothing: a month without reports has no rate either way.
  const none = Number.isNaN(accuracy.hitRate[0]!) ? NaN : 0
  return {
    places,
    hits,
    hitRate: most === 0 ? none : accuracy.hitRate[most - 1]!,
    areaShare: most === 0 ? 0 : accuracy.areaShare[most - 1]!,
    pai: most === 0 ? NaN : accuracy.pai[most - 1]!,
    pei: most === 0 ? NaN : accuracy.pei[most - 1]!,
  }
}
