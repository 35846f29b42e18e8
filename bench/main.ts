import { cpus } from 'node:os'
import { dbscanBench } from './dbscan.ts'
import { hotspotsBench } from './hotspots.ts'
import { importBench } from './import.ts'
import { pageBench } from './page.ts'
import { rowPoliciesBench } from './row-policies.ts'
import { statisticsChangeBench } from './statistics-change.ts'
import { statisticsSpatialBench } from './statistics-spatial.ts'
import { storedRunBench } from './stored-run.ts'
import type { Bench, BenchFile } from './measure.ts'

/** Every file of claims; `npm run bench -- turf` runs only the claims with that word in their name. */
const files: BenchFile[] = [
  dbscanBench,
  hotspotsBench,
  importBench,
  pageBench,
  rowPoliciesBench,
  statisticsChangeBench,
  statisticsSpatialBench,
  storedRunBench,
]

const wanted = process.argv[2] ?? ''
let breaches = 0

console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}\n`)
printRow('', 'claim', 'measured', 'limit', 'what is compared')
for (const file of files) {
  try {
    for (const bench of file.benches.filter(({ name }) => name.toLowerCase().includes(wanted.toLowerCase())))
      await hold(bench)
  } finally {
    await file.close?.()
  }
}
console.log(breaches === 0 ? '\nEvery claim holds.' : `\nClaims that do not hold: ${breaches}.`)
process.exitCode = breaches === 0 ? 0 : 1

async function hold(bench: Bench): Promise<void> {
  const limit = 'atLeast' in bench.limit ? `>= ${bench.limit.atLeast}` : `<= ${bench.limit.atMost}`
  try {
    const outcome = await bench.run()
    if ('skipped' in outcome) return printRow('skip', bench.name, '-', limit, outcome.skipped)
    const holds = isWithin(bench.limit, outcome.value)
    if (!holds) breaches++
    printRow(holds ? 'ok' : 'NO', bench.name, outcome.value.toPrecision(3), limit, bench.compares)
    printRow('', '', '', '', outcome.detail)
  } catch (error) {
    breaches++
    printRow('NO', bench.name, '-', limit, error instanceof Error ? error.message : String(error))
  }
}

function isWithin(limit: Bench['limit'], value: number): boolean {
  return 'atLeast' in limit ? value >= limit.atLeast : value <= limit.atMost
}

function printRow(verdict: string, name: string, value: string, limit: string, text: string): void {
  console.log(
    [verdict.padEnd(4), name.padEnd(44), value.padStart(9), limit.padStart(8), ` ${text}`].join(' ').trimEnd(),
  )
}
