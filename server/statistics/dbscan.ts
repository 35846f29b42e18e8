/**
 * Density clustering, DBSCAN (Ester, Kriegel, Sander and Xu 1996), exact and on one thread. The plane is cut into strips,
 * each strip into cells so small that any two points of a cell are within eps of each other (Gunawan 2013). So a cell that
 * holds `minPoints` is core throughout, a cell's core points are one cluster, and only cells near each other are compared.
 *
 * It is exact because rounding never reverses an order. Strips and cells begin at a point of the data, not at a multiple of
 * a width, and only squares of plain differences are compared; so a box refused as too far holds no point that the
 * definition would have taken, whatever the size of the coordinates.
 */

/** The input's distinct locations ("spots") in order of strip, then y, then x: each cell, and each strip, is a run of them. */
interface Grid {
  epsSquared: number
  spotOf: Int32Array // of each point of the input
  x: Float64Array // of each spot
  y: Float64Array
  weight: Int32Array // points at the spot
  cellStart: Int32Array // first spot of each cell; where one ends, the next begins
  cellWeight: Int32Array // points in the cell
  cellStrip: Int32Array
  stripStart: Int32Array // first cell of each strip; where one ends, the next begins
  stripLeft: Float64Array // smallest x in the strip
  stripRight: Float64Array // largest x in the strip
}

type Cores = ReturnType<typeof findCores>

/** Side of a cell over eps: a hair under 1 / sqrt 2, so that no rounding can push two points of one cell apart. */
const CELL_SIDE = 0.7071

const NOISE = -1

/**
 * Returns the cluster of each point, or -1 for noise; x and y are metres of any plane, such as the British National Grid's.
 * Clusters are numbered from 0 by their lowest member.
 *
 * A point is core when at least `minPoints` points, itself among them, lie within `epsMetres` (`dx*dx + dy*dy <= eps*eps`).
 * Core points within eps of each other are one cluster. Any other point within eps of a core point joins the cluster of the
 * nearest, ties going to the core with the smaller x, then the smaller y. The partition does not depend on the points' order.
 *
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
  const refuse = (expected: string, got: number | string) => {
    throw new RangeError(`expected ${expected}, got ${got}`)
  }
  if (x.length !== y.length) refuse(`as many y as x (${x.length})`, y.length)
  // Outside these bounds the square of eps is no longer a usable number.
  if (!(epsMetres >= 1e-150 && epsMetres <= 1e150)) refuse('epsMetres between 1e-150 and 1e150', epsMetres)
  if (!Number.isInteger(minPoints) || minPoints < 1) refuse('minPoints to be a whole number of at least 1', minPoints)
  for (let i = 0; i < x.length; i++) {
    if (!Number.isFinite(x[i]) || !Number.isFinite(y[i])) refuse('finite numbers', `(${x[i]}, ${y[i]}) at index ${i}`)
  }
}

function buildGrid(x: Float64Array, y: Float64Array, eps: number): Grid {
  const count = x.length
  const side = eps * CELL_SIDE
  const order = new Uint32Array(count).map((_, point) => point)
  const spare = new Uint32Array(count)
  sortByNumber(order, x, spare)
  const { stripOf, stripLeft, stripRight } = cutStrips(x, order, side)
  // Each sort keeps the order of equals: what is sorted by strip, then y, stays sorted by x where y is the same.
  sortByNumber(order, y, spare)
  sortByWord(order, stripOf, spare)

  const spotOf = new Int32Array(count)
  const [spotX, spotY, weight] = [new Float64Array(count), new Float64Array(count), new Int32Array(count)]
  const [cellStart, cellWeight, cellStrip] = [new Int32Array(count + 1), new Int32Array(count), new Int32Array(count)]
  const stripStart = new Int32Array(stripLeft.length + 1)
  // Fetched first, in a loop that decides nothing: decisions that wait for far memory are what takes the time.
  for (let position = 0; position < count; position++) {
    spotX[position] = x[order[position]!]!
    spotY[position] = y[order[position]!]!
  }
  let [spot, cell, strip] = [-1, -1, -1]
  for (let position = 0; position < count; position++) {
    const pointX = spotX[position]!
    const pointY = spotY[position]!
    const isNewStrip = strip < 0 || pointX > stripRight[strip]!
    const isNewCell = isNewStrip || pointY - spotY[cellStart[cell]!]! > side
    if (isNewCell || pointY !== spotY[spot] || pointX !== spotX[spot]) {
      spotX[++spot] = pointX
      spotY[spot] = pointY
    }
    if (isNewCell) cellStart[++cell] = spot
    if (isNewStrip) stripStart[++strip] = cell
    cellStrip[cell] = strip
    cellWeight[cell]!++
    weight[spot]!++
    spotOf[order[position]!] = spot
  }
  cellStart[cell + 1] = spot + 1
  stripStart[strip + 1] = cell + 1
  const spots = { spotOf, x: spotX.subarray(0, spot + 1), y: spotY.subarray(0, spot + 1), weight }
  const cells = { cellStart, cellWeight: cellWeight.subarray(0, cell + 1), cellStrip }
  return { epsSquared: eps * eps, ...spots, ...cells, stripStart, stripLeft, stripRight }
}

/** Cuts the points into strips no wider than `side`, each beginning at the first point that the one before does not reach. */
function cutStrips(x: Float64Array, byX: Uint32Array, side: number) {
  const stripOf = new Uint32Array(x.length)
  const [left, right] = [[] as number[], [] as number[]]
  let strip = -1
  for (const point of byX) {
    if (strip < 0 || x[point]! - left[strip]! > side) left[++strip] = x[point]!
    right[strip] = x[point]!
    stripOf[point] = strip
  }
  return { stripOf, stripLeft: Float64Array.from(left), stripRight: Float64Array.from(right) }
}

/** Which spots are core (1 or 0), and how many of each cell's are. */
function findCores(grid: Grid, minPoints: number) {
  const isCore = new Uint8Array(grid.x.length)
  const inCell = new Int32Array(grid.cellWeight.length)
  const nearbyCells = nearbyCellsOf(grid)
  for (let cell = 0; cell < grid.cellWeight.length; cell++) {
    const nearby = grid.cellWeight[cell]! >= minPoints ? [] : nearbyCells(cell)
    for (let spot = grid.cellStart[cell]!; spot < grid.cellStart[cell + 1]!; spot++) {
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
    if (found >= enough) break
    if (other === cell) continue
    const end = cellStart[other + 1]!
    for (let neighbour = cellStart[other]!; neighbour < end; neighbour++) {
      const dx = x[spot]! - x[neighbour]!
      const dy = y[spot]! - y[neighbour]!
      if (dx * dx + dy * dy <= epsSquared) found += weight[neighbour]!
    }
  }
  return found >= enough
}

/** The cluster of each cell that holds a core: cells are one cluster when a core of each is within eps (union-find). */
function joinCells(grid: Grid, cores: Cores): Int32Array {
  const parent = cores.inCell.map((_, cell) => cell)
  const nearbyCells = nearbyCellsOf(grid)
  for (let cell = 0; cell < grid.cellWeight.length; cell++) {
    if (cores.inCell[cell] === 0) continue
    for (const other of nearbyCells(cell)) {
      if (other <= cell || cores.inCell[other] === 0) continue
      const [root, otherRoot] = [rootOf(parent, cell), rootOf(parent, other)]
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
  for (let spot = grid.cellStart[cell]!; spot < grid.cellStart[cell + 1]!; spot++) {
    if (cores.isCore[spot] === 1 && cellOfNearestCore(grid, cores, spot, [other]) !== NOISE) return true
  }
  return false
}

/** The cluster of each spot: a core's is its cell's, a border's that of the nearest core, and -1 is noise. */
function gatherSpots(grid: Grid, cores: Cores, clusterOfCell: Int32Array): Int32Array {
  const clusterOfSpot = new Int32Array(grid.x.length)
  const nearbyCells = nearbyCellsOf(grid)
  for (let cell = 0; cell < grid.cellWeight.length; cell++) {
    const [start, end] = [grid.cellStart[cell]!, grid.cellStart[cell + 1]!]
    const isAllCore = cores.inCell[cell] === end - start
    const withCores = isAllCore ? [] : nearbyCells(cell).filter((other) => cores.inCell[other]! > 0)
    for (let spot = start; spot < end; spot++) {
      const home = cores.isCore[spot] === 1 ? cell : cellOfNearestCore(grid, cores, spot, withCores)
      clusterOfSpot[spot] = home === NOISE ? NOISE : clusterOfCell[home]!
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
      while (finger[strip]! < end && isBeyondEps(bottom - y[cellStart[finger[strip]! + 1]! - 1]!)) finger[strip]!++
      for (let other = finger[strip]!; other < end && !isBeyondEps(y[cellStart[other]!]! - top); other++)
        nearby.push(other)
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
    if (cluster !== NOISE && numberOf[cluster] === NOISE) numberOf[cluster] = clusters++
    return cluster === NOISE ? NOISE : numberOf[cluster]!
  })
}

/** Sorts `order`, indices into `values`, by ascending value; equals keep the order they came in. */
function sortByNumber(order: Uint32Array, values: Float64Array, spare: Uint32Array): void {
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length * 2)
  const keys = new Uint32Array(values.length)
  // A double's bits (low word first) sort as the number does once its sign is flipped, and a negative's other bits too.
  for (const half of [0, 1]) {
    const sign = half === 1 ? 0x80000000 : 0
    for (let i = 0; i < keys.length; i++) keys[i] = words[2 * i + half]! ^ (words[2 * i + 1]! >>> 31 ? -1 : sign)
    sortByWord(order, keys, spare)
  }
}

/** Radix sort, eleven bits at a time. `spare` is as long as `order`; to claim new memory at each step would cost more time. */
function sortByWord(order: Uint32Array, keys: Uint32Array, spare: Uint32Array): void {
  for (const shift of [0, 11, 22]) {
    const next = new Uint32Array(2049)
    for (let i = 0; i < keys.length; i++) next[((keys[i]! >>> shift) & 2047) + 1]!++
    if (next.includes(keys.length)) continue
    for (let digit = 0; digit < 2048; digit++) next[digit + 1]! += next[digit]!
    for (let i = 0; i < order.length; i++) {
      const index = order[i]!
      spare[next[(keys[index]! >>> shift) & 2047]!++] = index
    }
    order.set(spare)
  }
}
