import { Router, type Request } from 'express'
import { accessOf, type Gate } from '../access/needs.ts'
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
export const reportRoutes = ({ secrets }: Service, { needs }: Gate) =>
  Router()
    .post('/', needs('exactReport', 'create'), async (req, res) => {
      const input = parseBody(ReportInput, req)
      const { person, look } = accessOf(req)
      // What lies in the future is told by the real clock, wherever the demo's stands.
      const report = await look({ type: 'location report' }, (db) =>
        enterReport(db, secrets, input, Date.now(), person),
      )

      res.status(201).location(`/api/reports/${report.id}`).json(report)
    })
    .get('/:id', needs('exactReport', 'read', { subject: ofReport }), async (req, res) => {
      const id = reportId(req)
      const [report] = await accessOf(req).look({ type: 'location report', id }, (db) => reportsById(db, { ids: [id] }))
      if (!report) throw notFound('That report')

      res.json(report)
    })
    .post('/:id/place', needs('exactReport', 'update'), async (req, res) => {
      const [id, placement] = [reportId(req), parseBody(Placement, req)]

      res.json(await accessOf(req).look({ type: 'location report', id }, (db) => placeReport(db, id, placement)))
    })
    .post('/:id/set-aside', needs('exactReport', 'update'), async (req, res) => {
      const [id, { version, reason }] = [reportId(req), parseBody(SettingAside, req)]

      res.json(
        await accessOf(req).look({ type: 'location report', id }, (db) => setReportAside(db, id, version, reason)),
      )
    })
    .post('/:id/return-to-queue', needs('exactReport', 'update'), async (req, res) => {
      const [id, { version }] = [reportId(req), parseBody(ReportVersion, req)]

      res.json(await accessOf(req).look({ type: 'location report', id }, (db) => returnReportToQueue(db, id, version)))
    })

/** /api/queue: what waits for a person. */
export const queueRoutes = (_service: Service, { needs }: Gate) =>
  Router()
    .get('/unplaced', needs('exactReport', 'update', AS_A_LOOK), async (req, res) => {
      const query = parseQuery(QueueQuery, req)

      res.json(await accessOf(req).look({ type: 'queue of reports to place' }, (db) => unplacedReports(db, query)))
    })
    .get('/duplicates', needs('exactReport', 'update', AS_A_LOOK), async (req, res) => {
      const query = parseQuery(DuplicateQuery, req)

      res.json(await accessOf(req).look({ type: 'queue of likely duplicates' }, (db) => duplicatePairs(db, query)))
    })
    .post('/duplicates', needs('exactReport', 'update'), async (req, res) => {
      const decision = parseBody(DuplicateDecision, req)

      res.json(
        await accessOf(req).look({ type: 'likely duplicate', id: decision.firstReportId }, (db) =>
          decideDuplicate(db, decision),
        ),
      )
    })

/** The queue is there for whoever may work on it; to see it is a look. */
const AS_A_LOOK = { logAs: 'consultation' } as const

/** Each report is a subject of its own: whoever works through the queue is asked once for all of it. */
const ofReport = (req: Request) => `report ${String(req.params['id']).slice(0, 40)}`

const reportId = (req: Request): string => {
  const id = uuidParameter(req)
  if (!id) throw notFound('That report')
  return id
}
