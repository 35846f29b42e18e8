import { randomUUID } from 'node:crypto'
import type { Db } from '../../server/db.ts'
import { recordStep, THE_SERVICE } from '../../server/record-step.ts'

/** Makers of places under review and of stored months, as the storing of runs leaves them. */

/** A square of about 200 metres in Derby, WGS84. */
export const squareAt = (longitude = -1.48, latitude = 52.92, degrees = 0.002) => ({
  type: 'Polygon',
  coordinates: [
    [
      [longitude, latitude],
      [longitude + degrees, latitude],
      [longitude + degrees, latitude + degrees],
      [longitude, latitude + degrees],
      [longitude, latitude],
    ],
  ],
})

export interface GivenReview {
  id?: string
  name?: string
  state?: string
  since?: string
  placeId?: string | null
  areaIds?: string[]
  geometry?: unknown
  firstMonth?: string
  lastMonth?: string
}

/** A hotspot under review, with the step that brought it there. Gives its id. */
export const makeReview = async (db: Db, given: GivenReview = {}): Promise<string> => {
  const { id = randomUUID(), name = 'Riverside', state = 'candidate', since = '2023-07-03T09:00:00Z' } = given
  await db.transaction(async (tx) => {
    await tx.query(
      `insert into hotspot_review (id, name, category, place_id, area_ids, geometry, is_approximate, state, since, first_month, last_month)
       values ($1, $2, 'park', $3, $4, $5, false, $6, $7, $8, $9)`,
      [
        id,
        name,
        given.placeId ?? null,
        given.areaIds ?? [],
        JSON.stringify(given.geometry ?? squareAt()),
        state,
        since,
        given.firstMonth ?? '2023-06',
        given.lastMonth ?? '2023-06',
      ],
    )
    const step = {
      thing: 'review' as const,
      thingId: id,
      hotspotId: id,
      at: new Date(since),
      ...THE_SERVICE,
      why: null,
    }
    await recordStep(tx, { ...step, step: 'begin', from: null, to: state })
  })
  return id
}

export interface GivenShown {
  hotspotId: string
  name?: string
  areaIds?: string[]
  findings?: unknown
}

export const FINDINGS = {
  change: 'no clear change',
  trend: 'persistent',
  isFirm: true,
  isOfFewChildren: false,
  months: [],
  windows: [] as { fromHour: number; hours: number }[],
  dayParts: [],
}

/** A stored month that shows the given hotspots to partners, by rank. Gives the id of its run. */
export const makeMonth = async (db: Db, month: string, shown: GivenShown[] = []): Promise<string> => {
  const { rows } = await db.query<{ id: string }>(
    `insert into run (kind, period_from, period_to, method, method_version, data_hash, left_out, withheld_g2, withheld_g3, made_by)
     values ('month', ($1 || '-01')::date - interval '11 months', ($1 || '-01')::date + interval '1 month',
       '{"minPoints": 5, "minChildren": 3, "protectedMetres": 100}', '1', '\\x00', '{}', 0, 0, 'x')
     returning id`,
    [month],
  )
  const runId = rows[0]!.id
  for (const [i, { hotspotId, name = 'Riverside', areaIds = [], findings = FINDINGS }] of shown.entries()) {
    const hotspot = {
      placeId: null,
      rank: i + 1,
      name,
      category: 'park',
      seedGroup: null,
      method: 'cluster',
      childrenBand: '5-9',
      reportsBand: '10-14',
      geometry: squareAt(),
      isApproximate: true,
      findings,
    }
    await db.query(`insert into run_shared (run_id, hotspot_id, rank, area_ids, hotspot) values ($1, $2, $3, $4, $5)`, [
      runId,
      hotspotId,
      i + 1,
      areaIds,
      JSON.stringify(hotspot),
    ])
  }
  return runId
}

/** A plan of a place, in a state that it came to by itself. Gives its id. */
export const makePlan = async (db: Db, hotspotId: string, state = 'active'): Promise<string> => {
  const id = randomUUID()
  await db.transaction(async (tx) => {
    await tx.query(
      `insert into plan (id, hotspot_id, objective, response, safety_goals, lead_agency, lead_role, owner_id, owner_name, owner_agency,
         baseline_from, starts_on, evaluation_from, evaluation_to, buffer_metres, review_on, state, since)
       select $1, $2, 'Safer evenings', '', '[]', 'Derby City Council', 'lead', id, name, agency,
         '2023-01-01', '2023-04-01', '2023-04-01', '2023-07-01', 300, '2023-08-01', $3, '2023-04-01T09:00:00Z'
       from person limit 1`,
      [id, hotspotId, state],
    )
    await recordStep(tx, { ...stepOfPlan(id, hotspotId), step: 'begin', from: null, to: state })
  })
  return id
}

/** Withdraws the open plan of a place. */
export const endPlan = (db: Db, hotspotId: string) =>
  db.transaction(async (tx) => {
    const { rows } = await tx.query<{ id: string }>(
      `update plan set state = 'withdrawn', ended_on = '2023-07-01' where hotspot_id = $1 and ended_on is null returning id`,
      [hotspotId],
    )
    await recordStep(tx, { ...stepOfPlan(rows[0]!.id, hotspotId), step: 'withdraw', from: 'active', to: 'withdrawn' })
  })

const stepOfPlan = (id: string, hotspotId: string) => ({
  thing: 'plan' as const,
  thingId: id,
  hotspotId,
  at: new Date('2023-07-01T09:00:00Z'),
  ...THE_SERVICE,
  why: null,
})
