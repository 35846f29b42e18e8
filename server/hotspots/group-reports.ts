import type { GridPoint } from '../locations/national-grid.ts'
import { dbscan } from '../statistics/dbscan.ts'
import type { Occurrence, PlacedOccurrence } from './occurrence.ts'

export interface Method {
  epsMetres: number
  minPoints: number
  minChildren: number
}

export interface Group {
  method: 'place' | 'cluster'
  /** Null for a cluster. */
  placeId: string | null
  reports: PlacedOccurrence[]
}

export interface Grouping {
  /** Named places and clusters of at least `minPoints` reports, with few children or many. */
  groups: Group[]
  leftOut: { privateAddress: number; outsideArea: number; unplaced: number; foundOnPatrol: number; notCounted: number }
  /** Finds made on patrol: left out of every count, shown as what they would have changed. */
  patrolFinds: PlacedOccurrence[]
}

/**
 * From reports to places (methods.md 1): private addresses, unplaced reports, reports outside the area and finds on patrol
 * are left out and counted; a named place owns the reports that stand at it; DBSCAN groups the rest.
 * Every report ends in exactly one group or one count.
 * @param positionOf where the clustering takes a report to stand, British National Grid metres; its own point unless given
 */
export const groupReports = (
  reports: readonly Occurrence[],
  { epsMetres, minPoints }: Pick<Method, 'epsMetres' | 'minPoints'>,
  positionOf: (report: PlacedOccurrence) => GridPoint = (report) => report,
): Grouping => {
  const { counted, patrolFinds, leftOut: apart } = whatCounts(reports)
  const atPlace = new Map<string, PlacedOccurrence[]>()
  const elsewhere: PlacedOccurrence[] = []
  for (const report of counted) {
    if (report.placeId === null) elsewhere.push(report)
    else if (atPlace.has(report.placeId)) atPlace.get(report.placeId)!.push(report)
    else atPlace.set(report.placeId, [report])
  }

  const places = [...atPlace].map(([placeId, members]): Group => ({ method: 'place', placeId, reports: members }))
  const clusters = cluster(elsewhere, elsewhere.map(positionOf), epsMetres, minPoints)
  const groups = [...places.filter((place) => place.reports.length >= minPoints), ...clusters]
  const grouped = groups.reduce((sum, group) => sum + group.reports.length, 0)
  return { groups, leftOut: { ...apart, notCounted: counted.length - grouped }, patrolFinds }
}

/** The reports that a place can be made of, the finds made on patrol, and how many others there are of each kind. */
export const whatCounts = (reports: readonly Occurrence[]) => {
  const leftOut = { privateAddress: 0, outsideArea: 0, unplaced: 0 }
  const [counted, patrolFinds]: [PlacedOccurrence[], PlacedOccurrence[]] = [[], []]
  for (const report of reports) {
    if (report.isPrivateAddress) leftOut.privateAddress += 1
    else if (!isPlaced(report)) leftOut.unplaced += 1
    else if (report.isInArea === false) leftOut.outsideArea += 1
    else if (report.foundOnPatrol) patrolFinds.push(report)
    else counted.push(report)
  }
  return { counted, patrolFinds, leftOut: { ...leftOut, foundOnPatrol: patrolFinds.length } }
}

const isPlaced = (report: Occurrence): report is PlacedOccurrence => report.easting !== null && report.northing !== null

const cluster = (
  reports: PlacedOccurrence[],
  positions: GridPoint[],
  epsMetres: number,
  minPoints: number,
): Group[] => {
  const labels = dbscan(
    Float64Array.from(positions, ({ easting }) => easting),
    Float64Array.from(positions, ({ northing }) => northing),
    epsMetres,
    minPoints,
  )
  const groups: Group[] = []
  reports.forEach((report, i) => {
    const label = labels[i]!
    if (label < 0) return
    groups[label] ??= { method: 'cluster', placeId: null, reports: [] }
    groups[label].reports.push(report)
  })
  return groups
}

/** The patrol finds that would have stood in a group: at its place, or within eps of one of a cluster's reports. */
export const findsAt = (
  { reports }: Pick<Group, 'reports'>,
  patrolFinds: readonly PlacedOccurrence[],
  { epsMetres }: Pick<Method, 'epsMetres'>,
) => {
  const placeId = reports[0]?.placeId ?? null
  const isNear = (find: PlacedOccurrence) =>
    reports.some(
      ({ easting, northing }) => (easting - find.easting) ** 2 + (northing - find.northing) ** 2 <= epsMetres ** 2,
    )
  return patrolFinds.filter((find) => find.placeId === placeId && (placeId !== null || isNear(find)))
}
