import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { clustersDbscan, featureCollection, point } from '@turf/turf'
import { parse } from 'csv-parse/sync'
import type { PoolClient } from 'pg'
import { openDatabase } from '../server/database/open.ts'
import { toLongitudeLatitude, toNationalGrid } from '../server/locations/national-grid.ts'
import { dbscan } from '../server/statistics/dbscan.ts'
import { type BenchFile, medianTime, seeded, sideBySide, timeOnce } from './measure.ts'

interface Points {
  x: Float64Array
  y: Float64Array
}

const EPS_METRES = 100
const MIN_POINTS = 8
const CITY_METRES = 12_000
const SPOT_METRES = 50
const POLICE_FILE = '../shared/data/events/policeuk_derby_points.csv'
const MILLION = 1_000_000

const ours = ({ x, y }: Points, eps = EPS_METRES): Int32Array => dbscan(x, y, eps, MIN_POINTS)

const city = once(() => inACity(50_000, 20, CITY_METRES))
const million = once(measureMillion)
const database = once(() => openDatabase(process.env.DATABASE_URL ? { databaseUrl: process.env.DATABASE_URL } : {}))

export const dbscanBench: BenchFile = {
  benches: [
    {
      name: 'dbscan, 50,000 points, PostGIS',
      compares: 'PostGIS / ours',
      limit: { atLeast: 10 },
      run: () => againstPostgis(city()),
    },
    {
      name: 'dbscan, 50,000 points, Turf',
      compares: 'Turf / ours (Turf once: it is slow)',
      limit: { atLeast: 100 },
      run: () => againstTurf(city()),
    },
    {
      name: 'dbscan, police.uk points of Derby, PostGIS',
      compares: 'PostGIS / ours',
      limit: { atLeast: 5 },
      run: async () =>
        existsSync(POLICE_FILE) ? againstPostgis(policePoints()) : { skipped: `${POLICE_FILE} is not there` },
    },
    {
      name: 'dbscan, 1,000,000 points, time',
      compares: 'seconds, first call of a new process',
      limit: { atMost: 5 },
      run: async () => ({ value: (await million()).seconds, detail: 'same density as the 50,000' }),
    },
    {
      name: 'dbscan, 1,000,000 points, memory',
      compares: 'MB that the process grew by at its peak',
      limit: { atMost: 300 },
      run: async () => ({ value: (await million()).megabytes, detail: 'the points themselves left out' }),
    },
    {
      name: 'dbscan, 10,000 to 1,000,000, same density',
      compares: 'exponent of the growth in time',
      limit: { atMost: 1.1 },
      run: () => growth((size) => inACity(size, size / 2_500, CITY_METRES * Math.sqrt(size / 50_000))),
    },
    {
      name: 'dbscan, 10,000 to 1,000,000, same city',
      compares: 'exponent of the growth in time',
      limit: { atMost: 1.1 },
      run: () => growth((size) => inACity(size, 20, CITY_METRES)),
    },
  ],
  close: async () => {
    if (database.isCalled()) await (await database()).stop()
  },
}

async function againstPostgis(points: Points) {
  const { pool, kind } = await database()
  const client = await pool.connect()
  try {
    await client.query('begin')
    await loadPoints(client, points)
    const clusters = `select st_clusterdbscan(position, ${EPS_METRES}, ${MIN_POINTS}) over () as cluster, number from bench_points`
    const answer = await client.query<{ labels: (number | null)[] }>(
      `select array_agg(cluster order by number) as labels from (${clusters}) as answer`,
    )
    const labels = Int32Array.from(answer.rows[0]!.labels, (label) => label ?? -1)
    const cores = coresByDefinition(points, EPS_METRES)
    requireSamePartition(ours(points), labels, cores)

    const times = await sideBySide(
      () => ours(points),
      () => client.query(`select max(cluster) from (${clusters}) as answer`),
      { runs: 11, warmUps: 3 },
    )
    const peer = kind === 'server' ? 'PostGIS server' : 'embedded PostGIS'
    const detail = `ours ${times.oursMs.toFixed(1)} ms, ${peer} ${times.peerMs.toFixed(0)} ms; same cores (${count(cores)}) and noise`
    return { value: times.ratio, detail }
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** Into a table that the transaction's rollback takes away again. */
async function loadPoints(client: PoolClient, { x, y }: Points): Promise<void> {
  await client.query('create extension if not exists postgis')
  await client.query('create temporary table bench_points (number integer, position geometry(Point))')
  for (let start = 0; start < x.length; start += 5_000) {
    const part = [start, [...x.subarray(start, start + 5_000)], [...y.subarray(start, start + 5_000)]]
    await client.query(
      `insert into bench_points
       select $1 + place - 1, st_makepoint(easting, northing)
       from unnest($2::float8[], $3::float8[]) with ordinality as points (easting, northing, place)`,
      part,
    )
  }
  await client.query('analyze bench_points')
  await client.query('set local jit = off')
}

async function againstTurf(points: Points) {
  const lonLats = featureCollection(
    Array.from(points.x, (easting, i) => {
      const { longitude, latitude } = toLongitudeLatitude(easting, points.y[i]!)
      return point([longitude, latitude])
    }),
  )
  let answer = lonLats
  const turfMs = await timeOnce(() => {
    answer = clustersDbscan(lonLats, EPS_METRES / 1000, { units: 'kilometers', minPoints: MIN_POINTS, mutate: true })
  })
  const oursMs = await medianTime(() => ours(points))
  const turf = Int32Array.from(answer.features, ({ properties }) => (properties?.cluster as number | undefined) ?? -1)
  requireBetween(points, turf)

  const cores = coresByDefinition(points, EPS_METRES)
  const same = hasSamePartition(ours(points), turf, cores)
    ? 'same cores and noise'
    : 'same but for pairs within 1 m of eps'
  return { value: turfMs / oursMs, detail: `ours ${oursMs.toFixed(1)} ms, Turf ${turfMs.toFixed(0)} ms; ${same}` }
}

/**
 * Turf measures on a sphere, so pairs within 1 m of eps may fall either way: whatever is together at 1 m less must be together
 * in Turf's answer, and whatever Turf puts together must be together at 1 m more.
 */
function requireBetween(points: Points, turf: Int32Array): void {
  const [tight, loose] = [ours(points, EPS_METRES - 1), ours(points, EPS_METRES + 1)]
  const surelyCore = coresByDefinition(points, EPS_METRES - 1)
  const splits = !isRefinement(tight, turf, surelyCore) || !isRefinement(turf, loose, surelyCore)
  const noise = turf.some((label, i) => (label === -1 ? tight[i] !== -1 : loose[i] === -1))
  if (splits || noise) throw new Error('Turf and ours differ by more than pairs within 1 m of eps')
}

function requireSamePartition(a: Int32Array, b: Int32Array, cores: Uint8Array): void {
  if (!hasSamePartition(a, b, cores)) throw new Error('PostGIS and ours differ on core points or noise')
}

function hasSamePartition(a: Int32Array, b: Int32Array, cores: Uint8Array): boolean {
  const isNoiseTheSame = a.every((label, i) => (label === -1) === (b[i] === -1))
  return isNoiseTheSame && isRefinement(a, b, cores) && isRefinement(b, a, cores)
}

/** Whether core points that are together in `fine` are together in `coarse`. */
function isRefinement(fine: Int32Array, coarse: Int32Array, cores: Uint8Array): boolean {
  const coarseOf = new Map<number, number>()
  return fine.every((label, i) => {
    if (cores[i] === 0) return true
    if (!coarseOf.has(label)) coarseOf.set(label, coarse[i]!)
    return coarseOf.get(label) === coarse[i]
  })
}

/** Which points are core, counted pair by pair along x without the kernel. */
function coresByDefinition({ x, y }: Points, eps: number): Uint8Array {
  const byX = Uint32Array.from(x.keys()).sort((a, b) => x[a]! - x[b]!)
  const neighbours = new Uint32Array(x.length).fill(1)
  for (let i = 0; i < byX.length; i++) {
    const a = byX[i]!
    for (let j = i + 1; j < byX.length && x[byX[j]!]! - x[a]! <= eps; j++) {
      const b = byX[j]!
      if ((x[a]! - x[b]!) ** 2 + (y[a]! - y[b]!) ** 2 > eps * eps) continue
      neighbours[a]!++
      neighbours[b]!++
    }
  }
  return Uint8Array.from(neighbours, (found) => (found >= MIN_POINTS ? 1 : 0))
}

/** The few are clustered many times in each turn, so that both sides of a turn take about as long. */
async function growth(make: (size: number) => Points) {
  const repeats = 50
  const [few, many] = [make(10_000), make(MILLION)]
  const clusterFew = () => {
    for (let repeat = 0; repeat < repeats; repeat++) ours(few)
  }
  const { oursMs, peerMs } = await sideBySide(clusterFew, () => ours(many), { runs: 7 })
  const value = Math.log(peerMs / (oursMs / repeats)) / Math.log(many.x.length / few.x.length)
  return { value, detail: `10,000 in ${(oursMs / repeats).toFixed(2)} ms, 1,000,000 in ${peerMs.toFixed(0)} ms` }
}

/** Three in five points in dense spots, the rest anywhere in a square city: eastings and northings near Derby. */
function inACity(size: number, spots: number, cityMetres: number): Points {
  const random = seeded(2023)
  const anywhere = () => random() * cityMetres
  const centres = Array.from({ length: spots }, () => [430_000 + anywhere(), 330_000 + anywhere()] as const)
  const points = { x: new Float64Array(size), y: new Float64Array(size) }
  for (let i = 0; i < size; i++) {
    const isInSpot = i % 5 < 3
    const spot = centres[Math.floor(random() * spots)]!
    const [easting, northing] = isInSpot ? spot : [430_000 + anywhere(), 330_000 + anywhere()]
    const reach = isInSpot ? SPOT_METRES * Math.sqrt(-2 * Math.log(1 - random())) : 0
    const turn = 2 * Math.PI * random()
    points.x[i] = easting + reach * Math.cos(turn)
    points.y[i] = northing + reach * Math.sin(turn)
  }
  return points
}

function policePoints(): Points {
  const rows = parse(readFileSync(POLICE_FILE), { columns: true }) as Record<string, string>[]
  const metres = rows.map(({ longitude, latitude }) => toNationalGrid(Number(longitude), Number(latitude)))
  return {
    x: Float64Array.from(metres, ({ easting }) => easting),
    y: Float64Array.from(metres, ({ northing }) => northing),
  }
}

/** In a process of its own, whose peak is this call's. */
async function measureMillion(): Promise<{ seconds: number; megabytes: number }> {
  const self = fileURLToPath(import.meta.url)
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', '--import', 'tsx', self, 'million'])
  return JSON.parse(stdout) as { seconds: number; megabytes: number }
}

async function reportMillion(): Promise<void> {
  const points = inACity(MILLION, MILLION / 2_500, CITY_METRES * Math.sqrt(MILLION / 50_000))
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  const milliseconds = await timeOnce(() => ours(points))
  const peak = process.resourceUsage().maxRSS * 1024
  console.log(JSON.stringify({ seconds: milliseconds / 1000, megabytes: (peak - before) / 1e6 }))
}

function count(flags: Uint8Array): number {
  return flags.reduce((sum, flag) => sum + flag, 0)
}

/** The same value for every caller, made at the first call. */
function once<T>(make: () => T): (() => T) & { isCalled(): boolean } {
  const made: T[] = []
  return Object.assign(() => (made[0] ??= make()), { isCalled: () => made.length > 0 })
}

if (process.argv[1] === fileURLToPath(import.meta.url) && process.argv[2] === 'million') await reportMillion()
