import type { Child } from './children.ts'
import { whereAt, type Where } from './coordinates.ts'
import type { Episode } from './episodes.ts'
import type { Interview } from './interviews.ts'
import { drawNarrative } from './narratives.ts'
import { drawPrecision, observedAt, type Observed } from './observed.ts'
import type { Spot } from './places.ts'
import { randomFrom, type Random } from './random.ts'
import {
  drawBasis,
  drawConcerns,
  drawGrading,
  drawSource,
  type Basis,
  type Circumstances,
  type Grading,
} from './sources.ts'
import { makeSpotDrawer } from './spots.ts'
import { PERIOD_A, PERIOD_B } from './stories.ts'
import { addDays, between, daysBetween, londonInstant, MINUTE, type Instant } from './time.ts'
import { makeStays, type Stay } from './whereabouts.ts'

/** A row of the location reports' file, by its columns; a column left out is empty. */
export type ReportRow = Where &
  Observed &
  Grading & {
    report_ref: string
    child_source_id?: string
    episode_source_id?: string
    basis: Basis
    place_category: string
    is_private_address: 'Y' | 'N'
    found_on_patrol: 'Y' | 'N'
    source_type: string
    concerns: string
    narrative: string
  }

/** A report before it is numbered; `at` is for the order only. */
type Draft = { at: Instant; row: Omit<ReportRow, 'report_ref'> }

type Telling = {
  spot: Spot
  basis: Basis
  source: string
  at: Instant
  observed: Observed
  child?: Child
  episode?: Episode
}

/** Where finds by patrols are drawn to: the places that patrols were already sent to. */
const PATROLLED = new Set(['Derbion', 'Derby Bus Station', 'River Gardens', 'Stockbrook Park'])
const SHARE_FOUND_ON_PATROL = 0.4

const draft = (random: Random, telling: Telling, canBePatrol = true): Draft => {
  const { spot, basis, source, at, child, episode } = telling
  const isPatrolFind = canBePatrol && source === 'police_found_report' && PATROLLED.has(spot.placeName ?? '')
  return {
    at,
    row: {
      ...(child ? { child_source_id: child.sourceId } : {}),
      ...(episode ? { episode_source_id: episode.sourceId } : {}),
      basis,
      ...telling.observed,
      ...whereAt(random, spot),
      place_category: spot.category,
      is_private_address: spot.isPrivateAddress ? 'Y' : 'N',
      found_on_patrol: isPatrolFind && random.chance(SHARE_FOUND_ON_PATROL) ? 'Y' : 'N',
      source_type: source,
      ...drawGrading(random, source, spot.force),
      concerns: drawConcerns(random),
      narrative: drawNarrative(random, basis, source, spot.isPrivateAddress),
    },
  }
}

/** A find is at the end of an episode, anything else on the way. */
const momentOf = (random: Random, { startedAt, endedAt = startedAt }: Episode, basis: Basis): Instant =>
  basis === 'found'
    ? Math.max(startedAt, endedAt - random.integer(0, 15) * MINUTE)
    : between(startedAt, endedAt, 0.1 + 0.8 * random.next())

/** One find told by the police to the minute, and again by the child with a vaguer time around it. */
const toldTwice = (random: Random, { episode, spot }: Stay): Draft[] => {
  const at = momentOf(random, episode, 'found')
  const telling = { spot, at, child: episode.child, episode }
  const retold = random.pick(['hour', 'day_part'] as const)
  return [
    draft(
      random,
      { ...telling, basis: 'found', source: 'police_found_report', observed: observedAt(at, 'exact') },
      false,
    ),
    draft(random, { ...telling, basis: 'disclosed', source: 'return_interview', observed: observedAt(at, retold) }),
  ]
}

const told = (random: Random, stay: Stay, interview: Interview | undefined): Draft[] => {
  if (stay.isToldTwice) return toldTwice(random, stay)
  const { episode, spot, isFirst } = stay
  const circumstances: Circumstances = {
    foundBy: episode.foundBy,
    isInterviewHeld: interview?.outcome === 'held',
    isFirst,
    isPrivateAddress: spot.isPrivateAddress,
  }
  const basis = drawBasis(random, circumstances)
  const at = momentOf(random, episode, basis)
  const precision = episode.isDateOnly ? 'date' : drawPrecision(random, basis)
  const lasted = basis !== 'found' && random.chance(0.4) ? random.integer(10, 120) : 0
  const source = drawSource(random, basis, circumstances)
  return [
    draft(random, {
      spot,
      basis,
      source,
      at,
      observed: observedAt(at, precision, lasted),
      child: episode.child,
      episode,
    }),
  ]
}

/** Reports that hang on no episode: of a child (carers' forms, intelligence), or of nobody known. */
const besidesEpisodes = (
  random: Random,
  period: { from: string; to: string },
  children: readonly Child[],
  counts: { ofChildren: number; ofNobody: number },
  drawSpot: (random: Random, child: Child | undefined) => Spot,
): Draft[] => {
  const one = (child: Child | undefined): Draft => {
    const day = addDays(period.from, random.integer(0, daysBetween(period.from, period.to) - 1))
    const at = londonInstant(day, random.integer(14, 22), random.integer(0, 59))
    const [source, basis, precision] = child
      ? random.weighted([
          [['carer_philomena', 'frequented', 'date'], 60],
          [['police_intel', 'suspected', 'day_part'], 40],
        ] as const)
      : random.weighted([
          [['partner_cctv', 'sighted', 'exact'], 35],
          [['public', 'sighted', 'hour'], 25],
          [['youth_worker', 'sighted', 'day_part'], 20],
          [['police_intel', 'suspected', 'day_part'], 20],
        ] as const)
    const observed = observedAt(at, precision)
    return draft(random, { spot: drawSpot(random, child), basis, source, at, observed, ...(child ? { child } : {}) })
  }
  return [
    ...Array.from({ length: counts.ofChildren }, () => one(random.pick(children))),
    ...Array.from({ length: counts.ofNobody }, () => one(undefined)),
  ]
}

/** Every location report of the demo, in order of time. */
export const makeReports = (
  seed: number,
  children: readonly Child[],
  episodes: readonly Episode[],
  interviews: ReadonlyMap<Episode, Interview>,
): ReportRow[] => {
  const drawSpot = makeSpotDrawer(seed)
  const stays = makeStays(randomFrom(seed, 'whereabouts'), episodes, interviews, drawSpot)
  const random = randomFrom(seed, 'reports')
  const aside = randomFrom(seed, 'reports besides episodes')
  const childrenOfA = children.filter(({ episodesInA }) => episodesInA > 0)
  const childrenOfB = children.filter(({ episodesInB }) => episodesInB > 0)
  const drafts = [
    ...stays.flatMap((stay) => told(random, stay, interviews.get(stay.episode))),
    ...besidesEpisodes(aside, PERIOD_B, childrenOfB, { ofChildren: 14, ofNobody: 10 }, drawSpot),
    ...besidesEpisodes(aside, PERIOD_A, childrenOfA, { ofChildren: 30, ofNobody: 22 }, drawSpot),
  ]
  return drafts
    .toSorted((a, b) => a.at - b.at)
    .map(({ row }, index) => ({ report_ref: `DEMO-R-${String(index + 1).padStart(5, '0')}`, ...row }))
}
