import { Router } from 'express'
import { Temporal } from 'temporal-polyfill'
import { accessOf, type Gate } from '../access/needs.ts'
import { startOfDay } from '../local-time.ts'
import { parseQuery } from '../request.ts'
import type { Service } from '../service.ts'
import { detailsOf } from './details.ts'
import { AuditQuery, type AuditHealth, type AuditPage } from './schema.ts'
import { headOfLog, pageOfLog } from './store.ts'
import { verifyLog } from './verify-log.ts'

/** /api/audit: the lines of the log, and whether it is whole. */
export const auditRoutes = (service: AuditService, { needs }: Gate) =>
  Router()
    .get('/', needs('auditLog', 'read'), async (req, res) => {
      const {
        limit,
        cursor = null,
        from,
        to,
        person = null,
        action = null,
        objectType = null,
      } = parseQuery(AuditQuery, req)
      const filter = {
        before: cursor,
        from: from === undefined ? null : startOfDay(from),
        to: to === undefined ? null : startOfDay(dayAfter(to)),
        person,
        action,
        objectType,
        limit: limit + 1,
      }
      const asked = { from, to, person, action, objectType }
      const found = await accessOf(req).look({ type: 'log', details: given(asked) }, (db) => pageOfLog(db, filter))

      const lines = found.slice(0, limit)
      const next = found.length > limit ? String(lines.at(-1)?.seq) : null
      res.json({
        lines: lines.map((line) => ({ ...line, details: detailsOf(line) })),
        next,
      } satisfies AuditPage)
    })
    .get('/health', needs('auditHealth', 'read'), async (req, res) => {
      const headsFile = service.auditHeadsFile ?? null
      const [verdict, head] = await accessOf(req).work({ type: 'log health' }, async (db) => [
        await verifyLog(db, service.secrets.auditKey, headsFile),
        await headOfLog(db, {}),
      ])

      res.json({ ...verdict, head: head ? { seq: head.seq, at: head.at } : null } satisfies AuditHealth)
    })

/** `auditHeadsFile`: where the heads of the log are kept. */
export type AuditService = Service & { auditHeadsFile?: string | null }

const given = (filter: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null && value !== undefined))

const dayAfter = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString()
