import { distanceMetres } from './sketch-geometry.ts'
import type { Position } from './sketch-geometry.ts'
import type { Postcode } from './sketch-read.ts'

const NEAR_METRES = 400
const NEAR_PLACES = 120

const byDistance = (postcodes: Postcode[], from: Position) =>
  postcodes
    .map((postcode) => ({ postcode, metres: distanceMetres(postcode.position, from) }))
    .toSorted((a, b) => a.metres - b.metres || a.postcode.postcode.localeCompare(b.postcode.postcode))

/** A CSV of the postcodes nearest to each centre in turn (within 400 m, 120 in all) and the one nearest to each other position. */
export const postcodesNear = (postcodes: Postcode[], centres: Position[], others: Position[]): string => {
  const chosen = new Map<string, Postcode>()
  const queues = centres.map((centre) => byDistance(postcodes, centre).filter(({ metres }) => metres <= NEAR_METRES))
  while (chosen.size < NEAR_PLACES && queues.some((queue) => queue.length > 0)) {
    for (const queue of queues) {
      const next = queue.shift()
      if (next && chosen.size < NEAR_PLACES) chosen.set(next.postcode.postcode, next.postcode)
    }
  }
  for (const other of others) {
    const nearest = byDistance(postcodes, other)[0]!.postcode
    chosen.set(nearest.postcode, nearest)
  }
  const lines = [...chosen.values()]
    .toSorted((a, b) => a.postcode.localeCompare(b.postcode))
    .map(({ postcode, easting, northing }) => `${postcode},${easting},${northing}`)
  return ['postcode,easting,northing', ...lines, ''].join('\n')
}
