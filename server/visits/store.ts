import { execute, query, queryOne } from '../db.ts'
import type { PatrolState } from '../patrols/schema.ts'
import type { StreetTask, Visit, VisitReport } from './schema.ts'

/** A visit as it is kept, and whose it is. */
export interface StoredVisit extends Visit {
  officerId: string
}

export const runningTasks = query<{ today: string }, Omit<StreetTask, 'ref'> & { number: number }>('visits/tasks')
export const visitsOfOfficer = query<{ officerId: string; today: string }, StoredVisit>('visits/of-officer')
export const visitById = queryOne<{ id: string }, StoredVisit>('visits/by-id')
export const taskToVisit = queryOne<
  { patrolId: string },
  { id: string; hotspotId: string; state: PatrolState; givenOutAt: Date }
>('visits/task-to-visit')
/** Gives 0 where a visit of that id is there already. */
export const startVisit = execute<{
  id: string
  patrolId: string
  hotspotId: string
  officerId: string
  officerName: string
  how: string
  startedAt: Date
}>('visits/start')
/** Gives 0 where somebody else made the first visit meanwhile. */
export const startTask = execute<{ patrolId: string; state: PatrolState; now: Date }>('visits/start-task')
/** Gives 0 where it has ended already. */
export const endVisit = execute<{ id: string; endedAt: Date }>('visits/end')
/** Gives 0 where it was changed meanwhile. */
export const reportVisit = execute<VisitReport & { id: string }>('visits/report')
