import type { AreaOrPoint } from './bounds.ts'

type Position = [number, number]

/**
 * A point inside the largest part of an area, for its label: the centre where that lies inside, else the middle of the
 * widest stretch at the centre's latitude. A point is its own. Coordinates as they came (WGS84).
 */
export const pointOnSurface = (geometry: AreaOrPoint): Position => {
  if (geometry.type === 'Point') return geometry.coordinates
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const [largest] = polygons
    .map((rings) => ({ rings: rings as Position[][], ...centreOf(rings[0] as Position[]) }))
    .sort((a, b) => b.area - a.area)
  if (!largest) throw new RangeError('An area without a polygon has no point on it.')
  const { rings, centre } = largest

  const crossings = rings.flatMap((ring) => crossingsAt(ring, centre[1])).sort((a, b) => a - b)
  const stretches = pairsOf(crossings)
  const isInside = stretches.some(([west, east]) => west <= centre[0] && centre[0] <= east)
  if (isInside || stretches.length === 0) return centre

  const widest = stretches.reduce((best, stretch) => (stretch[1] - stretch[0] > best[1] - best[0] ? stretch : best))
  return [(widest[0] + widest[1]) / 2, centre[1]]
}

/** The centre of mass of a closed ring and its area, by the shoelace formula about its first corner. */
const centreOf = (ring: Position[]): { centre: Position; area: number } => {
  const [originX, originY] = ring[0]!
  let doubled = 0
  let sumX = 0
  let sumY = 0
  for (let i = 0; i + 1 < ring.length; i++) {
    const x1 = ring[i]![0] - originX
    const y1 = ring[i]![1] - originY
    const x2 = ring[i + 1]![0] - originX
    const y2 = ring[i + 1]![1] - originY
    const cross = x1 * y2 - x2 * y1
    doubled += cross
    sumX += (x1 + x2) * cross
    sumY += (y1 + y2) * cross
  }
  if (doubled === 0) return { centre: [originX, originY], area: 0 }
  return { centre: [originX + sumX / (3 * doubled), originY + sumY / (3 * doubled)], area: Math.abs(doubled) / 2 }
}

/** Where a ring crosses a parallel: a corner that lies on it counts with the side above. */
const crossingsAt = (ring: Position[], latitude: number): number[] =>
  ring.slice(1).flatMap((to, i) => {
    const from = ring[i]!
    if (from[1] > latitude === to[1] > latitude) return []
    return [from[0] + ((latitude - from[1]) / (to[1] - from[1])) * (to[0] - from[0])]
  })

const pairsOf = (numbers: number[]): Position[] =>
  numbers.flatMap((number, i) => (i % 2 === 0 && i + 1 < numbers.length ? [[number, numbers[i + 1]!] as Position] : []))
