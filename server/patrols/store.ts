import { execute, query, queryOne } from '../db.ts'
import type { StoredPatrol } from './patrol-answer.ts'
import type { Activity, HourWindow, PatrolState, VisitRow } from './schema.ts'

export const pageOfPatrols = query<
  {
    hotspotId: string | null
    meetingId: string | null
    state: PatrolState | null
    afterKey: string | null
    afterId: string | null
    limit: number
  },
  { id: string; key: string }
>('patrols/page')
export const patrolsById = query<{ ids: string[] }, StoredPatrol>('patrols/by-ids')
export const placeState = queryOne<{ hotspotId: string }, { name: string; state: string }>('patrols/place-state')
export const addPatrol = execute<{
  id: string
  hotspotId: string
  meetingId: string | null
  objective: string
  why: string
  now: Date
  requestedBy: string
  state: PatrolState
}>('patrols/add')
/** Gives 0 where somebody changed it first. `windows` is JSON text. */
export const saveTask = execute<{
  id: string
  version: number
  windows: string
  dwellMinutes: number
  visitsADay: number
  activities: Activity[]
  riskNotes: string | null
  briefing: string | null
}>('patrols/save-task')
/** Gives 0 where somebody changed it first. */
export const setState = execute<{
  id: string
  version: number
  state: PatrolState
  now: Date
  validFrom: string | null
  validTo: string | null
}>('patrols/set-state')
/** `windows` is null in months that were stored before there were findings. */
export const bestWindows = queryOne<{ hotspotId: string }, { windows: HourWindow[] | null }>('patrols/best-windows')
export const visitsOf = query<{ patrolId: string }, VisitRow>('patrols/visits-of')
