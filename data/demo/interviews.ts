import type { Episode } from './episodes.ts'
import { randomFrom, type Random } from './random.ts'
import { DEMO_CLOCK, PERIOD_A } from './stories.ts'
import { addDays, between, DAY, HOUR, localDate, localTime, londonInstant, MINUTE, type Instant } from './time.ts'

/** The interview columns of one episode's row; the reporting bucket is never written, an import derives it. */
export type Interview = {
  offeredAt?: string
  heldAt?: string
  outcome?: 'held' | 'declined' | 'unable_to_contact' | 'void'
  recordedAt?: string
  interviewerRole?: string
  trainedOn?: string
}

type Bucket = 'in_timescales' | 'out_of_timescales' | 'voided' | 'incomplete' | 'not_recorded'

/** The seed's table, with the two of the 684 that it leaves out. */
const BUCKETS_IN_A: readonly (readonly [Bucket, number])[] = [
  ['incomplete', 131],
  ['not_recorded', 2],
  ['voided', 21],
  ['out_of_timescales', 110],
  ['in_timescales', 420],
]
/** Nothing is published for period B: invented, much like A. */
const SHARES_IN_B: readonly (readonly [Bucket, number])[] = [
  ['in_timescales', 60],
  ['out_of_timescales', 18],
  ['voided', 3],
  ['incomplete', 19],
]

const clock = londonInstant(DEMO_CLOCK)
const LIMIT = 72 * HOUR
/** Residential staff interview only once they are trained, from the summer of 2023 (the seed's sessions; the day is invented). */
const RESIDENTIAL_TRAINING = '2023-06-12'

/** People talk between nine and seven: the nearest such time within the bounds, or the time itself where there is none. */
const byDay = (random: Random, at: Instant, earliest: Instant, latest: Instant): Instant => {
  const [hour, minute] = [random.integer(9, 18), random.integer(0, 11) * 5]
  const days = [0, -1, 1].map((days) => londonInstant(addDays(localDate(at), days), hour, minute))
  return days.find((instant) => instant >= earliest && instant <= latest) ?? at
}

/** A daytime between two instants, nearer the first the higher the power. */
const someTime = (random: Random, earliest: Instant, latest: Instant, power = 1): Instant =>
  byDay(random, between(earliest, latest, random.next() ** power), earliest, latest)

const interviewer = (random: Random, at: Instant): Interview => {
  const isTrainedBy = at > londonInstant(addDays(RESIDENTIAL_TRAINING, 1))
  const interviewerRole = random.weighted([
    ['social_worker', 50],
    ['independent_provider', 30],
    ['early_help', 15],
    ['youth_worker', 5],
    ['residential_staff', isTrainedBy ? 40 : 0],
  ] as const)
  return { interviewerRole, ...(interviewerRole === 'residential_staff' ? { trainedOn: RESIDENTIAL_TRAINING } : {}) }
}

/** Talked or tried to at `offered` and (unless declined) `held`, and written up; some systems keep the days only. */
const written = (random: Random, offered: Instant, held: Instant | undefined, isDateOnly: boolean): Interview => {
  const write = isDateOnly ? localDate : localTime
  const last = held ?? offered
  return {
    offeredAt: write(offered),
    ...(held === undefined ? { outcome: 'declined' as const } : { heldAt: write(held), outcome: 'held' as const }),
    recordedAt: write(someTime(random, last, Math.min(last + 5 * DAY, clock - HOUR))),
    ...interviewer(random, last),
  }
}

/** By days, within time is by the end of the third day after the return; by the clock, 72 hours. */
const inTimescales = (random: Random, endedAt: Instant, dayOnly: boolean): Interview => {
  const isDateOnly = dayOnly || random.chance(0.12)
  const last = isDateOnly ? londonInstant(addDays(localDate(endedAt), 3), 18) : endedAt + LIMIT - 5 * MINUTE
  const offered = someTime(random, endedAt + HOUR, Math.min(endedAt + 40 * HOUR, last), 2)
  return written(random, offered, random.chance(0.1) ? undefined : someTime(random, offered, last), isDateOnly)
}

const outOfTimescales = (random: Random, endedAt: Instant, dayOnly: boolean): Interview => {
  const isDateOnly = dayOnly || random.chance(0.12)
  const first = isDateOnly ? londonInstant(addDays(localDate(endedAt), 4), 10) : endedAt + LIMIT + 30 * MINUTE
  const late = someTime(random, first, Math.min(first + 18 * DAY, clock - 3 * HOUR), 2)
  if (random.chance(0.12)) return written(random, late, undefined, isDateOnly)
  return written(random, someTime(random, endedAt + HOUR, endedAt + LIMIT), late, isDateOnly)
}

/** Offered and no more; not reached; held or declined but never written up (the seed: "not using the correct recording process"). */
const incomplete = (random: Random, endedAt: Instant): Interview => {
  const latest = clock - HOUR
  const offered = someTime(random, endedAt + HOUR, Math.min(endedAt + 60 * HOUR, latest))
  const at = localTime(offered)
  const heldAt = localTime(someTime(random, offered, Math.min(offered + DAY, latest)))
  const unwritten = random.weighted<Interview>([
    [{ offeredAt: at }, 40],
    [{ offeredAt: at, outcome: 'unable_to_contact', recordedAt: at }, 30],
    [{ offeredAt: at, heldAt, outcome: 'held' }, 20],
    [{ offeredAt: at, outcome: 'declined' }, 10],
  ])
  return { ...unwritten, ...interviewer(random, offered) }
}

const voided = (random: Random, endedAt: Instant): Interview => {
  const recordedAt = localTime(someTime(random, endedAt + HOUR, Math.min(endedAt + 4 * DAY, clock - HOUR)))
  return { outcome: 'void', recordedAt }
}

const interviewOf = (random: Random, episode: Episode, bucket: Bucket): Interview => {
  const { endedAt, isDateOnly } = episode
  if (endedAt === undefined || bucket === 'not_recorded') return {}
  if (bucket === 'in_timescales') return inTimescales(random, endedAt, isDateOnly)
  if (bucket === 'out_of_timescales') return outOfTimescales(random, endedAt, isDateOnly)
  if (bucket === 'incomplete') return incomplete(random, endedAt)
  return voided(random, endedAt)
}

/** Period A's episodes in their buckets: the recent ones are the likelier to be incomplete still. */
const bucketsOfPeriodA = (random: Random, episodes: readonly Episode[]): Map<Episode, Bucket> => {
  const recent = londonInstant('2023-05-01')
  const order = episodes
    .map((episode) => ({ episode, key: random.next() * (episode.startedAt >= recent ? 0.5 : 1) }))
    .toSorted((a, b) => a.key - b.key)
  const buckets = BUCKETS_IN_A.flatMap(([bucket, count]) => Array.from({ length: count }, () => bucket))
  return new Map(order.map(({ episode }, index) => [episode, buckets[index] ?? 'not_recorded']))
}

/** What is recorded of the return interview after each episode. */
export const makeInterviews = (seed: number, episodes: readonly Episode[]): Map<Episode, Interview> => {
  const random = randomFrom(seed, 'interviews')
  const [from, to] = [londonInstant(PERIOD_A.from), londonInstant(PERIOD_A.to)]
  const ofA = bucketsOfPeriodA(
    random,
    episodes.filter(({ startedAt }) => startedAt >= from && startedAt < to),
  )
  const bucketOf = (episode: Episode): Bucket => {
    if (episode.startedAt < from) return random.weighted(SHARES_IN_B)
    return ofA.get(episode) ?? (random.chance(0.5) ? 'incomplete' : 'not_recorded')
  }
  return new Map(episodes.map((episode) => [episode, interviewOf(random, episode, bucketOf(episode))]))
}
