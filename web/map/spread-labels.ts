interface Point {
  x: number
  y: number
}

const PASSES = 60
/** Each pass draws a label this much of the way back to where it belongs, so that it stays near. */
const PULL = 0.04

/**
 * Where discs of one radius can stand without covering each other, each as near to its anchor as that allows.
 * The same anchors always give the same answer: nothing is thrown, and discs on one spot part by a fixed angle each.
 */
export const spreadLabels = (anchors: readonly Point[], radius: number): Point[] => {
  const places = anchors.map(({ x, y }) => ({ x, y }))
  for (let pass = 0; pass < PASSES; pass++) {
    // The last passes only part them: the pull home would bring a slight overlap back.
    if (pass < PASSES - 15) pullHome(places, anchors)
    if (!partOverlaps(places, radius * 2) && pass === 0) return places
  }
  return places
}

const pullHome = (places: Point[], anchors: readonly Point[]) => {
  for (const [i, place] of places.entries()) {
    place.x += (anchors[i]!.x - place.x) * PULL
    place.y += (anchors[i]!.y - place.y) * PULL
  }
}

const partOverlaps = (places: Point[], distance: number): boolean => {
  let hasMoved = false
  for (let i = 0; i < places.length; i++) {
    for (let j = i + 1; j < places.length; j++) {
      const a = places[i]!
      const b = places[j]!
      const apart = Math.hypot(b.x - a.x, b.y - a.y)
      if (apart >= distance) continue
      hasMoved = true
      const [dx, dy] = apart > 0.01 ? [(b.x - a.x) / apart, (b.y - a.y) / apart] : directionOf(j)
      const push = (distance - apart) / 2
      a.x -= dx * push
      a.y -= dy * push
      b.x += dx * push
      b.y += dy * push
    }
  }
  return hasMoved
}

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))
const directionOf = (index: number): [number, number] => [
  Math.cos(index * GOLDEN_ANGLE),
  Math.sin(index * GOLDEN_ANGLE),
]
