import { z } from 'zod'
import { PatrolState, PatrolTask } from '../patrols/schema.ts'
import { SharedHotspot } from '../runs/schema.ts'
import { Day, PlaceCategory, type Operation } from '../shared-schema.ts'

/** One page for whoever goes there. Nothing in it is about a child. */
export const Briefing = PatrolTask.omit({ dwellMinutes: true, visitsADay: true }).extend({
  id: z.uuid(),
  /** Such as P-12. */
  ref: z.string(),
  marking: z.string(),
  hotspotId: z.uuid(),
  hotspotName: z.string(),
  category: PlaceCategory,
  geometry: SharedHotspot.shape.geometry,
  isApproximate: z.boolean(),
  areaNames: z.array(z.string()),
  state: PatrolState,
  stateWords: z.string(),
  /** False once it is over, or before it is given out. */
  isRunning: z.boolean(),
  objective: z.string(),
  dwellMinutes: z.int(),
  visitsADay: z.int(),
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
  /** The first words. */
  childFirst: z.array(z.string()),
  ifFound: z.string(),
  /** What the numbers behind it can and cannot say. */
  evidence: z.string(),
  /** When it was asked for. */
  preparedAt: z.string(),
})
export type Briefing = z.infer<typeof Briefing>

export const operations: Operation[] = [
  { method: 'get', path: '/api/patrols/:id/briefing', summary: 'The briefing of a patrol task', answer: Briefing },
  {
    method: 'get',
    path: '/api/patrols/:id/briefing.gpx',
    summary: 'Where it is, as GPX 1.1 (WGS84)',
    answer: 'application/gpx+xml',
  },
  {
    method: 'get',
    path: '/api/patrols/:id/briefing.ics',
    summary: 'When it is to be visited, as iCalendar',
    answer: 'text/calendar',
  },
]
