import { execute, query, queryOne } from '../db.ts'
import type { ReviewState } from '../reviews/schema.ts'
import type { StoredPlan } from './plan-answer.ts'
import type { PlanContent, PlanHistory, PlanState } from './schema.ts'

interface PageAsked {
  hotspotId: string | null
  meetingId: string | null
  states: readonly PlanState[] | null
  afterKey: string | null
  afterId: string | null
  limit: number
}

/** `safetyGoals` is JSON text. */
type Written = Omit<PlanContent, 'safetyGoals' | 'comparatorPlaceIds' | 'togetherPlaceIds' | 'analysis'> & {
  id: string
  safetyGoals: string
  ownerName: string
  ownerAgency: string
}

export const pageOfPlans = query<PageAsked, { id: string; key: string }>('plans/page')
export const plansById = query<{ ids: string[] }, StoredPlan>('plans/by-ids')
export const revisionsOf = query<{ planId: string }, PlanHistory['revisions'][number]>('plans/revisions')

export const hotspotOf = queryOne<{ hotspotId: string }, { name: string; state: ReviewState; placeId: string | null }>(
  'plans/hotspot',
)
export const ownerOf = queryOne<{ ownerId: string }, { name: string; agency: string }>('plans/owner')
export const placesApart = query<
  { placeIds: string[]; hotspotId: string },
  { id: string; name: string; isRetired: boolean; metres: number }
>('plans/places-apart')
/** `months` has the run's twelve; `metres` is null where the hotspot does not stand in it. */
export const comparatorsOf = query<
  { hotspotId: string },
  {
    hotspotId: string
    placeId: string | null
    name: string
    months: { month: string; children: number }[]
    metres: number | null
  }
>('plans/comparators')

export const addPlan = execute<Written & { hotspotId: string; meetingId: string | null; state: PlanState; now: Date }>(
  'plans/add',
)
/** Gives 0 where it is of another version by now, as does `setState`. */
export const changePlan = execute<Written & { version: number }>('plans/change')
export const setState = execute<{
  id: string
  version: number
  state: PlanState
  now: Date
  endedOn: string | null
  reviewOn: string
  evaluationTo: string
}>('plans/set-state')
/** `content` is JSON text. */
export const putAnalysis = execute<{ planId: string; content: string }>('plans/put-analysis')
export const dropPlaces = execute<{ planId: string }>('plans/drop-places')
export const addPlaces = execute<{ planId: string; placeIds: string[]; uses: string[] }>('plans/add-places')
/** `was` is JSON text. */
export const keepRevision = execute<{ planId: string; version: number; was: string; changedBy: string; at: Date }>(
  'plans/keep-revision',
)
