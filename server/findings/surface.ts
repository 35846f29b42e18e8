import { booleanPointInPolygon } from '@turf/turf'
import type { PlacedOccurrence } from '../hotspots/occurrence.ts'
import { toLongitudeLatitude } from '../locations/national-grid.ts'
import type { AreaGeometry } from '../shared-schema.ts'
import { quarticDensity } from '../statistics/density.ts'
import { maxZTest } from '../statistics/getis-ord.ts'
import { hexagonCorners, hexagonGrid, type Bounds, type HexagonGrid } from '../statistics/hexagons.ts'
import { boxOf } from './place-at.ts'
import type { RunSurface } from './schema.ts'

const DENSITY = { bandwidthMetres: 400, sideMetres: 100 }
/** Reports a square kilometre in twelve months: fixed, so that a colour means the same in every month and at every zoom. */
const DENSITY_EDGES = [10, 30, 100, 300]
const SIGNIFICANT = { sideMetres: 200, replications: 999, seed: 1 }
const SURE_ENOUGH = 0.05
/** Without an area of the partnership, reports can occur this far round those that did. */
const MARGIN_METRES = 1_000
const SQUARE_METRES_IN_KILOMETRE = 1e6

/**
 * The surfaces of a stored month, from exact points: for G1 only.
 * @param reports of the period, those that a place can be made of
 * @param area the partnership's, British National Grid metres
 */
export const surfaceOf = (reports: readonly PlacedOccurrence[], area: AreaGeometry | null): RunSurface => ({
  density: {
    ...DENSITY,
    edges: DENSITY_EDGES,
    cells: densityCells(reports),
  },
  significant: significantCells(reports, area),
})

const densityCells = (reports: readonly PlacedOccurrence[]): RunSurface['density']['cells'] => {
  if (reports.length === 0) return []
  const grid = hexagonGrid(boundsOf(reports, DENSITY.bandwidthMetres), DENSITY.sideMetres)
  const density = quarticDensity(
    Float64Array.from(reports, ({ easting }) => easting),
    Float64Array.from(reports, ({ northing }) => northing),
    new Float64Array(reports.length).fill(1),
    DENSITY.bandwidthMetres,
    grid.x,
    grid.y,
  )
  return [...density].flatMap((perSquareMetre, cell) => {
    const perSquareKilometre = Math.round(perSquareMetre * SQUARE_METRES_IN_KILOMETRE * 10) / 10
    return perSquareKilometre >= DENSITY_EDGES[0]! ? [{ ring: ringOf(grid, cell), perSquareKilometre }] : []
  })
}

/**
 * Gi* of how many children each cell has, with the max-z test. A child counts once a cell: the children are few, and one child's many
 * reports would make a cell significant by themselves.
 */
const significantCells = (
  reports: readonly PlacedOccurrence[],
  area: AreaGeometry | null,
): RunSurface['significant'] => {
  const { sideMetres, replications, seed } = SIGNIFICANT
  const nothing = { sideMetres, replications, events: 0, cellsTested: 0, cells: [] }
  if (reports.length === 0) return nothing
  const { west, south, east, north } = area ? boxOf(area) : boundsOf(reports, MARGIN_METRES)
  const grid = hexagonGrid({ west, south, east, north }, sideMetres)
  const tested = [...grid.x.keys()].filter(
    (cell) => !area || booleanPointInPolygon([grid.x[cell]!, grid.y[cell]!], area),
  )
  const indexOf = new Map(tested.map((cell, i) => [cell, i]))
  const neighbours = tested.map((cell) => grid.neighbours[cell]!.flatMap((other) => indexOf.get(other) ?? []))

  const children = tested.map(() => new Set<string>())
  for (const { childId, easting, northing } of reports) {
    const index = indexOf.get(grid.cellAt(easting, northing))
    if (childId !== null && index !== undefined) children[index]!.add(childId)
  }
  const counts = children.map(({ size }) => size)
  const events = counts.reduce((sum, count) => sum + count, 0)
  const result = tested.length < 2 ? null : maxZTest(counts, neighbours, { replications, seed })
  if (!result) return { ...nothing, events, cellsTested: tested.length }
  return {
    sideMetres,
    replications,
    events,
    cellsTested: tested.length,
    cells: tested.flatMap((cell, i) => {
      if (!(result.p[i]! <= SURE_ENOUGH)) return []
      const near = new Set(neighbours[i]!.flatMap((other) => [...children[other]!]))
      return [
        { ring: ringOf(grid, cell), children: near.size, z: Math.round(result.z[i]! * 100) / 100, p: result.p[i]! },
      ]
    }),
  }
}

const boundsOf = (reports: readonly PlacedOccurrence[], margin: number): Bounds => {
  const bounds = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
  for (const { easting, northing } of reports) {
    bounds.west = Math.min(bounds.west, easting - margin)
    bounds.east = Math.max(bounds.east, easting + margin)
    bounds.south = Math.min(bounds.south, northing - margin)
    bounds.north = Math.max(bounds.north, northing + margin)
  }
  return bounds
}

/** WGS84, five decimals: about a metre. */
const ringOf = ({ x, y, sideMetres }: HexagonGrid, cell: number): [number, number][] =>
  hexagonCorners(x[cell]!, y[cell]!, sideMetres).map(([easting, northing]) => {
    const { longitude, latitude } = toLongitudeLatitude(easting, northing)
    return [Math.round(longitude * 1e5) / 1e5, Math.round(latitude * 1e5) / 1e5]
  })
