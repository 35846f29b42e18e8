import { demoYear } from './statistics-data.ts'
import { collapseRepeats, sceneOf } from '../server/statistics/scan-scene.ts'
const events = demoYear()
const k = collapseRepeats(events)
const s = sceneOf(k.map(i=>events[i]!), {maxRadiusMetres:1000,maxDays:30})
console.log(k.length, s.circles.length, 'rings', s.circles.reduce((a,c)=>a+c.ringStart.length-1,0), 'sum events', s.circles.reduce((a,c)=>a+c.events.length,0), 'max', Math.max(...s.circles.map(c=>c.events.length)))
