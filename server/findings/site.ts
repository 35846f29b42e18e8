import type { PlacedOccurrence } from '../hotspots/occurrence.ts'
import type { GridPoint } from '../locations/national-grid.ts'
import { squareOf } from '../runs/grid-square.ts'

/** Where a stored run counts a report: the id of its named place, or the key of its 200 m square. */
export const siteOf = (report: Pick<PlacedOccurrence, 'placeId' | 'easting' | 'northing'>): string =>
  report.placeId ?? squareKey(squareOf(report))

/** The sites of some reports, each once, in an order of their own. */
export const sitesOf = (reports: readonly PlacedOccurrence[]): string[] => [...new Set(reports.map(siteOf))].toSorted()

/** @param square its south-west corner, British National Grid metres */
export const squareKey = ({ easting, northing }: GridPoint): string => `${easting} ${northing}`

/** The south-west corner of a square by its key; undefined where the site is a named place. */
export const squareOfSite = (site: string): GridPoint | undefined => {
  const [easting, northing] = site.split(' ').map(Number)
  return northing === undefined ? undefined : { easting: easting!, northing }
}

export const bySite = <R extends Pick<PlacedOccurrence, 'placeId' | 'easting' | 'northing'>>(
  reports: readonly R[],
): Map<string, R[]> => {
  const sites = new Map<string, R[]>()
  for (const report of reports) {
    const site = siteOf(report)
    const members = sites.get(site)
    if (members) members.push(report)
    else sites.set(site, [report])
  }
  return sites
}
