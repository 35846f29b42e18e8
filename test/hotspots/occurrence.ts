import type { Occurrence } from '../../server/hotspots/occurrence.ts'

/** An occurrence in the middle of Derby on a summer evening, but for what is given. */
export const occurrence = (given: Partial<Occurrence> = {}): Occurrence => ({
  childId: 'a',
  basis: 'found',
  at: new Date('2023-06-01T20:00:00Z'),
  observedFrom: new Date('2023-06-01T20:00:00Z'),
  observedTo: null,
  timePrecision: 'exact',
  easting: 435_640,
  northing: 336_198,
  placeId: null,
  placeCategory: null,
  isPrivateAddress: false,
  foundOnPatrol: false,
  isInArea: true,
  ...given,
})
