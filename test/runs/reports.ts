import fc from 'fast-check'
import type { NamedPlace } from '../../server/hotspots/find-hotspots.ts'
import type { Occurrence } from '../../server/hotspots/occurrence.ts'
import { BASES } from '../../server/shared-schema.ts'
import { finishRun, groupRun, type Known } from '../../server/runs/make-run.ts'
import { squareOf } from '../../server/runs/grid-square.ts'
import { policyFrom } from '../../server/settings/policy.ts'
import { occurrence } from '../hotspots/occurrence.ts'

const to = new Date('2023-07-01T00:00:00Z')

/** A named place with a polygon somewhere in Derby. */
export const namedPlace = (id: string, given: Partial<NamedPlace> = {}): NamedPlace => ({
  id,
  name: `Place ${id}`,
  category: 'park',
  seedGroup: 'B',
  areaHectares: 1,
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [-1.48, 52.92],
        [-1.478, 52.92],
        [-1.478, 52.922],
        [-1.48, 52.922],
        [-1.48, 52.92],
      ],
    ],
  },
  ...given,
})

/** Where a report stands: squares east and north of one in Derby, and metres in that square. */
export const at = (east: number, north: number, inEast = 100, inNorth = 100) => ({
  easting: 435_600 + east * 200 + inEast,
  northing: 336_200 + north * 200 + inNorth,
})

/** The run of some reports; every anchor is near the same place, so that names have to be numbered. */
export const runOf = (
  reports: readonly Occurrence[],
  given: Partial<Known> = {},
  { minPoints = 3, minChildren = 3 } = {},
) => {
  const grouped = groupRun(reports, { minPoints })
  return finishRun(
    grouped,
    {
      surroundings: grouped.groups.filter(({ anchor }) => anchor).map(() => ({ near: 'Old Mill', ward: null })),
      places: new Map(['park', 'station'].map((id) => [id, namedPlace(id)])),
      touchesProtected: grouped.groups.map(() => false),
      approvedPlaces: new Set(),
      findings: null,
      ...given,
    },
    { minChildren, weighing: policyFrom([]), to },
  )
}

/** One report by each child, all as given. */
export const byChildren = (children: string, given: Partial<Occurrence> = {}): Occurrence[] =>
  children.split('').map((childId) => occurrence({ childId, ...given }))

export const anyReport: fc.Arbitrary<Occurrence> = fc
  .record({
    childId: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { freq: 9 }),
    basis: fc.constantFrom(...BASES),
    days: fc.integer({ min: 1, max: 365 }),
    easting: fc.integer({ min: 435_600, max: 436_999 }),
    northing: fc.integer({ min: 336_200, max: 337_199 }),
    placeId: fc.constantFrom(null, null, null, null, 'park', 'station'),
    placeCategory: fc.option(fc.constantFrom('hotel', 'car_park')),
  })
  .map(({ days, placeId, ...given }) =>
    occurrence({ ...given, placeId, at: new Date(to.getTime() - days * 86_400_000 - days * 1_234) }),
  )
export const anyReports = fc.array(anyReport, { minLength: 1, maxLength: 150, size: 'max' })

/** Each report somewhere else in its own square, at the places that it stood at. */
export const moved = (reports: readonly Occurrence[], random: () => number): Occurrence[] =>
  reports.map((report) => {
    const square = squareOf({ easting: report.easting!, northing: report.northing! })
    return { ...report, easting: square.easting + random() * 199.99, northing: square.northing + random() * 199.99 }
  })

export const shuffled = <T>(values: readonly T[], random: () => number): T[] =>
  values
    .map((value) => ({ value, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ value }) => value)
