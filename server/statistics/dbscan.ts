/**
 * Density clustering, DBSCAN (Ester, Kriegel, Sander and Xu 1996), exact and on one thread. The plane is cut into strips,
 * each strip into cells so small that any two points of a cell are within eps of each other (Gunawan 2013). So a cell that
 * holds `minPoints` is core throughout, a cell's core points are one cluster, and only neighbouring cells need comparing.
 *
 * Exactness rests on one fact: rounding never turns a smaller number into a larger one. Strips and cells start at a point of
 * the data, not at a multiple of a width, and every comparison is of squares of plain differences; so a box that is refused
 * as too far holds no point that the definition would have accepted, whatever the size of the coordinates.
 */

/** The input's distinct locations ("spots") in order of strip, then y, then x: each cell, and each strip, is a run of them. */
interface Grid {
  epsSquared: number
  spotOf: Int32Array // of each point of the input
  x: Float64Array // of each spot
  y: Float64Array
  weight: Int32Array // points at the spot
  cells: number
  cellStart: Int32Array // first spot of each cell; where one ends, the next begins
  cellWeight: Int32Array // points in the cell
  cellStrip: Int32Array
  stripStart: Int32Array // first cell of each strip; where one ends, the next begins
  stripLeft: Float64Array // smallest x in the strip
  stripRight: Float64Array // largest x in the strip
}

interface Cores {
  isCore: Uint8Array // of each spot, 1 or 0
  inCell: Int32Array // how many core spots a cell holds
}

/** Side of a cell over eps: a hair under 1 / sqrt 2, so that no rounding can push two points of one cell apart. */
const CELL_SIDE = 0.7071

/** Beyond these the square of a distance is no longer a usable number. */
const SMALLEST_EPS = 1e-150
const LARGEST_EPS = 1e150

const NOISE = -1

/** Which 32-bit half of a double holds its sign: the second on the little-endian machines that nearly all are. */
const HIGH_WORD = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? 1 : 0

/**
 * Returns the cluster of each point, or -1 for noise. Clusters are numbered from 0 by their lowest member.
 *
 * A point is core when at least `minPoints` points, itself among them, lie within `epsMetres` (`dx*dx + dy*dy <= eps*eps`).
 * Core points within eps of each other are one cluster. Any other point within eps of a core point joins the cluster of the
 * nearest, ties going to the core with the smaller x, then the smaller y. The partition does not depend on the points' order.
 *
 * @param x eastings in metres (any plane coordinates will do), as long as `y`
 * @throws RangeError when the lengths differ, a coordinate is not finite, `epsMetres` is not a positive distance (1e-150 to
 *   1e150), or `minPoints` is not a whole number of at least 1
 */
export function dbscan(x: Float64Array, y: Float64Array, epsMetres: number, minPoints: number): Int32Array {
  refuseBadInput(x, y, epsMetres, minPoints)
  const grid = buildGrid(x, y, epsMetres)
  const cores = findCores(grid, minPoints)
  const clusterOfCell = joinCells(grid, cores)
  const clusterOfSpot = gatherSpots(grid, cores, clusterOfCell)
  return numberByLowestMember(grid.spotOf, clusterOfSpot)
}

function refuseBadInput(x: Float64Array, y: Float64Array, epsMetres: number, minPoints: number): void {
  if (x.length !== y.length) throw new RangeError(`expected as many y as x (${x.length}), got ${y.length}`)
  if (!(epsMetres >= SMALLEST_EPS && epsMetres <= LARGEST_EPS)) {
    throw new RangeError(`expected epsMetres between ${SMALLEST_EPS} and ${LARGEST_EPS}, got ${epsMetres}`)
  }
  if (!Number.isInteger(minPoints) || minPoints < 1) {
    throw new RangeError(`expected minPoints to be a whole number of at least 1, got ${minPoints}`)
  }
  for (let i = 0; i < x.length; i++) {
    if (!Number.isFinite(x[i]) || !Number.isFinite(y[i])) {
      throw new RangeError(`expected finite coordinates, got (${x[i]}, ${y[i]}) at index ${i}`)
    }
  }
}

function buildGrid(x: Float64Array, y: Float64Array, eps: number): Grid {
  const count = x.length
  const side = eps * CELL_SIDE
  const byX = sortByNumber(
    new Uint32Array(count).map((_, point) => point),
    x,
  )
  const { stripOf, stripEnd, ...strips } = cutStrips(x, byX, side)
  // Both sorts keep the order of equals: what is sorted by strip, then y, stays sorted by x where y is the same.
  const order = sortByWord(sortByNumber(byX, y), stripOf)

  const spotOf = new Int32Array(count)
  const [spotX, spotY, weight] = [new Float64Array(count), new Float64Array(count), new Int32Array(count)]
  const [cellStart, cellWeight, cellStrip] = [new Int32Array(count + 1), new Int32Array(count), new Int32Array(count)]
  const stripStart = new Int32Array(stripEnd.length + 1)
  let [position, spot, cell] = [0, -1, -1]
  for (const [strip, end] of stripEnd.entries()) {
    for (let bottom = -Infinity; position < end; position++) {
      const point = order[position]!
      const [pointX, pointY] = [x[point]!, y[point]!]
      const isNewCell = pointY - bottom > side
      if (isNewCell || pointY !== spotY[spot] || pointX !== spotX[spot]) {
        spotX[++spot] = pointX
        spotY[spot] = pointY
      }
      if (isNewCell) {
        cellStart[++cell] = spot
        cellStrip[cell] = strip
        bottom = pointY
      }
      spotOf[point] = spot
      weight[spot]!++
      cellWeight[cell]!++
    }
    stripStart[strip + 1] = cell + 1
  }
  cellStart[cell + 1] = spot + 1
  const spots = { spotOf, x: spotX.subarray(0, spot + 1), y: spotY.subarray(0, spot + 1), weight }
  return { epsSquared: eps * eps, ...spots, cells: cell + 1, cellStart, cellWeight, cellStrip, stripStart, ...strips }
}

/** Cuts the points into strips no wider than `side`, each beginning at the first point that the one before does not reach. */
function cutStrips(x: Float64Array, byX: Uint32Array, side: number) {
  const stripOf = new Uint32Array(x.length)
  const [left, right, stripEnd] = [[] as number[], [] as number[], [] as number[]]
  let strip = -1
  for (let position = 0; position < byX.length; position++) {
    const pointX = x[byX[position]!]!
    if (strip < 0 || pointX - left[strip]! > side) left[++strip] = pointX
    right[strip] = pointX
    stripEnd[strip] = position + 1
    stripOf[byX[position]!] = strip
  }
  return { stripOf, stripEnd, stripLeft: Float64Array.from(left), stripRight: Float64Array.from(right) }
}

function findCores(grid: Grid, minPoints: number): Cores {
  const { cells, cellStart, cellWeight } = grid
  const isCore = new Uint8Array(grid.x.length)
  const inCell = new Int32Array(cells)
  const nearbyCells = nearbyCellsOf(grid)
  for (let cell = 0; cell < cells; cell++) {
    const start = cellStart[cell]!
    const end = cellStart[cell + 1]!
    if (cellWeight[cell]! >= minPoints) {
      isCore.fill(1, start, end)
      inCell[cell] = end - start
      continue
    }
    const nearby = nearbyCells(cell)
    let possible = 0
    for (const other of nearby) possible += cellWeight[other]!
    if (possible < minPoints) continue
    for (let spot = start; spot < end; spot++) {
      if (!hasNeighbours(grid, spot, cell, nearby, minPoints)) continue
      isCore[spot] = 1
      inCell[cell]!++
    }
  }
  return { isCore, inCell }
}

/** Whether at least `enough` points are within eps of a spot of `cell`, all those of the cell itself among them. */
function hasNeighbours(grid: Grid, spot: number, cell: number, nearby: number[], enough: number): boolean {
  const { x, y, weight, cellStart, epsSquared } = grid
  let found = grid.cellWeight[cell]!
  for (const other of nearby) {
    if (other === cell) continue
    const end = cellStart[other + 1]!
    for (let neighbour = cellStart[other]!; neighbour < end; neighbour++) {
      const dx = x[spot]! - x[neighbour]!
      const dy = y[spot]! - y[neighbour]!
      if (dx * dx + dy * dy <= epsSquared) found += weight[neighbour]!
    }
    if (found >= enough) return true
  }
  return false
}

/** The cluster of each cell that holds a core: cells are one cluster when a core of each is within eps (union-find). */
function joinCells(grid: Grid, cores: Cores): Int32Array {
  const parent = cores.inCell.map((_, cell) => cell)
  const nearbyCells = nearbyCellsOf(grid)
  for (let cell = 0; cell < grid.cells; cell++) {
    if (cores.inCell[cell] === 0) continue
    for (const other of nearbyCells(cell)) {
      if (other <= cell || cores.inCell[other] === 0) continue
      const root = rootOf(parent, cell)
      const otherRoot = rootOf(parent, other)
      if (root !== otherRoot && coresMeet(grid, cores, cell, other)) parent[otherRoot] = root
    }
  }
  return parent.map((_, cell) => rootOf(parent, cell))
}

function rootOf(parent: Int32Array, cell: number): number {
  let root = cell
  while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!
  return root
}

/** Whether a core of one cell is within eps of a core of the other. */
function coresMeet(grid: Grid, cores: Cores, cell: number, other: number): boolean {
  const end = grid.cellStart[cell + 1]!
  for (let spot = grid.cellStart[cell]!; spot < end; spot++) {
    if (cores.isCore[spot] === 1 && cellOfNearestCore(grid, cores, spot, [other]) !== NOISE) return true
  }
  return false
}

/** The cluster of each spot: a core's is its cell's, a border's that of the nearest core, and -1 is noise. */
function gatherSpots(grid: Grid, cores: Cores, clusterOfCell: Int32Array): Int32Array {
  const clusterOfSpot = new Int32Array(grid.x.length).fill(NOISE)
  const nearbyCells = nearbyCellsOf(grid)
  for (let cell = 0; cell < grid.cells; cell++) {
    const start = grid.cellStart[cell]!
    const end = grid.cellStart[cell + 1]!
    if (cores.inCell[cell] === end - start) {
      clusterOfSpot.fill(clusterOfCell[cell]!, start, end)
      continue
    }
    const withCores = nearbyCells(cell).filter((other) => cores.inCell[other]! > 0)
    for (let spot = start; spot < end && withCores.length > 0; spot++) {
      const home = cores.isCore[spot] === 1 ? cell : cellOfNearestCore(grid, cores, spot, withCores)
      if (home !== NOISE) clusterOfSpot[spot] = clusterOfCell[home]!
    }
  }
  return clusterOfSpot
}

/** The cell of the nearest core within eps of a spot, or -1; of equally near cores the one with the smaller x, then y. */
function cellOfNearestCore(grid: Grid, { isCore }: Cores, spot: number, cells: number[]): number {
  const { x, y, cellStart } = grid
  let nearest = -1
  let nearestCell = NOISE
  let nearestSquared = grid.epsSquared
  for (const cell of cells) {
    if (squaredDistanceToCell(grid, spot, cell) > nearestSquared) continue
    const end = cellStart[cell + 1]!
    for (let core = cellStart[cell]!; core < end; core++) {
      const dx = x[spot]! - x[core]!
      const dy = y[spot]! - y[core]!
      const squared = dx * dx + dy * dy
      if (squared > nearestSquared || isCore[core] === 0) continue
      const isTie = squared === nearestSquared && nearest >= 0
      if (isTie && (x[core]! > x[nearest]! || (x[core] === x[nearest] && y[core]! > y[nearest]!))) continue
      nearest = core
      nearestCell = cell
      nearestSquared = squared
    }
  }
  return nearestCell
}

/**
 * Returns a function that gives the cells whose box is within eps of a cell's, itself among them: about twenty at most.
 * Ask for cells in ascending order: it moves a finger up each strip instead of searching. The array it gives is reused.
 */
function nearbyCellsOf(grid: Grid): (cell: number) => number[] {
  const { y, cellStart, cellStrip, stripStart, stripLeft, stripRight, epsSquared } = grid
  const isBeyondEps = (gap: number) => gap > 0 && gap * gap > epsSquared
  const finger = stripStart.slice()
  const nearby: number[] = []
  let [own, first, last] = [-1, 0, -1]
  return (cell) => {
    if (own !== cellStrip[cell]) {
      own = cellStrip[cell]!
      while (isBeyondEps(stripLeft[own]! - stripRight[first]!)) first++
      while (last + 1 < stripLeft.length && !isBeyondEps(stripLeft[last + 1]! - stripRight[own]!)) last++
      for (let strip = first; strip <= last; strip++) finger[strip] = stripStart[strip]!
    }
    const bottom = y[cellStart[cell]!]!
    const top = y[cellStart[cell + 1]! - 1]!
    nearby.length = 0
    for (let strip = first; strip <= last; strip++) {
      const end = stripStart[strip + 1]!
      let other = finger[strip]!
      while (other < end && isBeyondEps(bottom - y[cellStart[other + 1]! - 1]!)) other++
      finger[strip] = other
      for (; other < end && !isBeyondEps(y[cellStart[other]!]! - top); other++) nearby.push(other)
    }
    return nearby
  }
}

/** From a spot to the box of a cell; never more than to any spot in it. */
function squaredDistanceToCell(grid: Grid, spot: number, cell: number): number {
  const strip = grid.cellStrip[cell]!
  const x = grid.x[spot]!
  const y = grid.y[spot]!
  const dx = Math.max(0, grid.stripLeft[strip]! - x, x - grid.stripRight[strip]!)
  const dy = Math.max(0, grid.y[grid.cellStart[cell]!]! - y, y - grid.y[grid.cellStart[cell + 1]! - 1]!)
  return dx * dx + dy * dy
}

function numberByLowestMember(spotOf: Int32Array, clusterOfSpot: Int32Array): Int32Array {
  const numberOf = new Int32Array(clusterOfSpot.length).fill(NOISE)
  let clusters = 0
  return spotOf.map((spot) => {
    const cluster = clusterOfSpot[spot]!
    if (cluster === NOISE) return NOISE
    if (numberOf[cluster] === NOISE) numberOf[cluster] = clusters++
    return numberOf[cluster]!
  })
}

/** Stable radix sort: the indices of `order` by ascending value, equal values in the order they came in. */
function sortByNumber(order: Uint32Array, values: Float64Array): Uint32Array {
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length * 2)
  const low = new Uint32Array(values.length)
  const high = new Uint32Array(values.length)
  for (let i = 0; i < values.length; i++) {
    // A double's bits sort as the number does once the sign is flipped, and a negative number's other bits too.
    const flip = words[2 * i + HIGH_WORD]! >>> 31 ? 0xffffffff : 0
    low[i] = words[2 * i + 1 - HIGH_WORD]! ^ flip
    high[i] = words[2 * i + HIGH_WORD]! ^ (flip | 0x80000000)
  }
  return sortByWord(sortByWord(order, low), high)
}

function sortByWord(order: Uint32Array, keys: Uint32Array): Uint32Array {
  let from = order
  for (const shift of [0, 11, 22]) {
    const next = new Uint32Array(2049)
    for (let i = 0; i < keys.length; i++) next[((keys[i]! >>> shift) & 2047) + 1]!++
    if (next.includes(keys.length)) continue
    for (let digit = 0; digit < 2048; digit++) next[digit + 1]! += next[digit]!
    const to = new Uint32Array(from.length)
    for (let i = 0; i < from.length; i++) {
      const index = from[i]!
      to[next[(keys[index]! >>> shift) & 2047]!++] = index
    }
    from = to
  }
  return from
}
