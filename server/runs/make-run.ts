import { areaHectares, clusterShape } from '../hotspots/cluster-shape.ts'
import { countReports } from '../hotspots/count.ts'
import { byRank, commonCategory, nameClusters, type NamedPlace, type Surroundings } from '../hotspots/find-hotspots.ts'
import type { Group, Grouping, Method } from '../hotspots/group-reports.ts'
import type { Occurrence, PlacedOccurrence } from '../hotspots/occurrence.ts'
import type { Weighing } from '../hotspots/score.ts'
import { sitesOf } from '../findings/site.ts'
import type { GroupFindings } from '../findings/task.ts'
import type { GridPoint } from '../locations/national-grid.ts'
import type { AreaGeometry } from '../shared-schema.ts'
import { SQUARE_METRES } from './grid-square.ts'
import { groupForRun } from './group-for-run.ts'
import type { RunHotspot } from './run-hotspot.ts'
import { shareG2, shareG3, topReports } from './share.ts'
import { clusterAnchor, clusterGround } from './shared-shape.ts'
import { toListed, toShared } from './tier-rows.ts'

/** Two reports in squares that share a side are no farther apart: the longest edge that a cluster's hull has to bridge. */
const FARTHEST_NEIGHBOURS_METRES = SQUARE_METRES * Math.sqrt(5)

/** A group of a run, and what has to be looked up for it. */
export interface RunGroup {
  group: Group
  /** A cluster's, British National Grid metres: where to look for what stands near. Null for a named place. */
  anchor: GridPoint | null
  /**
   * All squares of a cluster, WGS84; null for a named place, whose polygon the gazetteer has. How far a hotspot is from a protected
   * setting is measured from here: from the exact shape, a report that moves in its square could show or hide the whole cluster.
   */
  ground: AreaGeometry | null
}

export interface GroupedRun {
  /** Named places by id, then clusters from west to east. */
  groups: RunGroup[]
  leftOut: Grouping['leftOut']
  patrolFinds: PlacedOccurrence[]
}

/** What the database knows of the groups of a run. */
export interface Known {
  /** Of each cluster's anchor, in the order of the groups. */
  surroundings: readonly Surroundings[]
  /** Every named place of the groups, by id. */
  places: ReadonlyMap<string, NamedPlace>
  /** Of each group, place or cluster: whether a protected setting is within the distance that the partnership keeps. */
  touchesProtected: readonly boolean[]
  /** Ids of the named places that the chair has approved as public in their own right. */
  approvedPlaces: ReadonlySet<string>
  /** Of each group, what a stored month says of it; null for runs of a quarter, which are lists. */
  findings: readonly (GroupFindings | null)[] | null
}

export interface FinishedRun {
  /** Hotspots by rank, then patterns of few children by rank. */
  hotspots: RunHotspot[]
  leftOut: Grouping['leftOut']
  /** How many of `hotspots`, patterns of few children among them, G2 and G3 do not see. */
  withheldG2: number
  withheldG3: number
}

/** The first half of a stored run: its groups, in an order that does not depend on that of the occurrences. */
export const groupRun = (occurrences: readonly Occurrence[], method: Pick<Method, 'minPoints'>): GroupedRun => {
  const { groups, leftOut, patrolFinds } = groupForRun(occurrences, method)
  return {
    groups: groups.map((group) =>
      group.method === 'place'
        ? { group, anchor: null, ground: null }
        : { group, anchor: clusterAnchor(group.reports), ground: clusterGround(group.reports) },
    ),
    leftOut,
    patrolFinds,
  }
}

/**
 * The second half: the rows to store, for every tier. The same occurrences give the same rows, to the byte, in whatever order they
 * come; and a report at no named place can move in its 200 m square without a change to `shared` or `listed`.
 * @param to the instant that age is measured at
 * @throws RangeError where something is not known of every group: a gap must not be taken for "nothing protected is near"
 */
export const finishRun = (
  { groups, leftOut }: Pick<GroupedRun, 'groups' | 'leftOut'>,
  known: Known,
  { minChildren, weighing, to }: { minChildren: number; weighing: Weighing; to: Date },
): FinishedRun => {
  refuseGaps(groups, known)
  const weighed = groups.map((runGroup, i) => weigh(runGroup, known, i, { minChildren, weighing, to }))
  const ranked = withNames(weighed, known.surroundings).toSorted(byRank)

  const hotspots: RunHotspot[] = []
  const next = { enough: 1, few: 1, shared: 1, listed: 1 }
  for (const one of [...ranked.filter(({ isFew }) => !isFew), ...ranked.filter(({ isFew }) => isFew)]) {
    const { group, place, name, counts, isFew, category, findings, g2, g3 } = one
    const geometryExact = isFew ? null : (place?.geometry ?? clusterShape(group.reports, FARTHEST_NEIGHBOURS_METRES))
    hotspots.push({
      method: group.method,
      placeId: group.placeId,
      name,
      category,
      seedGroup: place?.seedGroup ?? null,
      rank: isFew ? next.few++ : next.enough++,
      counts,
      isFew,
      geometryExact,
      areaHectares: geometryExact && (place?.areaHectares ?? areaHectares(geometryExact)),
      findings: findings?.exact ?? null,
      members: group.reports.map(({ id }) => id).toSorted(),
      sites: sitesOf(group.reports),
      shared: g2.shared ? toShared(one, next.shared++) : null,
      withheldG2: g2.shared ? null : g2.why,
      listed: g3.shared ? toListed(one, next.listed++) : null,
      withheldG3: g3.shared ? null : g3.why,
    })
  }
  return {
    hotspots,
    leftOut,
    withheldG2: hotspots.filter(({ shared }) => shared === null).length,
    withheldG3: hotspots.filter(({ listed }) => listed === null).length,
  }
}

const refuseGaps = (groups: readonly RunGroup[], { surroundings, places, touchesProtected, findings }: Known) => {
  const clusters = groups.filter(({ anchor }) => anchor !== null).length
  if (surroundings.length !== clusters)
    throw new RangeError(`expected the surroundings of ${clusters} clusters, got ${surroundings.length}`)
  if (touchesProtected.length !== groups.length)
    throw new RangeError(`expected to know of ${groups.length} groups what is near, got ${touchesProtected.length}`)
  if (findings && findings.length !== groups.length)
    throw new RangeError(`expected the findings of ${groups.length} groups, got ${findings.length}`)
  for (const { group } of groups)
    if (group.placeId !== null && !places.has(group.placeId))
      throw new RangeError(`expected the named place ${group.placeId}, got none`)
}

const weigh = (
  { group, anchor }: RunGroup,
  { places, touchesProtected, approvedPlaces, findings }: Known,
  i: number,
  { minChildren, weighing, to }: { minChildren: number; weighing: Weighing; to: Date },
) => {
  const place = group.placeId === null ? undefined : places.get(group.placeId)
  const counts = countReports(group.reports, to, weighing)
  const category = place?.category ?? commonCategory(group.reports)
  const facts = {
    ...counts,
    ...topReports(group.reports),
    method: group.method,
    category,
    touchesProtected: touchesProtected[i]!,
    isApprovedPublic: group.placeId !== null && approvedPlaces.has(group.placeId),
  }
  const [g2, g3] = [shareG2(facts, minChildren), shareG3(facts, minChildren)]
  const isFew = counts.children < minChildren
  return { group, anchor, place, counts, category, isFew, findings: findings?.[i] ?? null, g2, g3 }
}

type Weighed = ReturnType<typeof weigh>
type Named = Weighed & { name: string }

/** Clusters of one name are numbered, those that more people see first: a gap in the numbers would tell of one that is withheld. */
const withNames = (weighed: readonly Weighed[], surroundings: readonly Surroundings[]): Named[] => {
  const clusters = weighed
    .filter(({ place }) => !place)
    .map((one, i) => ({ one, near: surroundings[i]!, hiddenFrom: Number(!one.g3.shared) + Number(!one.g2.shared) }))
    .toSorted((a, b) => a.hiddenFrom - b.hiddenFrom)
  const names = nameClusters(clusters.map(({ near }) => near))
  const nameOf = new Map(clusters.map(({ one }, i) => [one, names[i]!]))
  return weighed.map((one) => ({ ...one, name: one.place?.name ?? nameOf.get(one)! }))
}
