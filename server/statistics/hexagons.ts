/** Metres of any plane, such as the British National Grid's. */
export interface Bounds {
  west: number
  south: number
  east: number
  north: number
}

export interface HexagonGrid {
  sideMetres: number
  /** The cells' centres, metres. */
  x: Float64Array
  y: Float64Array
  /** Of each cell: itself and the cells that share an edge with it, ascending. */
  neighbours: number[][]
  /** The cell in which a point lies, or -1 outside the grid. */
  cellAt: (x: number, y: number) => number
}

const MOST_CELLS = 1_000_000

/**
 * Hexagons, a corner to the north, that cover a rectangle. They hang on the plane's origin, not on the rectangle: two grids of
 * one side length have the same cells where they meet, so that a map's cells stay put from month to month.
 * @throws RangeError where the side is not a positive length, the bounds are not finite or the wrong way round, or there would
 *   be over a million cells
 */
export function hexagonGrid(bounds: Bounds, sideMetres: number): HexagonGrid {
  refuseBadGrid(bounds, sideMetres)
  const [width, height] = [Math.sqrt(3) * sideMetres, 1.5 * sideMetres]
  const bottom = Math.floor(bounds.south / height)
  const left = Math.floor(bounds.west / width - 0.5)
  const rows = Math.ceil(bounds.north / height) - bottom + 1
  const columns = Math.ceil(bounds.east / width) - left + 1
  if (!(rows * columns <= MOST_CELLS))
    throw new RangeError(`expected at most ${MOST_CELLS} hexagons, got ${rows * columns}: make them larger`)

  /** Odd rows stand half a width to the east. */
  const shift = (row: number) => (mod2(bottom + row) === 1 ? 0.5 : 0)
  const cell = (row: number, column: number) =>
    row < 0 || row >= rows || column < 0 || column >= columns ? -1 : row * columns + column
  const x = new Float64Array(rows * columns)
  const y = new Float64Array(rows * columns)
  const neighbours = Array.from({ length: rows * columns }, (_, at): number[] => {
    const [row, column] = [Math.floor(at / columns), at % columns]
    x[at] = (left + column + shift(row)) * width
    y[at] = (bottom + row) * height
    const west = column - (shift(row) === 0 ? 1 : 0)
    const below = [cell(row - 1, west), cell(row - 1, west + 1)]
    const beside = [cell(row, column - 1), at, cell(row, column + 1)]
    return [...below, ...beside, cell(row + 1, west), cell(row + 1, west + 1)].filter((one) => one >= 0)
  })

  /** The nearest centre: of the row below the point and of the row above it. */
  const cellAt = (pointX: number, pointY: number) => {
    const row = Math.floor(pointY / height) - bottom
    const nearestOf = (one: number) => cell(one, Math.round(pointX / width - shift(one)) - left)
    const distance = (at: number) => (at < 0 ? Infinity : (x[at]! - pointX) ** 2 + (y[at]! - pointY) ** 2)
    const [lower, upper] = [nearestOf(row), nearestOf(row + 1)]
    const nearest = distance(lower) <= distance(upper) ? lower : upper
    return distance(nearest) <= sideMetres * sideMetres * (1 + 1e-9) ? nearest : -1
  }
  return { sideMetres, x, y, neighbours, cellAt }
}

const mod2 = (row: number) => ((row % 2) + 2) % 2

function refuseBadGrid({ west, south, east, north }: Bounds, sideMetres: number): void {
  if (!(sideMetres > 0 && sideMetres < Infinity))
    throw new RangeError(`expected sideMetres to be a positive length, got ${sideMetres}`)
  if (!(west <= east && south <= north && [west, south, east, north].every(Number.isFinite)))
    throw new RangeError(
      `expected finite bounds from west to east, south to north, got ${[west, south, east, north].join(', ')}`,
    )
}

/** The six corners of a hexagon, metres, the northern one first and on clockwise. */
export const hexagonCorners = (x: number, y: number, sideMetres: number): [x: number, y: number][] => {
  const half = (Math.sqrt(3) / 2) * sideMetres
  return [
    [x, y + sideMetres],
    [x + half, y + sideMetres / 2],
    [x + half, y - sideMetres / 2],
    [x, y - sideMetres],
    [x - half, y - sideMetres / 2],
    [x - half, y + sideMetres / 2],
  ]
}
