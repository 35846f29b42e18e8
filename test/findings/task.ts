import type { FindingsTask, Outline } from '../../server/findings/task.ts'
import type { Occurrence } from '../../server/hotspots/occurrence.ts'
import { policyFrom } from '../../server/settings/policy.ts'

/** A square of the National Grid round which everything happens; the same as in test/runs/reports.ts. */
const WEST = 435_600
const SOUTH = 336_200

const box = (west: number, south: number, side: number): Outline['geometry'] => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
})

export const outline = (placeId: string, west: number, south: number, side: number): Outline => ({
  placeId,
  name: `Place ${placeId}`,
  geometry: box(west, south, side),
  squareMetres: side ** 2,
})

/** The run of June 2023 over some reports, made on 11 July: May and June are incomplete. */
export const taskOf = (occurrences: readonly Occurrence[], given: Partial<FindingsTask> = {}): FindingsTask => ({
  occurrences,
  period: { from: '2022-07-01', to: '2023-07-01' },
  firstIncomplete: '2023-05-01',
  method: { minPoints: 3, minChildren: 3 },
  weighing: policyFrom([]),
  outlines: [outline('park', WEST - 5_000, SOUTH, 300), outline('station', WEST - 8_000, SOUTH, 300)],
  area: { geometry: box(WEST - 10_000, SOUTH - 5_000, 16_000), squareMetres: 16_000 ** 2 },
  hotBefore: [],
  ...given,
})

/** A report of one child at a place on a day, at noon. */
export const noon = (day: string) => new Date(`${day}T12:00:00Z`)
