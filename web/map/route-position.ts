/** A point of the screen. */
export interface Pixel {
  x: number
  y: number
}

/** How near to a number, or to the line between two, a dragged number has to be let go, pixels. */
const NEAR_NUMBER = 26
const NEAR_LINE = 20

/** The position that letting go of a stop at a point of the screen asks for; undefined: none. */
export const positionAt = (at: Pixel, moved: number, stops: readonly Pixel[]): number | undefined => {
  const others = stops.map((stop, i) => ({ stop, i })).filter(({ i }) => i !== moved)
  const onto = others
    .map(({ stop, i }) => ({ i, pixels: Math.hypot(stop.x - at.x, stop.y - at.y) }))
    .filter(({ pixels }) => pixels <= NEAR_NUMBER)
    .toSorted((a, b) => a.pixels - b.pixels)[0]
  if (onto) return onto.i

  // Legs of the route without the stop that moves: the one at position k comes before what then stands at k + 1.
  const rest = others.map(({ stop }) => stop)
  const leg = rest
    .slice(1)
    .map((end, k) => ({ k, pixels: toSegment(at, rest[k]!, end) }))
    .filter(({ pixels }) => pixels <= NEAR_LINE)
    .toSorted((a, b) => a.pixels - b.pixels)[0]
  return leg && leg.k + 1
}

/** Pixels from a point to a stretch of line. */
const toSegment = (at: Pixel, from: Pixel, to: Pixel): number => {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((at.x - from.x) * dx + (at.y - from.y) * dy) / length))
  return Math.hypot(at.x - from.x - along * dx, at.y - from.y - along * dy)
}
