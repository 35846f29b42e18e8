import { Router, type Request } from 'express'
import { limitExports } from '../access/limit-tries.ts'
import { accessOf, type Gate } from '../access/needs.ts'
import type { Db } from '../db.ts'
import { notFound } from '../errors.ts'
import { parseBody, parseQuery, uuidParameter } from '../request.ts'
import type { Service } from '../service.ts'
import { releaseIdOf, toListCsv, toListGeoJson } from './list-file.ts'
import { quarterName, runsToMake } from './periods.ts'
import { toRun } from './run-answer.ts'
import {
  RunInput,
  SharedQuery,
  type QuarterLists,
  type RunDetail,
  type SharedAnswer,
  type SharedHistory,
} from './schema.ts'
import { storeRun } from './store-run.ts'
import * as store from './store.ts'
import type { StoredRun } from './run-hotspot.ts'

/** /api/runs: the stored runs with exact counts, and the making of the next. */
export const runRoutes = (service: Service, { needs }: Gate) =>
  Router()
    .get('/', needs('storedRun', 'read'), async (req, res) => {
      const { runs, counts } = await accessOf(req).look({ type: 'stored runs' }, async (db) => ({
        runs: await store.runs(db, { kind: null }),
        counts: await store.countsOfRuns(db, {}),
      }))

      res.json({ runs: runs.map((run) => toRun(run, counts)), canMake: runsToMake(runs, service.today()) })
    })
    .post('/', needs('storedRun', 'create', { databaseRole: 'intake', logAs: 'alteration' }), async (req, res) => {
      const input = parseBody(RunInput, req)
      const { person, work } = accessOf(req)
      const made = await work({ type: 'stored run', details: input }, async (db) =>
        detailOf(db, await storeRun(db, input, { today: service.today(), now: service.now() }, person.name)),
      )

      res.status(201).location(`/api/runs/${made.run.id}`).json(made)
    })
    .get('/:id', needs('storedRun', 'read'), async (req, res) => {
      const id = uuidParameter(req)

      res.json(await accessOf(req).look({ type: 'stored run', id }, (db) => detailOf(db, id)))
    })

/** /api/shared: the stored run as operational partners see it (G2). Nothing but the run can be chosen. */
export const sharedRoutes = (_service: Service, { needs }: Gate) =>
  Router()
    .get('/hotspots', needs('hotspot', 'read'), async (req, res) => {
      const { run: asked } = parseQuery(SharedQuery, req)

      res.json(await accessOf(req).look({ type: 'shared hotspots', id: asked }, (db) => sharedAnswer(db, asked)))
    })
    .get('/places/:id', needs('hotspot', 'read'), async (req, res) => {
      const id = uuidParameter(req)
      const found = await accessOf(req).look({ type: 'shared place', id }, async (db) => {
        const place = id && (await store.sharedPlace(db, { id }))
        return place ? { place, months: await store.monthsOfPlace(db, { id: place.id }) } : undefined
      })
      if (!found) throw notFound('That place')

      res.json(found)
    })
    .get('/history/:hotspotId', needs('hotspot', 'read'), async (req, res) => {
      const hotspotId = uuidParameter(req, 'hotspotId')
      // One that is not shown to the reader reads as one that there never was.
      const history = await accessOf(req).look({ type: 'shared hotspot history', id: hotspotId }, (db) =>
        hotspotId ? store.historyOfShared(db, { hotspotId }) : Promise.resolve(undefined),
      )
      if (!history) throw notFound('That hotspot')

      res.json({ history } satisfies SharedHistory)
    })

/** /api/lists: the depersonalised lists of whole quarters (G3). Each download is logged as a disclosure. */
export const listRoutes = (_service: Service, { needs }: Gate) => {
  const listOf = (req: Request, format: string) => {
    const id = uuidParameter(req)
    return accessOf(req).look({ type: 'list of a quarter', id, details: { format } }, async (db) => {
      const run = (await store.runs(db, { kind: 'quarter' })).find((one) => one.id === id)
      if (!run) throw notFound('That list')
      return { run, rows: await store.listedOfRun(db, { runId: run.id }) }
    })
  }
  const attachment = (run: StoredRun, ending: string) => `attachment; filename="OS_${releaseIdOf(run)}.${ending}"`
  const limit = limitExports()

  return Router()
    .get('/', needs('hotspotList', 'read'), async (req, res) => {
      const lists = await accessOf(req).look(
        { type: 'lists of quarters' },
        async (db): Promise<QuarterLists['lists']> => {
          const rows = new Map((await store.listedCounts(db, {})).map((count) => [count.id, count.rows]))
          return (await store.runs(db, { kind: 'quarter' })).map((run) => ({
            id: run.id,
            quarter: quarterName(run.month),
            period: { from: run.from, to: run.to },
            releaseId: releaseIdOf(run),
            rows: rows.get(run.id) ?? 0,
            withheld: run.withheldG3,
            madeAt: run.madeAt,
          }))
        },
      )

      res.json({ lists, why: WHY_NOT_LISTED })
    })
    .get('/:id.csv', needs('hotspotList', 'export'), limit, async (req, res) => {
      const { run, rows } = await listOf(req, 'csv')

      res.type('text/csv; charset=utf-8').set('Content-Disposition', attachment(run, 'csv')).send(toListCsv(run, rows))
    })
    .get('/:id.geojson', needs('hotspotList', 'export'), limit, async (req, res) => {
      const { run, rows } = await listOf(req, 'geojson')

      res
        .type('application/geo+json')
        .set('Content-Disposition', attachment(run, 'geojson'))
        .send(JSON.stringify(toListGeoJson(run, rows)))
    })
}

/** In general: which reason holds for which place, and how often, would tell of the place. */
const WHY_NOT_SHARED = [
  'Fewer than three different children were reported there in the twelve months.',
  'It is an area of private addresses.',
  'It lies near a place that protects children or others.',
]
const WHY_NOT_LISTED = [
  'Fewer than five different children, or fewer than ten reports, in the quarter.',
  'One or two children give most of the reports.',
  'Nobody was found there and no child said so: it is only suspected.',
  ...WHY_NOT_SHARED.slice(1),
]

const sharedAnswer = async (db: Db, asked: string | undefined): Promise<SharedAnswer> => {
  const runs = await store.runs(db, { kind: 'month' })
  const run = asked === undefined ? runs[0] : runs.find(({ id }) => id === asked)
  if (asked !== undefined && !run) throw notFound('That run')
  const names = runs.map(({ id, month }) => ({ id, month }))
  if (!run) return { run: null, runs: names, hotspots: [], withheld: 0, why: [] }

  const hotspots = await store.sharedOfRun(db, { runId: run.id })
  return {
    run: {
      id: run.id,
      month: run.month,
      period: { from: run.from, to: run.to },
      madeAt: run.madeAt,
      method: { ...run.method, version: run.methodVersion },
    },
    runs: names,
    hotspots: hotspots.map(({ id, hotspot: { anchor: _anchor, findings, ...shared } }) => ({
      id,
      ...shared,
      findings: findings ?? null,
    })),
    withheld: run.withheldG2,
    why: WHY_NOT_SHARED,
  }
}

const detailOf = async (db: Db, id: string | undefined): Promise<RunDetail> => {
  const run = (await store.runs(db, { kind: null })).find((one) => one.id === id)
  if (!run) throw notFound('That run')
  const hotspots = await store.hotspotsOfRun(db, { runId: run.id })
  return {
    run: toRun(run, await store.countsOfRuns(db, {})),
    hotspots: hotspots.map(({ hotspotId, rank, isFew, sharedRank, hotspot }) => ({
      hotspotId,
      placeId: hotspot.placeId,
      rank,
      name: hotspot.name,
      method: hotspot.method,
      reports: hotspot.counts.reports,
      children: hotspot.counts.children,
      topChildShare: hotspot.counts.topChildShare,
      isFew,
      sharedRank,
      withheldG2: hotspot.withheldG2,
      withheldG3: hotspot.withheldG3,
    })),
  }
}
