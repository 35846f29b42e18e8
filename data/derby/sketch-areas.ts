import { distanceMetres } from './sketch-geometry.ts'
import type { Position } from './sketch-geometry.ts'

/** A ward's one ring, closed and counter-clockwise, its positions already rounded. */
export type Ward = { code: string; name: string; ring: Position[] }
type Edge = { from: Position; to: Position }

const key = (point: Position) => point.join(' ')

const edgesOf = (ring: Position[]): Edge[] => ring.slice(1).map((to, index) => ({ from: ring[index]!, to }))

/** Lines made of edges that follow each other; a ring where they close. */
const chained = (edges: Edge[]): Position[][] => {
  const left = new Map(edges.map((edge) => [key(edge.from), edge]))
  const ends = new Set(edges.map((edge) => key(edge.to)))
  const lines: Position[][] = []
  const follow = (start: Edge) => {
    const line = [start.from]
    for (let edge: Edge | undefined = start; edge; edge = left.get(key(edge.to))) {
      left.delete(key(edge.from))
      line.push(edge.to)
    }
    lines.push(line)
  }
  for (const edge of edges) if (!ends.has(key(edge.from))) follow(edge)
  for (const edge of edges) if (left.has(key(edge.from))) follow(edge)
  return lines
}

/**
 * The outline of wards that lie together: the edges that only one of them has. Neighbours share their vertices exactly, so
 * nothing is moved. Throws RangeError where the wards make more than one ring.
 */
export const outlineOf = (wards: Ward[]): Position[] => {
  const edges = wards.flatMap((ward) => edgesOf(ward.ring))
  const directed = new Set(edges.map((edge) => `${key(edge.from)}|${key(edge.to)}`))
  const rings = chained(edges.filter((edge) => !directed.has(`${key(edge.to)}|${key(edge.from)}`)))
  const ring = rings[0]
  if (rings.length !== 1 || !ring || key(ring[0]!) !== key(ring.at(-1)!)) {
    throw new RangeError(`expected ${wards.map((ward) => ward.name).join(', ')} to make one ring, got ${rings.length}`)
  }
  return ring
}

/** The edges between each pair of neighbouring wards, each drawn once. */
export const edgesBetween = (wards: Ward[]): { wards: [string, string]; line: Position[] }[] =>
  wards.flatMap((one, index) =>
    wards.slice(index + 1).flatMap((other) => {
      const reversed = new Set(edgesOf(other.ring).map((edge) => `${key(edge.to)}|${key(edge.from)}`))
      const shared = edgesOf(one.ring).filter((edge) => reversed.has(`${key(edge.from)}|${key(edge.to)}`))
      return chained(shared).map((line) => ({ wards: [one.name, other.name] as [string, string], line }))
    }),
  )

/** The shorter way along a closed ring between the vertices nearest to two positions. */
export const alongRing = (ring: Position[], from: Position, to: Position): Position[] => {
  const open = ring.slice(0, -1)
  const nearest = (point: Position) =>
    open.reduce(
      (best, vertex, index) => (distanceMetres(vertex, point) < distanceMetres(open[best]!, point) ? index : best),
      0,
    )
  const turned = [...open.slice(nearest(from)), ...open.slice(0, nearest(from))]
  const end = (nearest(to) - nearest(from) + open.length) % open.length
  return end <= open.length / 2 ? turned.slice(0, end + 1) : [turned[0]!, ...turned.slice(end).toReversed()]
}

/** Lines put one after another, each turned so that it begins where the one before it ends. */
export const joinedLines = (lines: Position[][]): Position[] => {
  const [first, ...left] = lines
  if (!first) return []
  let line = first
  while (left.length > 0) {
    const at = left.findIndex((next) =>
      [key(next[0]!), key(next.at(-1)!)].some((end) => [key(line[0]!), key(line.at(-1)!)].includes(end)),
    )
    const next = left.splice(at, 1)[0]
    if (at < 0 || !next) throw new RangeError('expected lines that touch end to end')
    if ([key(next[0]!), key(next.at(-1)!)].includes(key(line[0]!))) line = line.toReversed()
    line = [...line, ...(key(next[0]!) === key(line.at(-1)!) ? next : next.toReversed()).slice(1)]
  }
  return line
}
