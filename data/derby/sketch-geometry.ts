/** Small plane geometry for the sketch. Positions are WGS84 [longitude, latitude]; distances are metres on a plane fitted to Derby. */
export type Position = [number, number]

const METRES_PER_DEGREE_LATITUDE = 111_270
const METRES_PER_DEGREE_LONGITUDE = 67_270 // at 52.915 degrees north; across Derby it is right to 0.2 %

/** [metres east, metres north] of `to` seen from `from`. */
export const offsetMetres = (from: Position, to: Position): Position => [
  (to[0] - from[0]) * METRES_PER_DEGREE_LONGITUDE,
  (to[1] - from[1]) * METRES_PER_DEGREE_LATITUDE,
]

export const distanceMetres = (from: Position, to: Position) => Math.hypot(...offsetMetres(from, to))

/** Five decimals: about a metre, and the same for every file, so that edges that were shared stay shared. */
export const rounded = ([longitude, latitude]: Position): Position => [
  Math.round(longitude * 1e5) / 1e5,
  Math.round(latitude * 1e5) / 1e5,
]

/** A line without positions that repeat the one before, which rounding can make. */
export const withoutRepeats = (line: Position[]) =>
  line.filter((at, index) => index === 0 || at.join() !== line[index - 1]!.join())

export const lengthMetres = (line: Position[]) =>
  line.slice(1).reduce((total, point, index) => total + distanceMetres(line[index]!, point), 0)

/** How far a line turns at `here`, in degrees: 0 is straight on, 180 is back the way it came. */
export const turnDegrees = (before: Position, here: Position, after: Position) => {
  const [east, north] = offsetMetres(before, here)
  const [nextEast, nextNorth] = offsetMetres(here, after)
  return Math.abs(
    (Math.atan2(east * nextNorth - north * nextEast, east * nextEast + north * nextNorth) * 180) / Math.PI,
  )
}

const between = (from: Position, to: Position, share: number): Position => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
]

/** Chaikin's corner cutting, which keeps both ends: each pass replaces a corner by two points a quarter of the way along. */
export const smoothed = (line: Position[], passes = 2): Position[] => {
  if (passes === 0 || line.length < 3) return line
  const cut = line.slice(1).flatMap((to, index) => [between(line[index]!, to, 0.25), between(line[index]!, to, 0.75)])
  return smoothed([line[0]!, ...cut.slice(1, -1), line.at(-1)!], passes - 1)
}

/** The point half way along a line, and the clockwise angle in degrees at which a label there reads along it, never upside down. */
export const middleOf = (line: Position[]): { point: Position; angle: number } => {
  let left = lengthMetres(line) / 2
  for (const [index, to] of line.slice(1).entries()) {
    const from = line[index]!
    const step = distanceMetres(from, to)
    if (step >= left) {
      const [east, north] = offsetMetres(from, to)
      const clockwise = Math.round((Math.atan2(-north, east) * 180) / Math.PI)
      const upright = clockwise > 90 ? clockwise - 180 : clockwise < -90 ? clockwise + 180 : clockwise
      return { point: between(from, to, step === 0 ? 0 : left / step), angle: upright }
    }
    left -= step
  }
  throw new RangeError('middleOf: expected a line of at least two points')
}

/** The nearest point of a line to `point`. */
export const nearestOn = (line: Position[], point: Position): Position => {
  let best = line[0]!
  for (const [index, to] of line.slice(1).entries()) {
    const from = line[index]!
    const [east, north] = offsetMetres(from, to)
    const [pointEast, pointNorth] = offsetMetres(from, point)
    const square = east * east + north * north
    const share = square === 0 ? 0 : Math.min(1, Math.max(0, (pointEast * east + pointNorth * north) / square))
    const candidate = between(from, to, share)
    if (distanceMetres(candidate, point) < distanceMetres(best, point)) best = candidate
  }
  return best
}
