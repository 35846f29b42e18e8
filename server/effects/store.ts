import { execute, query, queryOne } from '../db.ts'
import type { Occurrence } from '../hotspots/occurrence.ts'
import type { Selection } from '../hotspots/question.ts'
import type { PlanState } from '../plans/schema.ts'
import type { AreaGeometry } from '../shared-schema.ts'
import type { Windows } from './count-child-weeks.ts'
import type { OutreachDose, PatrolDose } from './doses.ts'
import type { ToldEffect } from './effect-answer.ts'
import type { EffectExact, EffectReason, EffectWord } from './schema.ts'

/** Geometry in metres of the National Grid. */
export interface StoredDesign extends Windows {
  id: string
  hotspotId: string
  hotspotName: string
  placeId: string | null
  geometry: AreaGeometry
  bufferMetres: number
  state: PlanState
}

type OfPlan = { planId: string }

export const designOf = queryOne<OfPlan, StoredDesign>('effects/plan')
export const placesOf = query<
  OfPlan,
  { use: 'comparator' | 'together'; placeId: string; name: string; geometry: AreaGeometry }
>('effects/places')
export const otherPlans = query<OfPlan & { metres: number }, { name: string; isComparator: boolean }>(
  'effects/other-plans',
)
export const occurrencesUntil = query<Selection, Occurrence>('hotspots/in-period')
export const episodesOf = queryOne<
  { childIds: string[]; beforeFrom: string; beforeTo: string; afterFrom: string; afterTo: string },
  { before: number; after: number }
>('effects/episodes')
export const patrolsAt = query<{ hotspotId: string; fromMoment: string; toMoment: string }, PatrolDose>(
  'effects/patrols',
)
/** Local days, `to` exclusive. No row: no youth work was asked for and taken on. */
export const outreachAt = queryOne<{ hotspotId: string; from: string; to: string }, OutreachDose>('effects/outreach')

/** `told` is JSON text. */
export const addEffect = execute<
  OfPlan & {
    id: string
    hotspotId: string
    today: string
    now: Date
    word: EffectWord
    reason: EffectReason | null
    sentence: string
    told: string
  }
>('effects/add')
/** `exact` is JSON text. */
export const addExact = execute<OfPlan & { id: string; now: Date; inputHash: Buffer; exact: string }>(
  'effects/add-exact',
)

/** No row: no such plan within reach; `told` is null where nothing was worked out yet. */
export const latestEffect = queryOne<OfPlan, ToldEffect & { state: PlanState }>('effects/latest')
export const latestExact = queryOne<
  OfPlan,
  { id: string; inputHash: string; exact: Omit<EffectExact, 'id' | 'inputHash'> }
>('effects/latest-exact')
