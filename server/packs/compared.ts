import type { Days } from '../statistics/child-weeks.ts'
import { childDifferenceOf, differenceOf, type Compared, type Counted } from '../differences/explain.ts'
import { within, type PackEpisode } from './figures.ts'
import type { PackBefore, PackRead, RunOfMonth } from './read.ts'
import type { PackExactContent } from './schema.ts'

/** What both packs can be compared by; null where there is none before, or where nothing is known of what its run counted. */
export const comparisonOf = ({ before, run }: Pick<PackRead, 'before' | 'run'>): Compared | null =>
  before?.hasMembers ? { beforeTo: before.to, afterFrom: run.from, otherwise: otherwise(before, run) } : null

const otherwise = (before: PackBefore, { method, version }: RunOfMonth): Compared['otherwise'] => {
  if (METHOD_NAMES.some((name) => before.method[name] !== method[name])) return 'method'
  return before.version === version ? null : 'version'
}

const METHOD_NAMES = ['minPoints', 'minChildren', 'protectedMetres'] as const
const SAYS: Record<(typeof METHOD_NAMES)[number], (before: number, after: number) => string> = {
  minPoints: (before, after) => `A place needs ${after} reports to be a hotspot; it needed ${before}.`,
  minChildren: (before, after) => `A hotspot needs ${after} different children; it needed ${before}.`,
  protectedMetres: (before, after) =>
    `Places within ${after} metres of a protected setting are withheld; it was ${before} metres.`,
}

/** What of the method is other than in the pack before, a sentence each. */
export const methodChanges = ({ before, run }: Pick<PackRead, 'before' | 'run'>): string[] => {
  if (!before) return []
  const policies = METHOD_NAMES.filter((name) => before.method[name] !== run.method[name])
  return [
    ...policies.map((name) => SAYS[name](before.method[name], run.method[name])),
    ...(before.version === run.version
      ? []
      : [`The month was worked out by version ${run.version} of the service; the one before by ${before.version}.`]),
  ]
}

type ExactPlace = PackExactContent['places'][number]

/** The places of the month with every difference from the month before, and those that are gone. */
export const comparePlaces = (
  { hotspots, members }: Pick<PackRead, 'hotspots' | 'members'>,
  compared: Compared | null,
): Pick<PackExactContent, 'places' | 'gone'> & { total: ReturnType<typeof differenceOf> | null } => {
  const now = hotspots.filter(({ isNow }) => isNow)
  const earlier = hotspots.filter(({ isNow }) => !isNow)
  const before = new Map(earlier.map((one) => [one.hotspotId, one]))
  const known = new Set(now.map(({ hotspotId }) => hotspotId))
  const at = membersAt(members)

  const places = now.map(({ hotspotId, name, rank, isFew, withheld, reports, children, shared }): ExactPlace => {
    const was = before.get(hotspotId)
    const isHere = (where: string) => where === hotspotId
    const own = at.get(hotspotId) ?? []
    return {
      hotspotId,
      name,
      rank,
      isFew,
      withheld: shared ? null : (withheld ?? 'few_children'),
      reports,
      children,
      rankBefore: was && was.isFew === isFew ? was.rank : null,
      differences: compared && {
        reports: differenceOf(own, { before: was?.reports ?? 0, after: reports }, isHere, compared),
        children: childDifferenceOf(own, { before: was?.children ?? 0, after: children }, isHere, compared),
      },
    }
  })
  const gone = compared
    ? earlier
        .filter(({ hotspotId }) => !known.has(hotspotId))
        .map(({ hotspotId, name, reports }) => ({
          hotspotId,
          name,
          reports: differenceOf(
            at.get(hotspotId) ?? [],
            { before: reports, after: 0 },
            (where) => where === hotspotId,
            compared,
          ),
        }))
    : []
  const all = { before: sumOf(earlier), after: sumOf(now) }
  return { places, gone, total: compared && differenceOf(members, all, () => true, compared) }
}

/** What stands, or stood, at each place. */
const membersAt = (members: readonly Counted[]): Map<string, Counted[]> => {
  const at = new Map<string, Counted[]>()
  for (const member of members)
    for (const where of new Set([member.before, member.after]))
      if (where !== null) {
        const own = at.get(where)
        if (own) own.push(member)
        else at.set(where, [member])
      }
  return at
}

const sumOf = (hotspots: readonly { reports: number }[]) => hotspots.reduce((sum, { reports }) => sum + reports, 0)

/** The twelve months' episodes of both packs. */
export const compareEpisodes = (episodes: readonly PackEpisode[], year: Days, before: PackBefore) => {
  const counted = new Set(within(episodes, year))
  const members = episodes
    .filter((episode) => episode.wasCounted || counted.has(episode))
    .map((episode): Counted => ({
      day: episode.day,
      childId: episode.childId,
      before: episode.wasCounted ? 'year' : null,
      after: counted.has(episode) ? 'year' : null,
      wasKnown: episode.wasKnown,
      // Whether an episode counts changes with its start alone, which only a file can correct.
      changes: episode.wasKnown ? ['imported'] : [],
    }))
  return differenceOf(members, { before: before.countedEpisodes, after: counted.size }, () => true, {
    beforeTo: before.to,
    afterFrom: year.from,
    otherwise: null,
  })
}
