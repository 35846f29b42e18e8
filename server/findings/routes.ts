import { Router } from 'express'
import { accessOf, type Gate } from '../access/needs.ts'
import type { Db } from '../db.ts'
import { notFound } from '../errors.ts'
import { uuidParameter } from '../request.ts'
import { toRun } from '../runs/run-answer.ts'
import type { StoredRun } from '../runs/run-hotspot.ts'
import type { Service } from '../service.ts'
import { toFound, toLineage } from './answer.ts'
import type { HotspotHistory, RunBacktest, RunFindings, RunSurface } from './schema.ts'
import * as store from './store.ts'

/** /api/runs: what a stored month says beside its counts, for co-ordinator and chair (G1). */
export const findingsRoutes = (_service: Service, { needs }: Gate) =>
  Router()
    .get('/history/:hotspotId', needs('storedRun', 'read'), async (req, res) => {
      const hotspotId = uuidParameter(req, 'hotspotId')
      const rows = await accessOf(req).look({ type: 'hotspot history', id: hotspotId }, (db) =>
        hotspotId ? store.historyOf(db, { hotspotId }) : Promise.resolve([]),
      )
      if (rows.length === 0) throw notFound('That hotspot')

      const history = rows.map((row) => ({ ...row, lineage: toLineage(row.lineage) }))
      res.json({ history } satisfies HotspotHistory)
    })
    .get('/:id/findings', needs('storedRun', 'read'), async (req, res) => {
      const id = uuidParameter(req)

      res.json(await accessOf(req).look({ type: 'stored run', id }, (db) => findingsOf(db, id)))
    })
    .get('/:id/surface', needs('storedRun', 'read'), async (req, res) => {
      const id = uuidParameter(req)
      const surface = await accessOf(req).look({ type: 'surface of a stored run', id }, async (db) => {
        const { run } = await monthOf(db, id)
        return (await store.surfaceOf(db, { runId: run.id }))?.surface
      })
      if (!surface) throw notStoredThen()

      res.json(surface satisfies RunSurface)
    })
    .get('/:id/backtest', needs('storedRun', 'read'), async (req, res) => {
      const id = uuidParameter(req)

      res.json(await accessOf(req).look({ type: 'backtest of a stored run', id }, (db) => backtestOf(db, id)))
    })

/** Runs from before there were findings have none: they are left as they were stored. */
const notStoredThen = () => notFound('That month’s findings')

const findingsOf = async (db: Db, id: string | undefined): Promise<RunFindings> => {
  const { run, months } = await monthOf(db, id)
  const stored = await store.pictureOf(db, { runId: run.id })
  if (!stored) throw notStoredThen()
  const { leftOut } = (await store.leftOutOf(db, { runId: run.id }))!
  return {
    run: toRun(run, await store.countsOfRuns(db, {})),
    months,
    ...stored.picture,
    ...toFound(await store.hotspotsOfRun(db, { runId: run.id })),
    leftOut,
  }
}

const backtestOf = async (db: Db, id: string | undefined): Promise<RunBacktest> => {
  const { run, months } = await monthOf(db, id)
  const stored = await store.backtestOf(db, { runId: run.id })
  if (!stored) throw notStoredThen()
  return { run: toRun(run, await store.countsOfRuns(db, {})), months, backtest: stored.backtest }
}

const monthOf = async (db: Db, id: string | undefined): Promise<{ run: StoredRun } & Pick<RunFindings, 'months'>> => {
  const runs = await store.runs(db, { kind: 'month' })
  const run = runs.find((one) => one.id === id)
  if (!run) throw notFound('That month')
  return { run, months: runs.map(({ id: other, month }) => ({ id: other, month })) }
}
