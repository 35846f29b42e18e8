import { demoYear } from './statistics-data.ts'
import { spaceTimeScan } from '../server/statistics/scan.ts'
const events = demoYear()
console.log(events.length, new Set(events.map(e=>e.x+' '+e.y)).size)
for (const replications of [100]) {
const s = performance.now(), c = process.cpuUsage()
const found = spaceTimeScan(events, {maxRadiusMetres: 1000, maxDays: 30, replications, seed: 1})
const u = process.cpuUsage(c)
console.log(replications, (performance.now()-s).toFixed(0), 'cpu', u.user/1000, found.length)
for (const f of found.slice(0,6)) console.log(f.observed, f.expected.toFixed(2), f.glr.toFixed(1), f.p, new Date(f.from*864e5).toISOString().slice(0,10), f.to-f.from, events[f.members[0]!])
}
