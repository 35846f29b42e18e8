import { pointIn } from '../hotspots/cluster-shape.ts'
import { reportsByChild, type Counts } from '../hotspots/count.ts'
import type { NamedPlace } from '../hotspots/find-hotspots.ts'
import type { Group } from '../hotspots/group-reports.ts'
import { toNationalGrid, type GridPoint } from '../locations/national-grid.ts'
import type { PlaceCategory } from '../shared-schema.ts'
import type { GroupFindings } from '../findings/task.ts'
import { bandOf, childrenBandG3, roundToFive } from './bands.ts'
import type { ListedHotspot, SharedHotspot } from './run-hotspot.ts'
import { sharedClusterShape } from './shared-shape.ts'

/** What fewer children than this say of a cluster's category is not told below G1. */
const CATEGORY_CHILDREN = 3

/** A group that has been named and counted; `place` is undefined for a cluster, `anchor` null for a named place. */
interface Named {
  group: Group
  anchor: GridPoint | null
  place: NamedPlace | undefined
  name: string
  category: PlaceCategory
  counts: Counts
  findings: GroupFindings | null
}

/** The row of G2, of a hotspot that may be shared. */
export const toShared = (one: Named, rank: number): SharedHotspot => ({
  method: one.group.method,
  placeId: one.group.placeId,
  name: one.name,
  category: sharedCategory(one),
  seedGroup: one.place?.seedGroup ?? null,
  rank,
  childrenBand: bandOf(one.counts.children)!,
  reportsBand: bandOf(one.counts.reports)!,
  geometry: one.place?.geometry ?? sharedClusterShape(one.group.reports),
  isApproximate: !one.place,
  findings: one.findings?.shared ?? null,
  anchor: anchorOf(one),
})

/** The row of G3, of a hotspot that may be listed. */
export const toListed = (one: Named, rank: number): ListedHotspot => ({
  name: one.name,
  category: sharedCategory(one),
  rank,
  childrenBand: childrenBandG3(one.counts.children)!,
  reportsRounded5: roundToFive(one.counts.reports),
  ...anchorOf(one),
  isApproximate: !one.place,
})

/** A cluster's category is what its reports say of it: below G1 only what three children's say. */
const sharedCategory = ({ group, place, category }: Named): PlaceCategory => {
  if (place) return category
  const said = group.reports.filter(({ placeCategory }) => placeCategory === category)
  return reportsByChild(said).size >= CATEGORY_CHILDREN ? category : 'other'
}

const anchorOf = ({ place, anchor }: Named): GridPoint => {
  if (!place) return anchor!
  const { longitude, latitude } = pointIn(place.geometry)
  const { easting, northing } = toNationalGrid(longitude, latitude)
  return { easting: Math.round(easting), northing: Math.round(northing) }
}
