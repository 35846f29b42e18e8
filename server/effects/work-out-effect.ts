import { createHash, randomUUID } from 'node:crypto'
import { Temporal } from 'temporal-polyfill'
import type { Db } from '../db.ts'
import { conflict, notFound } from '../errors.ts'
import { whatCounts } from '../hotspots/group-reports.ts'
import type { PlacedOccurrence } from '../hotspots/occurrence.ts'
import { firstIncompleteDay } from '../hotspots/profile.ts'
import { toQuestion } from '../hotspots/question.ts'
import { localDay, startOfDay } from '../local-time.ts'
import { readPolicy } from '../settings/read-policy.ts'
import { version } from '../version.ts'
import { countChildWeeks, countedDays, type Counted, type Design } from './count-child-weeks.ts'
import { dosesOf } from './doses.ts'
import { toldOf } from './effect-answer.ts'
import { judge, type Circumstances } from './judge.ts'
import { SEPARABLE_METRES, type EffectExact } from './schema.ts'
import * as store from './store.ts'

/** Plans that are under way: one that has not started has done nothing, and one that is over keeps its answer. */
const WORKED_OUT_IN: readonly store.StoredDesign['state'][] = ['active', 'under_review']
export const canWorkOut = (state: store.StoredDesign['state']): boolean => WORKED_OUT_IN.includes(state)

/**
 * Works out whether a plan did anything, from the reports as they are now, and keeps the answer: words and bands for the group, the
 * counts for those who may see them. Reports under handling code C are not counted, nor finds made on patrol: the plan itself made those.
 * @throws 404 where there is no such plan; 409 where it has not started or is over
 */
export const workOutEffect = async (
  db: Db,
  planId: string | undefined,
  { today, now }: { today: string; now: Date },
): Promise<void> => {
  const stored = planId === undefined ? undefined : await store.designOf(db, { planId })
  if (!stored) throw notFound('That plan')
  if (!canWorkOut(stored.state))
    throw conflict(
      'plan-not-under-way',
      'The plan is not under way',
      'Whether a plan did anything is worked out while it is active or under review.',
    )
  const places = await store.placesOf(db, { planId: stored.id })
  const design = designOf(stored, places)
  const { occurrences, isKept } = await reportsFor(db, design, today)
  const counted = countChildWeeks(occurrences, design)
  const others = await store.otherPlans(db, { planId: stored.id, metres: SEPARABLE_METRES })
  const namesOf = (isComparator: boolean) =>
    others.filter((one) => one.isComparator === isComparator).map(({ name }) => name)
  const [near, treatedComparators] = [namesOf(false), namesOf(true)]
  const circumstances: Circumstances = {
    treatedPlaces: design.treated.length,
    comparators: design.comparators.length,
    isOver: design.evaluationTo <= today,
    isComplete: countedDays(design).after.to <= firstIncompleteDay(today),
    isKept,
    isNearAnother: near.length > 0,
    isComparatorTreated: treatedComparators.length > 0,
    episodes: await episodesFor(db, counted, design),
    doses: await dosesFor(db, stored, today),
  }

  const judged = judge(counted, circumstances)
  const told = toldOf(judged, counted, design, circumstances.doses)
  const named = (use: 'comparator' | 'together') =>
    places.filter((one) => one.use === use).map(({ placeId, name }) => ({ placeId, name }))
  const exact: Omit<EffectExact, 'id' | 'inputHash'> = {
    planId: stored.id,
    workedOutOn: today,
    version,
    sentence: told.sentence,
    weeks: counted.weeks,
    counts: counted.counts,
    children: counted.children,
    withoutChild: counted.withoutChild,
    comparators: named('comparator'),
    together: named('together'),
    bufferMetres: design.bufferMetres,
    divisors: judged.divisors,
    inflation: judged.inflation,
    difference: judged.difference,
    smallest: judged.smallest,
    episodes: [...circumstances.episodes],
    near,
    treatedComparators,
    blocks: counted.blocks,
  }
  const inputHash = hashOf({ version, design, occurrences, circumstances, near, treatedComparators })

  await db.transaction(async (tx) => {
    const id = randomUUID()
    const { hotspotId } = stored
    const { word, reason, sentence } = told
    const words = JSON.stringify(told.told)
    await store.addEffect(tx, { id, planId: stored.id, hotspotId, today, now, word, reason, sentence, told: words })
    await store.addExact(tx, { id, planId: stored.id, now, inputHash, exact: JSON.stringify(exact) })
  })
}

const designOf = (stored: store.StoredDesign, places: Awaited<ReturnType<typeof store.placesOf>>): Design => {
  const { placeId, geometry, baselineFrom, startsOn, evaluationFrom, evaluationTo, bufferMetres } = stored
  const chosen = (use: 'comparator' | 'together') =>
    places.filter((one) => one.use === use).map((place) => ({ placeId: place.placeId, geometry: place.geometry }))
  return {
    baselineFrom,
    startsOn,
    evaluationFrom,
    evaluationTo,
    bufferMetres,
    treated: [{ placeId, geometry }, ...chosen('together')],
    comparators: chosen('comparator'),
  }
}

/** So many days from a baseline's first may be without a report anywhere. */
const QUIET_DAYS = 14

/** What is counted of the windows, and whether reports are kept from their first days on. */
const reportsFor = async (db: Db, { baselineFrom, evaluationTo }: Design, today: string) => {
  const { selection } = toQuestion({ from: baselineFrom, to: evaluationTo }, today, await readPolicy(db))
  const all = await store.occurrencesUntil(db, { ...selection, from: FIRST_DAY, isShareable: true })
  const { counted } = whatCounts(all)
  const begin = Temporal.PlainDate.from(baselineFrom).add({ days: QUIET_DAYS }).toString()
  const first = all[0] ? localDay(all[0].at) : null
  return {
    occurrences: counted.filter(({ at }) => at >= new Date(selection.from)),
    isKept: first !== null && first <= begin,
  }
}

/** Before anything can be reported. */
const FIRST_DAY = '1900-01-01T00:00:00Z'

const episodesFor = async (db: Db, { childrenBefore }: Counted, design: Design): Promise<[number, number]> => {
  const { before, after } = countedDays(design)
  const found = await store.episodesOf(db, {
    childIds: [...childrenBefore],
    beforeFrom: startOfDay(before.from),
    beforeTo: startOfDay(before.to),
    afterFrom: startOfDay(after.from),
    afterTo: startOfDay(after.to),
  })
  return [found?.before ?? 0, found?.after ?? 0]
}

const dosesFor = async (db: Db, { hotspotId, startsOn, evaluationTo }: store.StoredDesign, today: string) => {
  const days = { from: startsOn, to: evaluationTo }
  const moments = { fromMoment: startOfDay(startsOn), toMoment: startOfDay(evaluationTo) }
  const patrols = await store.patrolsAt(db, { hotspotId, ...moments })
  const outreach = await store.outreachAt(db, { hotspotId, ...days })
  return dosesOf(patrols, outreach ?? null, days, today)
}

interface Input {
  version: string
  design: Design
  occurrences: readonly PlacedOccurrence[]
  circumstances: Circumstances
  near: readonly string[]
  treatedComparators: readonly string[]
}

/** Two answers of one hash were worked out from the same things. */
const hashOf = (input: Input) => createHash('sha256').update(JSON.stringify(input)).digest()
