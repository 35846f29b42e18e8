import { quarticDensity } from '../server/statistics/density.ts'
import { maxZTest } from '../server/statistics/getis-ord.ts'
import { hexagonGrid } from '../server/statistics/hexagons.ts'
import { seededRandom } from '../server/statistics/random.ts'
import { spaceTimeScan, type ScanEvent } from '../server/statistics/scan.ts'
import { median, medianTime, timeOnce, type Bench, type BenchFile } from './measure.ts'
import { plainScan } from './plain-scan.ts'
import { demoYear } from './statistics-data.ts'

const scanOptions = { maxRadiusMetres: 1_000, maxDays: 30, replications: 999, seed: 1 }

/** A square of hexagons with about this many cells, 65 m to a side. */
const squareOf = (cells: number) => {
  const side = 65
  const length = Math.sqrt(cells * ((3 * Math.sqrt(3)) / 2)) * side - 2 * side
  return { length, grid: hexagonGrid({ west: 0, south: 0, east: length, north: length }, side) }
}

const throwOver = (cells: number, events: number, random: () => number) => {
  const counts = new Int32Array(cells)
  for (let i = 0; i < events; i++) counts[Math.floor(random() * cells)]! += 1
  return counts
}

/** Below 100 events a map's largest z takes few values, and the test says less than it may; from there on it has to use its 5 %. */
const falseMaps = (events: number): Bench => ({
  name: `Gi* max-z, false maps of ${events} events`,
  compares: 'per cent of 3,000 maps with nothing there that show a cell with p <= .05',
  limit: { atMost: 6 },
  async run() {
    const { grid } = squareOf(900)
    const random = seededRandom(3)
    const isFalse = (_: unknown, seed: number) => {
      const counts = throwOver(grid.x.length, events, random)
      return Math.min(...maxZTest(counts, grid.neighbours, { replications: 199, seed })!.p) <= 0.05
    }
    const wrong = Array.from({ length: 3_000 }, isFalse).filter(Boolean).length
    if (events >= 100 && wrong < 120) throw new Error(`expected false maps on 4 % at least, got ${wrong} of 3000`)
    return { value: wrong / 30, detail: `${wrong} of 3000, ${grid.x.length} hexagons, 199 replications each` }
  },
})

export const statisticsSpatialBench: BenchFile = {
  benches: [
    {
      name: 'Gi* max-z, 700 events on 10,000 cells',
      compares: 'milliseconds for 999 replications',
      limit: { atMost: 2_000 },
      async run() {
        const { grid } = squareOf(10_000)
        const counts = throwOver(grid.x.length, 700, seededRandom(1))
        const ms = await medianTime(() => maxZTest(counts, grid.neighbours, { replications: 999, seed: 2 }))
        return { value: ms, detail: `${grid.x.length} hexagons, median of 5` }
      },
    },
    ...[20, 100, 700].map(falseMaps),
    {
      name: 'density of 10,000 reports on 20,000 hexagons',
      compares: 'milliseconds, bandwidth 500 m',
      limit: { atMost: 200 },
      async run() {
        const { grid, length } = squareOf(20_000)
        const random = seededRandom(4)
        const [x, y, weights] = [0, 1, 2].map(() => Float64Array.from({ length: 10_000 }, random))
        const metres = (column: Float64Array) => column.map((share) => share * length)
        const ms = await medianTime(() => quarticDensity(metres(x!), metres(y!), weights!, 500, grid.x, grid.y))
        return { value: ms, detail: `${grid.x.length} hexagons, median of 5` }
      },
    },
    {
      name: "space-time scan of the demo's year",
      compares: 'seconds for 999 replications, up to 1 km and 30 days',
      limit: { atMost: 10 },
      async run() {
        const events = demoYear()
        const ms = await timeOnce(() => spaceTimeScan(events, scanOptions))
        return { value: ms / 1_000, detail: `${events.length} reports at ${sitesOf(events)} sites, one run` }
      },
    },
    {
      name: 'space-time scan against plain loops',
      compares: 'plain nested loops / ours, one replication',
      limit: { atLeast: 10 },
      async run() {
        const events = demoYear().map(({ x, y, t }) => ({ x, y, t }))
        const once = { ...scanOptions, replications: 1 }
        const plain: number[] = []
        const ours: number[] = []
        for (let turn = 0; turn < 3; turn++) {
          ours.push(await timeOnce(() => spaceTimeScan(events, once)))
          plain.push(await timeOnce(() => plainScan(events, once)))
        }
        const [best] = spaceTimeScan(events, once)
        const expected = plainScan(events, once)
        if (Math.abs(Math.log(best!.glr) - expected.logRatio) > 1e-9 || best!.p !== expected.p)
          throw new Error(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(best)}`)
        const [oursMs, plainMs] = [median(ours), median(plain)]
        return {
          value: plainMs / oursMs,
          detail: `ours ${oursMs.toFixed(0)} ms with its secondary clusters, plain ${plainMs.toFixed(0)} ms without; same ratio and p (medians of 3)`,
        }
      },
    },
  ],
}

const sitesOf = (events: ScanEvent[]) => new Set(events.map(({ x, y }) => `${x} ${y}`)).size
