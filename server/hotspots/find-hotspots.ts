import type { PlaceCategory } from '../shared-schema.ts'
import { areaHectares, clusterShape } from './cluster-shape.ts'
import { countReports, type Counts } from './count.ts'
import type { Group, Method } from './group-reports.ts'
import type { PlacedOccurrence } from './occurrence.ts'
import type { FewChildren, Hotspot } from './schema.ts'
import type { Weighing } from './score.ts'

/** A named place as the store gives it. */
export interface NamedPlace {
  id: string
  name: string
  category: PlaceCategory
  seedGroup: Hotspot['seedGroup']
  areaHectares: number
  geometry: Hotspot['geometry']
}

/** What stands near a cluster's centre. */
export interface Surroundings {
  near: string | null
  ward: string | null
}

/** A ranked hotspot with the reports it was made of. */
export interface RankedHotspot {
  hotspot: Hotspot
  reports: PlacedOccurrence[]
}

export interface Ranking {
  ranked: RankedHotspot[]
  fewChildren: FewChildren[]
}

/** The mean position of a group's reports, British National Grid metres. */
export const centreOf = (reports: readonly PlacedOccurrence[]): { easting: number; northing: number } => ({
  easting: reports.reduce((sum, { easting }) => sum + easting, 0) / reports.length,
  northing: reports.reduce((sum, { northing }) => sum + northing, 0) / reports.length,
})

/**
 * Gates on distinct children and ranks by score, ties by reports, then name. Groups with fewer children than `minChildren`
 * are listed apart, without a shape.
 * @param surroundings of each cluster of `groups`, in their order
 * @param to the instant that age is measured at
 */
export const rankHotspots = (
  groups: readonly Group[],
  places: ReadonlyMap<string, NamedPlace>,
  surroundings: readonly Surroundings[],
  { epsMetres, minChildren }: Method,
  to: Date,
  weighing: Weighing,
): Ranking => {
  const clusterNames = nameClusters(surroundings)
  let clusters = 0
  const named = groups.map((group) => {
    const place = group.placeId === null ? undefined : places.get(group.placeId)
    const name = place?.name ?? clusterNames[clusters++]!
    return { group, place, name, counts: countReports(group.reports, to, weighing) }
  })
  named.sort(byRank)

  const enough = named.filter(({ counts }) => counts.children >= minChildren)
  const few = named.filter(({ counts }) => counts.children < minChildren)
  return {
    ranked: enough.map(({ group, place, name, counts }, i) => {
      const geometry = place?.geometry ?? clusterShape(group.reports, epsMetres)
      const hectares = place?.areaHectares ?? areaHectares(geometry)
      return {
        hotspot: { ...described(group, place, name, counts, i), areaHectares: hectares, geometry },
        reports: group.reports,
      }
    }),
    fewChildren: few.map(({ group, place, name, counts }, i) => described(group, place, name, counts, i)),
  }
}

/** Highest score first; ties by reports, then name. */
export const byRank = (a: { name: string; counts: Counts }, b: { name: string; counts: Counts }) =>
  b.counts.score - a.counts.score ||
  b.counts.reports - a.counts.reports ||
  (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)

const described = (
  group: Group,
  place: NamedPlace | undefined,
  name: string,
  counts: Counts,
  i: number,
): FewChildren => ({
  // An ad-hoc query is for looking: identity hangs on stored runs.
  id: null,
  placeId: group.placeId,
  name,
  category: place?.category ?? commonCategory(group.reports),
  seedGroup: place?.seedGroup ?? null,
  method: group.method,
  rank: i + 1,
  ...counts,
})

/** The category that most of a cluster's reports give; ties to the first of the alphabet; 'other' where none gives any. */
export const commonCategory = (reports: readonly PlacedOccurrence[]): PlaceCategory => {
  const counts = new Map<PlaceCategory, number>()
  for (const { placeCategory } of reports)
    if (placeCategory) counts.set(placeCategory, (counts.get(placeCategory) ?? 0) + 1)
  const [common] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return common?.[0] ?? 'other'
}

/** A name that a person can find on the map; a second one of the same name is numbered. */
export const nameClusters = (surroundings: readonly Surroundings[]): string[] => {
  const seen = new Map<string, number>()
  return surroundings.map(({ near, ward }) => {
    const name = near ? `Unnamed spot near ${near}` : ward ? `Unnamed spot in ${ward}` : 'Unnamed spot'
    const nth = (seen.get(name) ?? 0) + 1
    seen.set(name, nth)
    return nth === 1 ? name : `${name} (${nth})`
  })
}
