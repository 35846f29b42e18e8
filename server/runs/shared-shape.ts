import type { PlacedOccurrence } from '../hotspots/occurrence.ts'
import type { GridPoint } from '../locations/national-grid.ts'
import type { AreaGeometry } from '../shared-schema.ts'
import { bySquare, squareCentre, squareOf, squaresShape, toPosition } from './grid-square.ts'

/** Fewer children than this do not make a square that is drawn. */
const SQUARE_CHILDREN = 3

/** Six decimals, WGS84. */
export type SharedGeometry = AreaGeometry | { type: 'Point'; coordinates: [number, number] }

/** A square of the grid (its south-west corner) and what a cluster has in it. */
interface OccupiedSquare extends GridPoint {
  children: number
  reports: number
}

/**
 * A cluster as those see it who may not see exact points: the 200 m squares that hold three or more of its children each, else
 * one point, its anchor. Nothing of it changes when a report moves inside its square.
 */
export const sharedClusterShape = (reports: readonly PlacedOccurrence[]): SharedGeometry => {
  const drawn = occupiedSquares(reports).filter(({ children }) => children >= SQUARE_CHILDREN)
  if (drawn.length > 0) return squaresShape(drawn)
  return { type: 'Point', coordinates: toPosition(clusterAnchor(reports)) }
}

/**
 * The centre of the square with most of a cluster's children, British National Grid metres; ties by reports, then west, then
 * south. A cluster is named by what stands near it, in every tier.
 * @throws RangeError where there is no report
 */
export const clusterAnchor = (reports: readonly PlacedOccurrence[]): GridPoint => {
  const [most] = occupiedSquares(reports)
  if (!most) throw new RangeError('expected a cluster of at least one report, got none')
  return squareCentre(most)
}

/**
 * All the squares that a cluster's reports lie in, however few children a square has: for the co-ordinator, and for measuring how
 * far a cluster is from a protected setting. It is never shown below G1.
 */
export const clusterGround = (reports: readonly PlacedOccurrence[]): AreaGeometry =>
  squaresShape(occupiedSquares(reports))

/** Most children first. */
const occupiedSquares = (reports: readonly PlacedOccurrence[]): OccupiedSquare[] => {
  const squares = new Map<string, { square: GridPoint; children: Set<string>; reports: number }>()
  for (const report of reports) {
    const square = squareOf(report)
    const key = `${square.easting} ${square.northing}`
    const known = squares.get(key) ?? { square, children: new Set<string>(), reports: 0 }
    known.reports += 1
    if (report.childId !== null) known.children.add(report.childId)
    squares.set(key, known)
  }
  return [...squares.values()]
    .map(({ square, children, reports: count }) => ({ ...square, children: children.size, reports: count }))
    .toSorted((a, b) => b.children - a.children || b.reports - a.reports || bySquare(a, b))
}
