import { distanceMetres, lengthMetres, nearestOn, smoothed, turnDegrees } from './sketch-geometry.ts'
import type { Position } from './sketch-geometry.ts'
import type { Route, Stretch } from './sketch-routes.ts'

export type Stop = { street: string; locality: string; position: Position }
export type Road = { class: Route['class']; line: Position[]; streets: { name: string; line: Position[] }[] }

/** The two stops of a pair, one on each side of the road, are one point of the road. */
const PAIR_METRES = 110
/** A point where the road would turn this far is a stop round a corner, not a bend. */
const BEND_DEGREES = 70
/** Stops further apart than this say nothing about the road between them. */
const GAP_METRES = 1300
/** An end this near to another road is taken to meet it. */
const JUNCTION_METRES = 220
const JUNCTION_TURN_DEGREES = 65

const mean = (points: Position[]): Position => [
  points.reduce((sum, point) => sum + point[0], 0) / points.length,
  points.reduce((sum, point) => sum + point[1], 0) / points.length,
]

/** Joins the nearest two groups until none are within a pair's distance: one point for each group. */
const pairsMerged = (points: Position[]): Position[] => {
  const groups = points.map((point) => [point])
  for (;;) {
    let nearest = { first: -1, second: -1, metres: PAIR_METRES }
    groups.forEach((one, first) =>
      groups.slice(0, first).forEach((other, second) => {
        const metres = distanceMetres(mean(one), mean(other))
        if (metres < nearest.metres) nearest = { first, second, metres }
      }),
    )
    if (nearest.first < 0) return groups.map(mean)
    groups[nearest.second]!.push(...groups.splice(nearest.first, 1)[0]!)
  }
}

const nearestNeighbourPath = (points: Position[], start: number): Position[] => {
  const left = [...points]
  const path = left.splice(start, 1)
  while (left.length > 0) {
    const distances = left.map((point) => distanceMetres(point, path.at(-1)!))
    path.push(...left.splice(distances.indexOf(Math.min(...distances)), 1))
  }
  return path
}

/** Reverses parts of a path as long as that makes it shorter (2-opt). */
const untangled = (path: Position[]): Position[] => {
  for (let from = 0; from < path.length - 1; from++) {
    for (let to = from + 1; to < path.length; to++) {
      const candidate = [...path.slice(0, from), ...path.slice(from, to + 1).toReversed(), ...path.slice(to + 1)]
      if (lengthMetres(candidate) < lengthMetres(path) - 0.01) return untangled(candidate)
    }
  }
  return path
}

/** The shortest open path found through all points: the order in which they stand along a road. */
const inOrder = (points: Position[]): Position[] =>
  points
    .map((_, start) => untangled(nearestNeighbourPath(points, start)))
    .reduce((best, path) => (lengthMetres(path) < lengthMetres(best) ? path : best))

const withoutCorners = (line: Position[]): Position[] => {
  const corner = line.findIndex(
    (here, index) =>
      index > 0 && index < line.length - 1 && turnDegrees(line[index - 1]!, here, line[index + 1]!) > BEND_DEGREES,
  )
  return corner < 0 ? line : withoutCorners(line.toSpliced(corner, 1))
}

const stopsOf = (stretch: Stretch, stops: Stop[]): Position[] => {
  const found = stops.filter(
    (stop) => stop.street === stretch.street && (stretch.localities?.includes(stop.locality) ?? true),
  )
  if (found.length === 0) throw new RangeError(`expected stops on ${stretch.street}, got none`)
  return found.map((stop) => stop.position)
}

/** The points of a road that stand by the stops of one of its streets. */
const partOf = (line: Position[], { name, stops }: { name: string; stops: Position[] }) => ({
  name,
  line: line.filter((point) => stops.some((stop) => distanceMetres(stop, point) < PAIR_METRES)),
})

const brokenAtGaps = (line: Position[]): Position[][] => {
  const gap = line.findIndex((point, index) => index > 0 && distanceMetres(line[index - 1]!, point) > GAP_METRES)
  return gap < 0 ? [line] : [line.slice(0, gap), ...brokenAtGaps(line.slice(gap))]
}

/** A line whose ends go on to the roads they plainly meet. */
const joined = (line: Position[], others: Position[][]): Position[] => {
  const before = (ends: Position[]): Position[] => {
    const meetings = others
      .map((other) => nearestOn(other, ends[0]!))
      .filter((meeting) => {
        const metres = distanceMetres(meeting, ends[0]!)
        return (
          metres > 1 && metres < JUNCTION_METRES && turnDegrees(meeting, ends[0]!, ends[1]!) < JUNCTION_TURN_DEGREES
        )
      })
    const touches = others.some((other) => distanceMetres(nearestOn(other, ends[0]!), ends[0]!) <= 25)
    const nearest = meetings.toSorted((a, b) => distanceMetres(a, ends[0]!) - distanceMetres(b, ends[0]!))[0]
    return nearest && !touches ? [nearest, ...ends] : ends
  }
  return before(before(line).toReversed()).toReversed()
}

/**
 * Roads drawn through the bus stops that stand along them, smoothed, WGS84. A road is broken where stops are more than 1.3 km
 * apart, and stops that would bend it sharply are left out. Throws RangeError where a stretch has no stops.
 */
export const roadsThrough = (routes: Route[], stops: Stop[]): Road[] => {
  const drawn = routes.flatMap((route) => {
    const streets = route.stretches.map((stretch) => ({ name: stretch.street, stops: stopsOf(stretch, stops) }))
    const path = withoutCorners(inOrder(pairsMerged(streets.flatMap((street) => street.stops))))
    return brokenAtGaps(path)
      .filter((line) => line.length > 1)
      .map((line) => ({ class: route.class, line, streets: streets.map((street) => partOf(line, street)) }))
  })
  const joinedUp = drawn.map((road) => ({
    ...road,
    line: joined(
      road.line,
      drawn.filter((other) => other !== road).map((other) => other.line),
    ),
  }))
  return joinedUp.map((road) => ({ ...road, line: smoothed(road.line) }))
}
