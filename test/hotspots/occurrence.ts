import type { Occurrence } from '../../server/hotspots/occurrence.ts'

let made = 0

/** An occurrence in the middle of Derby on a summer evening, but for what is given. */
export const occurrence = (given: Partial<Occurrence> = {}): Occurrence => ({
  id: `occurrence-${++made}`,
  childId: 'a',
  basis: 'found',
  at: new Date('2023-06-01T20:00:00Z'),
  observedFrom: new Date('2023-06-01T20:00:00Z'),
  observedTo: null,
  timePrecision: 'exact',
  easting: 435_640,
  northing: 336_198,
  accuracyMetres: null,
  placeId: null,
  placeCategory: null,
  isPrivateAddress: false,
  foundOnPatrol: false,
  isInArea: true,
  ...given,
})
