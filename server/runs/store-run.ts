import { createHash } from 'node:crypto'
import type { Db } from '../db.ts'
import { invalidBody } from '../errors.ts'
import { trace, type Ancestor } from '../findings/lineage.ts'
import { pictureOf } from '../findings/picture.ts'
import type { Lineage, NamedHotspot } from '../findings/schema.ts'
import type { FindingsTask, WorkedOut } from '../findings/task.ts'
import type { NamedPlace } from '../hotspots/find-hotspots.ts'
import type { Occurrence } from '../hotspots/occurrence.ts'
import { firstIncompleteDay } from '../hotspots/profile.ts'
import { toQuestion } from '../hotspots/question.ts'
import type { Policy } from '../settings/policy.ts'
import { readPolicy } from '../settings/read-policy.ts'
import { inThread } from '../thread.ts'
import { version } from '../version.ts'
import { finishRun, groupRun, type GroupedRun, type Known, type RunGroup } from './make-run.ts'
import { endsQuarter, periodOfRun } from './periods.ts'
import type { RunHotspot } from './run-hotspot.ts'
import type { RunKind } from './schema.ts'
import * as store from './store.ts'

/**
 * Makes the run of a month or a quarter and stores it: read, worked out, then written in one transaction. Gives its id.
 * Reports under handling code C are for the agency that controls them, so they are not counted.
 * What a month shows to partners is then under review, if it was not already.
 * @param clock the day it is, YYYY-MM-DD, and the moment @throws a 422 problem where the period is not over; a 409 where the run is stored already
 */
export const storeRun = async (
  db: Db,
  { kind, month }: { kind: RunKind; month: string },
  { today, now }: { today: string; now: Date },
  madeBy: string,
): Promise<string> => {
  if (kind === 'quarter' && !endsQuarter(month))
    throw invalidBody([{ pointer: '/month', detail: 'A quarter ends in March, June, September or December.' }])
  const period = periodOfRun(kind, month)
  if (period.to > today)
    throw invalidBody([{ pointer: '/month', detail: 'That month is not over yet. A run is of whole months.' }])

  const policy = await readPolicy(db)
  const { selection, weighing } = toQuestion(period, today, policy)
  // Read first: what comes in between is counted, and not taken for known.
  const known = kind === 'month' ? await store.knownReports(db, {}) : undefined
  const history = await store.occurrencesInPeriod(db, { ...selection, from: FIRST_DAY, isShareable: true })
  const occurrences = history.filter(({ at }) => at >= new Date(selection.from))
  const method = methodOf(policy)
  const grouped = groupRun(occurrences, method)
  const found = kind === 'month' ? await findingsOf(db, { history, period, today, method, weighing }) : null
  const lookedUp = { ...(await lookUp(db, grouped, policy.protectedMetres)), findings: found?.worked.groups ?? null }
  const run = finishRun(grouped, lookedUp, { minChildren: method.minChildren, weighing, to: new Date(selection.to) })
  const areas = await areasOf(db, run.hotspots)
  const { rows, lapsed } = identified(run.hotspots, await ancestorsOf(db, kind, period.to), `${kind} ${month}`)

  return db.transaction(async (tx) => {
    const { id: runId } = (await store.addRun(tx, {
      kind,
      ...period,
      method: JSON.stringify(method),
      methodVersion: version,
      dataHash: hashOf(found?.task ?? occurrences, policy),
      leftOut: JSON.stringify(run.leftOut),
      withheldG2: run.withheldG2,
      withheldG3: run.withheldG3,
      madeBy,
      madeAt: now,
    }))!
    await writeExact(tx, runId, rows)
    // Each kind is kept for its own readers only.
    await (kind === 'month' ? writeShared : writeListed)(tx, runId, rows, areas)
    if (known) await store.addKnown(tx, { runId, ...known })
    if (found) await writePicture(tx, runId, found, rows, lapsed)
    if (kind === 'month') {
      await store.openReviews(tx, { runId, now })
      await store.lapseReviews(tx, { runId, now, candidateMonths: policy.candidateMonths })
    }
    return runId
  })
}

const methodOf = ({ minPoints, minChildren, protectedMetres }: Policy) => ({ minPoints, minChildren, protectedMetres })

const lookUp = async (db: Db, { groups }: GroupedRun, protectedMetres: number): Promise<Omit<Known, 'findings'>> => {
  const ids = groups.flatMap(({ group }) => group.placeId ?? [])
  const places = new Map((ids.length > 0 ? await store.placesById(db, { ids }) : []).map((place) => [place.id, place]))
  const anchors = groups.flatMap(({ anchor }) => anchor ?? [])
  return {
    places,
    surroundings: await store.surroundingsOf(db, {
      eastings: anchors.map(({ easting }) => easting),
      northings: anchors.map(({ northing }) => northing),
      protectedMetres,
    }),
    touchesProtected: (
      await store.touchProtected(db, { shapes: groups.map((one) => groundOf(one, places)), protectedMetres })
    ).map(({ touches }) => touches),
    approvedPlaces: new Set((await store.approvedPlaces(db, {})).map(({ id }) => id)),
  }
}

const groundOf = ({ group, ground }: RunGroup, places: ReadonlyMap<string, NamedPlace>) =>
  JSON.stringify(ground ?? places.get(group.placeId!)!.geometry)

/** Before anything can be reported (the days that the service takes begin later). */
const FIRST_DAY = '1900-01-01T00:00:00Z'
const WORK_OUT = new URL('../findings/work-out.ts', import.meta.url)

interface Found {
  task: FindingsTask
  worked: WorkedOut
}

/** Worked out beside the service, in a thread: it takes seconds, and nobody should wait for somebody else's run. */
const findingsOf = async (
  db: Db,
  {
    history,
    period,
    today,
    method,
    weighing,
  }: Pick<FindingsTask, 'period' | 'method' | 'weighing'> & { history: Occurrence[]; today: string },
): Promise<Found> => {
  const task: FindingsTask = {
    occurrences: history,
    period,
    firstIncomplete: firstIncompleteDay(today),
    method,
    weighing,
    outlines: await store.outlines(db, {}),
    area: (await store.partnershipArea(db, {})) ?? null,
    hotBefore: (await store.keptHot(db, { before: period.from })).map(({ placeId }) => placeId),
  }
  return { task, worked: await inThread<FindingsTask, WorkedOut>(WORK_OUT, 'workOut', task) }
}

/**
 * Whom the clusters of a run may carry on: those of the stored month nearest to it; for a quarter, of the quarter nearest to it too. Null
 * where no other run is stored, or one from before members were kept.
 */
const ancestorsOf = async (db: Db, kind: RunKind, to: string): Promise<Ancestor[] | null> => {
  const ofMonth = await store.membersOfNeighbour(db, { kind: 'month', to })
  const ofQuarter = kind === 'quarter' ? await store.membersOfNeighbour(db, { kind, to }) : []
  const byId = new Map([...ofQuarter, ...ofMonth].map((ancestor) => [ancestor.hotspotId, ancestor]))
  const ancestors = [...byId.values()]
  return ancestors.some(({ members }) => members.length > 0) ? ancestors : null
}

type Areas = Awaited<ReturnType<typeof store.areasOfShapes>>[number]

/** By the shared hotspot's rank. */
const areasOf = async (db: Db, hotspots: readonly RunHotspot[]): Promise<Map<number, Areas>> => {
  const shared = hotspots.flatMap((one) => one.shared ?? [])
  const found = await store.areasOfShapes(db, {
    shapes: shared.map(({ geometry }) => JSON.stringify(geometry)),
    eastings: shared.map(({ anchor }) => anchor.easting),
    northings: shared.map(({ anchor }) => anchor.northing),
  })
  return new Map(shared.map(({ rank }, i) => [rank, found[i]!]))
}

/** By the run and where it stands in it: an id that no hotspot had before, and the same whenever the run is made of the same reports. */
const newUuid = (run: string, { shared, name, rank, isFew }: RunHotspot) => {
  const key = shared ? `${shared.anchor.easting} ${shared.anchor.northing}` : `${name} ${rank} ${isFew}`
  const hex = createHash('sha256').update(`cluster ${run} ${key}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

interface Identified {
  id: string
  hotspot: RunHotspot
  lineage: Lineage
}

const identified = (hotspots: readonly RunHotspot[], ancestors: readonly Ancestor[] | null, run: string) => {
  const { traced, lapsed } = trace(hotspots, ancestors, (i) => newUuid(run, hotspots[i]!))
  const rows = hotspots.map((hotspot, i): Identified => {
    const { hotspotId, lineage } = traced[i]!
    return { id: hotspotId, hotspot, lineage }
  })
  return { rows, lapsed }
}

const writeExact = async (tx: Db, runId: string, rows: readonly Identified[]) => {
  await store.addHotspots(tx, {
    runId,
    hotspotIds: rows.map(({ id }) => id),
    ranks: rows.map(({ hotspot }) => hotspot.rank),
    areFew: rows.map(({ hotspot }) => hotspot.isFew),
    placeIds: rows.map(({ hotspot }) => hotspot.placeId),
    hotspots: rows.map(
      ({ hotspot: { shared: _shared, listed: _listed, members: _members, sites: _sites, ...exact }, lineage }) =>
        JSON.stringify({ ...exact, lineage }),
    ),
    withheldG2: rows.map(({ hotspot }) => hotspot.withheldG2),
    withheldG3: rows.map(({ hotspot }) => hotspot.withheldG3),
  })
  const members = rows.flatMap(({ id, hotspot }) => hotspot.members.map((occurrenceId) => ({ id, occurrenceId })))
  await store.addMembers(tx, {
    runId,
    hotspotIds: members.map(({ id }) => id),
    occurrenceIds: members.map(({ occurrenceId }) => occurrenceId),
  })
}

const writePicture = (
  tx: Db,
  runId: string,
  { task, worked }: Found,
  rows: readonly Identified[],
  lapsed: NamedHotspot[],
) => {
  const sited = rows.map(({ id, hotspot }) => ({ hotspotId: id, name: hotspot.name, sites: hotspot.sites }))
  return store.addPicture(tx, {
    runId,
    picture: JSON.stringify(pictureOf(worked, sited, task.outlines, lapsed)),
    surface: JSON.stringify(worked.surface),
    backtest: JSON.stringify(worked.backtest),
  })
}

const writeShared = (tx: Db, runId: string, rows: readonly Identified[], areas: ReadonlyMap<number, Areas>) => {
  const shared = rows.flatMap(({ id, hotspot }) => (hotspot.shared ? [{ id, ...hotspot.shared }] : []))
  return store.addShared(tx, {
    runId,
    hotspotIds: shared.map(({ id }) => id),
    ranks: shared.map(({ rank }) => rank),
    placeIds: shared.map(({ placeId }) => placeId),
    areaIds: shared.map(({ rank }) => JSON.stringify(areas.get(rank)!.areaIds)),
    hotspots: shared.map(({ id: _id, ...hotspot }) => JSON.stringify(hotspot)),
  })
}

const writeListed = (tx: Db, runId: string, rows: readonly Identified[], areas: ReadonlyMap<number, Areas>) => {
  const listed = rows.flatMap(({ id, hotspot }) =>
    hotspot.listed && hotspot.shared ? [{ id, ...hotspot.listed, area: areas.get(hotspot.shared.rank)! }] : [],
  )
  return store.addListed(tx, {
    runId,
    hotspotIds: listed.map(({ id }) => id),
    ranks: listed.map(({ rank }) => rank),
    hotspots: listed.map(({ id: _id, area: { ward, sntCode }, ...hotspot }) =>
      JSON.stringify({ ...hotspot, ward, sntCode }),
    ),
  })
}

/** What was counted, by what rules: two runs of the same hash are the same run, but for the ids of hotspots that they carry on. */
const hashOf = (counted: FindingsTask | readonly Occurrence[], policy: Policy) =>
  createHash('sha256')
    .update(JSON.stringify([version, policy, counted]))
    .digest()
