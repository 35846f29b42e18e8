import { squareCentre } from '../runs/grid-square.ts'
import { distanceTo } from './place-at.ts'
import type { NamedHotspot, NewClusters, RunFindings } from './schema.ts'
import { squareOfSite } from './site.ts'
import type { Outline, WorkedOut } from './task.ts'

/** What run_picture keeps of a stored month. */
export type StoredPicture = Pick<RunFindings, 'windows' | 'completeUntil' | 'newClusters' | 'lapsed'>

/** A hotspot with the sites that it is made of. */
export interface SitedHotspot extends NamedHotspot {
  sites: readonly string[]
}

/** New clusters as a person reads them: by the hotspots that they lie in, else by the place that has the site. */
export const pictureOf = (
  { windows, completeUntil, newClusters }: WorkedOut,
  hotspots: readonly SitedHotspot[],
  outlines: readonly Outline[],
  lapsed: NamedHotspot[],
): StoredPicture => {
  const hotspotAt = new Map(hotspots.flatMap((hotspot) => hotspot.sites.map((site) => [site, hotspot] as const)))
  const placeName = new Map(outlines.map(({ placeId, name }) => [placeId, name]))
  const nameOf = (site: string) => hotspotAt.get(site)?.name ?? placeName.get(site) ?? spotName(site, outlines)
  const clusters = newClusters.clusters.map(({ sites, ...cluster }): NewClusters['clusters'][number] => ({
    ...cluster,
    names: [...new Set(sites.map(nameOf))],
    hotspotIds: [...new Set(sites.flatMap((site) => hotspotAt.get(site)?.hotspotId ?? []))],
  }))
  return { windows, completeUntil, newClusters: { ...newClusters, clusters }, lapsed }
}

/** As far as a place helps to find a spot that has no name. */
const NEAR_METRES = 500

const spotName = (site: string, outlines: readonly Outline[]): string => {
  const square = squareOfSite(site)
  if (!square) return 'A place that is no longer in use'
  const { easting, northing } = squareCentre(square)
  const [nearest] = outlines
    .map(({ name, geometry }) => ({ name, metres: distanceTo(geometry, easting, northing) }))
    .filter(({ metres }) => metres <= NEAR_METRES)
    .toSorted((a, b) => a.metres - b.metres)
  return nearest ? `A spot near ${nearest.name}` : 'A spot at no named place'
}
