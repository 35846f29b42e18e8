import { compareText } from '../compare-text.ts'
import type { Days } from '../statistics/child-weeks.ts'
import { INTERVIEW_BUCKETS, type PackBucket, type PackContent, type PackExactContent } from './schema.ts'
import { FEW, percentOf, told, toldOf, toldParts } from './told.ts'

/** An episode as the pack counts it. */
export interface PackEpisode {
  id: string
  childId: string
  /** The local day it started on, YYYY-MM-DD. */
  day: string
  startedAt: Date
  isPlacedOut: boolean
  hostLa: string | null
  /** Null while the child is missing. */
  bucket: Exclude<PackBucket, 'not_returned'> | null
  hasReport: boolean
  /** Whether the pack before knew of it, and whether its twelve months counted it. */
  wasKnown: boolean
  wasCounted: boolean
}

type ExactFigures = PackExactContent['headline']['year']
type ToldFigures = PackContent['headline']['year']

export const within = <E extends { day: string }>(all: readonly E[], { from, to }: Days): E[] =>
  all.filter(({ day }) => day >= from && day < to)

/**
 * The headline of a period. A first-timer is a child whose first episode that is kept here started in it; where nothing is kept from before,
 * nobody can be called one.
 * @param all every episode that is kept here
 */
export const figuresOf = (all: readonly PackEpisode[], period: Days): ExactFigures => {
  const episodes = within(all, period)
  const perChild = countBy(episodes.map(({ childId }) => childId))
  const earlier = new Set(all.filter(({ day }) => day < period.from).map(({ childId }) => childId))
  return {
    episodes: episodes.length,
    distinctChildren: perChild.size,
    repeatChildren: [...perChild.values()].filter((count) => count > 1).length,
    firstTimers: earlier.size === 0 ? null : [...perChild.keys()].filter((child) => !earlier.has(child)).length,
  }
}

export const tellFigures = ({
  episodes,
  distinctChildren,
  repeatChildren,
  firstTimers,
}: ExactFigures): ToldFigures => ({
  episodes: told(episodes),
  distinctChildren: told(distinctChildren),
  repeatChildren: toldOf(repeatChildren, distinctChildren),
  firstTimers: firstTimers === null ? null : toldOf(firstTimers, distinctChildren),
})

type ExactInterviews = PackExactContent['interviews']['year']
type ToldInterviews = PackContent['interviews']['year']

/** Return interviews of the episodes that started in a period, by bucket; each percentage names what it is of (methods.md 6). */
export const interviewsOf = (all: readonly PackEpisode[], period: Days): ExactInterviews => {
  const episodes = within(all, period)
  const counts = countBy(episodes.map(({ bucket }) => bucket ?? 'not_returned'))
  const buckets = Object.fromEntries(INTERVIEW_BUCKETS.map((bucket) => [bucket, counts.get(bucket) ?? 0])) as Record<
    PackBucket,
    number
  >
  return { episodes: episodes.length, buckets, inTime: inTimeOf(buckets, episodes.length) }
}

/** What a share in time can be of: the buckets that the denominator leaves out. */
const DENOMINATORS: { of: string; without: PackBucket[] }[] = [
  { of: 'episodes that started in the period', without: [] },
  { of: 'of them after which the child has returned', without: ['not_returned'] },
  { of: 'of them with anything recorded', without: ['not_returned', 'not_recorded'] },
  { of: 'of them with anything recorded and not voided', without: ['not_returned', 'not_recorded', 'voided'] },
  {
    of: 'interviews that were completed, in time or late',
    without: ['not_returned', 'not_recorded', 'voided', 'incomplete'],
  },
]

const inTimeOf = (buckets: Record<PackBucket, number>, episodes: number) => {
  const shares = DENOMINATORS.map(({ of, without }) => {
    const whole = without.reduce((left, bucket) => left - buckets[bucket], episodes)
    return { percent: percentOf(buckets.in_timescales, whole), whole, of }
  })
  // A denominator that leaves out nothing more than the one before says nothing new.
  return shares.flatMap(({ percent, whole, of }, i) =>
    percent === null || shares[i - 1]?.whole === whole ? [] : [{ percent, whole, of }],
  )
}

/** A percentage is told where its part and whatever its denominator leaves out are. */
export const tellInterviews = ({ episodes, buckets, inTime }: ExactInterviews): ToldInterviews => {
  if (told(episodes) === FEW)
    return { episodes: FEW, buckets: mapValues(buckets, (count) => (count === 0 ? 0 : null)), inTime: [] }
  const parts = toldParts(buckets)
  const isTold = (bucket: PackBucket) => typeof parts[bucket] === 'number'
  return {
    episodes,
    buckets: parts,
    inTime: inTime.filter(
      (share) =>
        isTold('in_timescales') && DENOMINATORS.find(({ of }) => of === share.of)!.without.every((one) => isTold(one)),
    ),
  }
}

/** Episodes of children who are placed out of the area, and reports of places outside it. */
export const outOfAreaOf = (
  all: readonly PackEpisode[],
  month: Days,
  year: Days,
  reports: number,
): PackExactContent['outOfArea'] => {
  const out = within(all, year).filter(({ isPlacedOut }) => isPlacedOut)
  const hosts = [...new Set(out.map(({ hostLa }) => hostLa))].map((host) => {
    const there = out.filter(({ hostLa }) => hostLa === host)
    return {
      host: host ?? 'not recorded',
      episodes: there.length,
      children: new Set(there.map(({ childId }) => childId)).size,
    }
  })
  return {
    month: within(out, month).length,
    year: out.length,
    reports,
    hosts: hosts.toSorted((a, b) => b.episodes - a.episodes || compareText(a.host, b.host)),
  }
}

const countBy = <K>(keys: readonly K[]): Map<K, number> => {
  const counts = new Map<K, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

const mapValues = <K extends string, V, W>(record: Readonly<Record<K, V>>, of: (value: V) => W) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, of(value as V)])) as Record<K, W>
