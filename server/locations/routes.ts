import { Router, type Request } from 'express'
import { notFound } from '../errors.ts'
import { parseBody, parseQuery, uuidParameter } from '../request.ts'
import type { Service } from '../service.ts'
import { decideDuplicate, duplicatePairs } from './duplicates.ts'
import { enterReport } from './enter-report.ts'
import { placeReport, returnReportToQueue, setReportAside } from './place-report.ts'
import {
  DuplicateDecision,
  DuplicateQuery,
  Placement,
  QueueQuery,
  ReportInput,
  ReportVersion,
  SettingAside,
} from './schema.ts'
import { reportsById } from './store.ts'
import { unplacedReports } from './unplaced-queue.ts'

/** /api/reports: one by hand, one to look at, and what a person says of where it was. */
export const reportRoutes = ({ db, secrets }: Service) =>
  Router()
    .post('/', async (req, res) => {
      // What lies in the future is told by the real clock, wherever the demo's stands.
      const report = await enterReport(db, secrets, parseBody(ReportInput, req), Date.now())

      res.status(201).location(`/api/reports/${report.id}`).json(report)
    })
    .get('/:id', async (req, res) => {
      const [report] = await reportsById(db, { ids: [reportId(req)] })
      if (!report) throw notFound('That report')

      res.json(report)
    })
    .post('/:id/place', async (req, res) => {
      res.json(await placeReport(db, reportId(req), parseBody(Placement, req)))
    })
    .post('/:id/set-aside', async (req, res) => {
      const { version, reason } = parseBody(SettingAside, req)

      res.json(await setReportAside(db, reportId(req), version, reason))
    })
    .post('/:id/return-to-queue', async (req, res) => {
      res.json(await returnReportToQueue(db, reportId(req), parseBody(ReportVersion, req).version))
    })

/** /api/queue: what waits for a person. */
export const queueRoutes = ({ db }: Service) =>
  Router()
    .get('/unplaced', async (req, res) => {
      res.json(await unplacedReports(db, parseQuery(QueueQuery, req)))
    })
    .get('/duplicates', async (req, res) => {
      res.json(await duplicatePairs(db, parseQuery(DuplicateQuery, req)))
    })
    .post('/duplicates', async (req, res) => {
      res.json(await decideDuplicate(db, parseBody(DuplicateDecision, req)))
    })

const reportId = (req: Request): string => {
  const id = uuidParameter(req)
  if (!id) throw notFound('That report')
  return id
}
