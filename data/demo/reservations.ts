import type { Child } from './children.ts'
import type { Episode } from './episodes.ts'
import { placeNamed, POSTCODE_SPOTS, STREET_SPOT, UNKNOWN_SPOTS, type Spot } from './places.ts'
import type { Random } from './random.ts'
import {
  EMERGING,
  FADING,
  PERIOD_A,
  PERIOD_B,
  SINGLE_CHILD,
  STREET_CLUSTER,
  TOO_FEW,
  type MonthlyChildren,
} from './stories.ts'
import { localDate } from './time.ts'

type Claim = { episode: Episode; startDay: string; endDay: string }

const within = (period: { from: string; to: string }) => (claim: Claim) =>
  claim.startDay >= period.from && claim.startDay < period.to
const wholly = (month: string) => (claim: Claim) => claim.startDay.startsWith(month) && claim.endDay.startsWith(month)

/** One of each child's. */
const oncePerChild = (claims: readonly Claim[]): Claim[] => [
  ...new Map(claims.map((claim) => [claim.episode.child, claim])).values(),
]

/** Lists of at least `size` claims of one child each. */
const byChild = (claims: readonly Claim[], size: number): Claim[][] => {
  const lists = new Map<Child, Claim[]>()
  for (const claim of claims) lists.set(claim.episode.child, [...(lists.get(claim.episode.child) ?? []), claim])
  return [...lists.values()].filter((list) => list.length >= size).map((list) => list.slice(0, size))
}

/**
 * The episodes that the stories need, each with its first place. Throws when the episodes can't tell a story (too few children missing in
 * a month, say), which no seed tried so far has done.
 */
export const reserveStories = (random: Random, episodes: readonly Episode[]): Map<Episode, Spot> => {
  const reserved = new Map<Episode, Spot>()
  const claims = random.shuffle(episodes).flatMap((episode): Claim[] => {
    if (episode.endedAt === undefined) return []
    return [{ episode, startDay: localDate(episode.startedAt), endDay: localDate(episode.endedAt) }]
  })
  const free = (isWanted: (claim: Claim) => boolean) =>
    claims.filter((claim) => !reserved.has(claim.episode) && isWanted(claim))
  const reserve = (spot: Spot, candidates: readonly Claim[], count: number) => {
    if (candidates.length < count) throw new Error(`Too few episodes for the story of ${spot.key}: try another seed.`)
    for (const { episode } of candidates.slice(0, count)) reserved.set(episode, spot)
  }
  const reserveMonths = (story: { placeName: string; childrenByMonth: MonthlyChildren }) => {
    for (const [month, count] of Object.entries(story.childrenByMonth))
      reserve(placeNamed(story.placeName), oncePerChild(free(wholly(month))), count)
  }
  const reserveEach = (spots: readonly Spot[], period: { from: string; to: string }) => {
    for (const spot of spots) reserve(spot, free(within(period)), 1)
  }
  const [inA, inB] = [within(PERIOD_A), within(PERIOD_B)]

  const isTheChild = ({ episode }: Claim) => episode.child.sourceId === SINGLE_CHILD.childSourceId
  reserve(
    placeNamed(SINGLE_CHILD.placeName),
    free((claim) => isTheChild(claim) && inA(claim)),
    SINGLE_CHILD.reports,
  )
  reserveMonths(EMERGING)
  reserveMonths(FADING)
  const ofSixChildren = byChild(free(inA), STREET_CLUSTER.reportsPerChild).slice(0, STREET_CLUSTER.children)
  reserve(STREET_SPOT, ofSixChildren.flat(), STREET_CLUSTER.children * STREET_CLUSTER.reportsPerChild)
  reserve(placeNamed(TOO_FEW.placeName), oncePerChild(free(inA)), TOO_FEW.reports)
  reserveEach(UNKNOWN_SPOTS.slice(0, 12), PERIOD_A)
  reserveEach(UNKNOWN_SPOTS.slice(12), PERIOD_B)
  reserveEach(POSTCODE_SPOTS, PERIOD_A)
  reserve(POSTCODE_SPOTS[0] ?? STREET_SPOT, free(inB), 2)
  return reserved
}
