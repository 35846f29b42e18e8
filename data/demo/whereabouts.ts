import type { Child } from './children.ts'
import type { Episode } from './episodes.ts'
import type { Interview } from './interviews.ts'
import type { Spot } from './places.ts'
import type { Random } from './random.ts'
import { reserveStories } from './reservations.ts'
import { AFTER_PERIOD_A, PERIOD_A, PERIOD_B, TOLD_TWICE } from './stories.ts'
import { londonInstant } from './time.ts'

/** An assumption: of four episodes in ten nobody ever says where the child was. */
const SHARE_WITH_A_PLACE = 0.6
/** One further place for a quarter of those, two for some. */
const furtherPlaces = [
  [0, 70],
  [1, 24],
  [2, 6],
] as const

/** Somewhere that a child was during an episode. */
export type Stay = { episode: Episode; spot: Spot; isFirst: boolean; isToldTwice: boolean }

const startedIn = (episodes: readonly Episode[], period: { from: string; to: string }) => {
  const [from, to] = [londonInstant(period.from), londonInstant(period.to)]
  return episodes.filter(({ startedAt }) => startedAt >= from && startedAt < to)
}

/** The period's episodes that have a place at all: the stories', and others up to the share. */
const placed = (random: Random, episodes: readonly Episode[], reserved: ReadonlyMap<Episode, Spot>): Episode[] => {
  const ended = episodes.filter(({ endedAt }) => endedAt !== undefined)
  const others = random.shuffle(ended.filter((episode) => !reserved.has(episode)))
  const count = Math.round(episodes.length * SHARE_WITH_A_PLACE)
  return [...ended.filter((episode) => reserved.has(episode)), ...others].slice(0, count)
}

/** Finds by the police at a named place, in no story, that the child also told of in the return interview. */
const toldTwice = (
  random: Random,
  stays: readonly Stay[],
  reserved: ReadonlyMap<Episode, Spot>,
  interviews: ReadonlyMap<Episode, Interview>,
  pairs: number,
) => {
  const candidates = stays.filter(
    ({ episode, spot, isFirst }) =>
      isFirst &&
      !reserved.has(episode) &&
      !episode.isDateOnly &&
      episode.foundBy === 'police' &&
      interviews.get(episode)?.outcome === 'held' &&
      spot.way === 'free',
  )
  if (candidates.length < pairs) throw new Error('Too few finds to tell twice: try another seed.')
  return new Set(random.shuffle(candidates).slice(0, pairs))
}

/** Where each child was in each episode: nowhere known, or at one to three places, all different. */
export const makeStays = (
  random: Random,
  episodes: readonly Episode[],
  interviews: ReadonlyMap<Episode, Interview>,
  drawSpot: (random: Random, child: Child) => Spot,
): Stay[] => {
  const reserved = reserveStories(random, episodes)
  const staysOf = (episode: Episode): Stay[] => {
    const spots = new Map<string, Spot>()
    const first = reserved.get(episode) ?? drawSpot(random, episode.child)
    spots.set(first.key, first)
    for (let further = random.weighted(furtherPlaces); further > 0; further--) {
      const spot = drawSpot(random, episode.child)
      spots.set(spot.key, spots.get(spot.key) ?? spot)
    }
    return [...spots.values()].map((spot, index) => ({ episode, spot, isFirst: index === 0, isToldTwice: false }))
  }
  const periods = [
    [PERIOD_B, TOLD_TWICE.pairsInPeriodB],
    [PERIOD_A, TOLD_TWICE.pairsInPeriodA],
    [AFTER_PERIOD_A, 0],
  ] as const
  return periods.flatMap(([period, pairs]) => {
    const stays = placed(random, startedIn(episodes, period), reserved).flatMap(staysOf)
    const twice = toldTwice(random, stays, reserved, interviews, pairs)
    return stays.map((stay) => ({ ...stay, isToldTwice: twice.has(stay) }))
  })
}
