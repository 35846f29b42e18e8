import type { LongitudeLatitude } from './national-grid.ts'

/**
 * A coarse outline of Great Britain and its islands, [longitude, latitude], drawn by hand some kilometres off its headlands, and between them and
 * Ireland, the Isle of Man and France. It tells a slip of the keyboard from a place: it is no coastline.
 */
const OUTLINE: readonly (readonly [number, number])[] = [
  // Scilly, Land's End, Lundy
  [-6.6, 49.8],
  [-6.6, 50.05],
  [-5.9, 50.3],
  [-5.3, 50.7],
  [-4.95, 51.3],
  // Pembrokeshire, Bardsey, Anglesey
  [-5.6, 51.6],
  [-5.6, 51.95],
  [-5.0, 52.3],
  [-5.0, 52.8],
  [-4.95, 53.45],
  [-4.5, 53.65],
  // between Cumbria and the Isle of Man, the Mull of Galloway
  [-3.6, 53.75],
  [-3.6, 54.1],
  [-3.85, 54.45],
  [-4.2, 54.55],
  [-4.95, 54.55],
  [-5.3, 54.7],
  // the North Channel, Kintyre, Islay
  [-5.35, 55.0],
  [-5.65, 55.15],
  [-5.85, 55.22],
  [-5.97, 55.32],
  [-6.0, 55.42],
  [-6.45, 55.5],
  [-6.75, 55.6],
  // the Western Isles, St Kilda, Rona
  [-7.3, 56.1],
  [-7.9, 56.7],
  [-8.8, 57.7],
  [-8.8, 57.95],
  [-7.8, 58.4],
  [-6.4, 58.75],
  [-6.0, 59.25],
  // Sule Skerry, Orkney, Foula, Shetland
  [-4.6, 59.25],
  [-3.5, 59.3],
  [-2.4, 60.15],
  [-1.9, 60.6],
  [-1.0, 60.95],
  [-0.6, 60.9],
  [-0.5, 60.3],
  [-1.3, 59.4],
  // the east coast, north to south
  [-2.1, 59.4],
  [-2.2, 58.9],
  [-2.7, 58.5],
  [-2.7, 58.0],
  [-1.85, 57.85],
  [-1.55, 57.5],
  [-1.85, 56.9],
  [-2.0, 56.4],
  [-1.85, 56.0],
  [-1.4, 55.7],
  [-1.2, 55.0],
  [-0.4, 54.6],
  [0.1, 54.2],
  [0.35, 53.6],
  [0.6, 53.1],
  [1.35, 53.05],
  [1.9, 52.8],
  [1.95, 52.4],
  [1.75, 52.0],
  [1.6, 51.4],
  // the Channel
  [1.5, 51.15],
  [1.42, 51.02],
  [1.1, 50.8],
  [0.3, 50.62],
  [-0.8, 50.6],
  [-1.3, 50.45],
  [-2.45, 50.4],
  [-3.6, 50.1],
  [-5.2, 49.85],
  [-6.4, 49.75],
]

/** True for a point, WGS84, on Great Britain, its islands or the sea within some kilometres of them. Northern Ireland is not in it. */
export const isInGreatBritain = ({ longitude, latitude }: LongitudeLatitude): boolean => {
  let isInside = false
  let [lastEast, lastNorth] = OUTLINE.at(-1)!
  for (const [east, north] of OUTLINE) {
    const crosses = north > latitude !== lastNorth > latitude
    if (crosses && longitude < ((lastEast - east) * (latitude - north)) / (lastNorth - north) + east)
      isInside = !isInside
    lastEast = east
    lastNorth = north
  }
  return isInside
}
