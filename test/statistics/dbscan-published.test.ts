import { existsSync, readFileSync } from 'node:fs'
import { clustersDbscan, featureCollection, point } from '@turf/turf'
import proj4 from 'proj4'
import { describe, expect, test } from 'vitest'
import { toNationalGrid } from '../../server/locations/national-grid.ts'
import { dbscan } from '../../server/statistics/dbscan.ts'

type Pair = [number, number]

interface PostgisFile {
  points: Pair[]
  cases: Record<string, { eps: number; minpoints: number; expected: (number | null)[] }>
}

interface TurfFile {
  fixtures: Record<
    string,
    { distance: number; units: string; minPoints: number; points: Pair[]; expected: { cluster?: number }[] }
  >
}

/** Turf's sphere, in metres. */
const SPHERE_RADIUS = 6_371_008.8
const METRES_PER_UNIT: Record<string, number> = { kilometers: 1000, miles: 1609.344 }
const VALIDATION = '../shared/data/validation'

const readValidation = <T>(name: string): T => JSON.parse(readFileSync(`${VALIDATION}/${name}`, 'utf8')) as T

const cluster = (points: Pair[], eps: number, minPoints: number): number[] => [
  ...dbscan(
    Float64Array.from(points, ([x]) => x),
    Float64Array.from(points, ([, y]) => y),
    eps,
    minPoints,
  ),
]

function numberedByLowestMember(labels: number[]): number[] {
  const numbers = new Map<number, number>()
  for (const label of labels) if (label >= 0 && !numbers.has(label)) numbers.set(label, numbers.size)
  return labels.map((label) => numbers.get(label) ?? -1)
}

describe('PostGIS publishes these clusters', () => {
  const points: Pair[] = [
    [0, 0],
    [0, 1],
    [-0.5, 0.5],
    [1, 0],
    [1, 1],
    [1, 0.5],
  ]

  test.each([
    { eps: 0.8, minPoints: 1, expected: [0, 0, 0, 1, 1, 1] },
    { eps: 0.8, minPoints: 4, expected: [-1, -1, -1, -1, -1, -1] },
    { eps: 0.6, minPoints: 3, expected: [-1, -1, -1, 0, 0, 0] },
  ])('eps $eps, minPoints $minPoints', ({ eps, minPoints, expected }) => {
    expect(cluster(points, eps, minPoints)).toEqual(expected)
  })

  test('a single point is noise when five are asked for', () => {
    expect(cluster([[1, 1]], 1, 5)).toEqual([-1])
  })

  test.skipIf(!existsSync(`${VALIDATION}/dbscan_postgis.json`))('in dbscan_postgis.json', () => {
    const file = readValidation<PostgisFile>('dbscan_postgis.json')
    for (const { eps, minpoints, expected } of Object.values(file.cases)) {
      expect(cluster(file.points, eps, minpoints)).toEqual(expected.map((label) => label ?? -1))
    }
    expect(Object.keys(file.cases)).toHaveLength(3)
  })
})

describe('Turf', () => {
  // Distances on a sphere become distances on a plane that touches it in the middle of the points: nearly, over 5,000 km
  // (as it happens without moving any pair of these fixtures across eps), so Turf's own borders come out the same too.
  test.skipIf(!existsSync(`${VALIDATION}/dbscan_turf.json`))('publishes these clusters in dbscan_turf.json', () => {
    const { fixtures } = readValidation<TurfFile>('dbscan_turf.json')
    for (const [name, { points, distance, units, minPoints, expected }] of Object.entries(fixtures)) {
      const longitude = middle(points.map(([value]) => value))
      const latitude = middle(points.map(([, value]) => value))
      const plane = proj4(`+proj=aeqd +lon_0=${longitude} +lat_0=${latitude} +R=${SPHERE_RADIUS} +units=m`)
      const metres = points.map((lonLat): Pair => plane.forward<Pair>([...lonLat]))

      const labels = cluster(metres, distance * METRES_PER_UNIT[units]!, minPoints)

      expect(labels, name).toEqual(numberedByLowestMember(expected.map((feature) => feature.cluster ?? -1)))
    }
    expect(Object.keys(fixtures)).toHaveLength(6)
  })

  test('finds the same cores and the same noise around Derby, where no pair is within 1 m of eps', () => {
    const [eps, minPoints] = [150, 5]
    const { lonLats, metres } = pointsAroundDerby(400, eps)
    const ours = cluster(metres, eps, minPoints)
    const { features } = clustersDbscan(featureCollection(lonLats.map((lonLat) => point(lonLat))), eps / 1000, {
      minPoints,
      units: 'kilometers',
    })
    const turf = features.map(({ properties }) => properties.cluster ?? -1)
    const isCore = metres.map((a) => metres.filter((b) => distanceBetween(a, b) <= eps).length >= minPoints)
    const onCores = (labels: number[]) => numberedByLowestMember(labels.filter((_, i) => isCore[i]))

    expect(onCores(ours)).toEqual(onCores(turf))
    expect(ours.map((label) => label === -1)).toEqual(turf.map((label) => label === -1))
    expect(Math.max(...ours)).toBeGreaterThan(4)
    expect(ours).toContain(-1)
  })
})

const middle = (values: number[]): number => (Math.min(...values) + Math.max(...values)) / 2

const distanceBetween = ([x, y]: Pair, [u, v]: Pair): number => Math.hypot(x - u, y - v)

/** Points in and between a dozen spots of the city, without those that stand within 1 m of eps from an earlier one. */
function pointsAroundDerby(count: number, eps: number): { lonLats: Pair[]; metres: Pair[] } {
  const random = seeded(2023)
  const spots = Array.from({ length: 12 }, (): Pair => [-1.55 + 0.15 * random(), 52.87 + 0.09 * random()])
  const [lonLats, metres]: [Pair[], Pair[]] = [[], []]
  while (lonLats.length < count) {
    const [longitude, latitude] = spots[Math.floor(random() * spots.length)]!
    const reach = random() < 0.3 ? 0.03 : 0.003
    const lonLat: Pair = [longitude + (random() - 0.5) * reach, latitude + (random() - 0.5) * reach]
    const { easting, northing } = toNationalGrid(...lonLat)
    const metre: Pair = [easting, northing]
    if (metres.some((other) => Math.abs(distanceBetween(metre, other) - eps) <= 1)) continue
    lonLats.push(lonLat)
    metres.push(metre)
  }
  return { lonLats, metres }
}

/** Numbers in [0, 1) that are the same in every run (the minimal standard generator of Park and Miller). */
function seeded(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}
