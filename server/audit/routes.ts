import { Router } from 'express'
import { accessOf, type Gate } from '../access/needs.ts'
import { dayAfter, startOfDay } from '../local-time.ts'
import { parseQuery } from '../request.ts'
import type { Service } from '../service.ts'
import { detailsOf } from './details.ts'
import { AuditQuery, type AuditHealth, type AuditPage } from './schema.ts'
import { headOfLog, pageOfLog } from './store.ts'
import { verifyLog } from './verify-log.ts'

/** /api/audit: the lines of the log, and whether it is whole. */
export const auditRoutes = (service: Service, { needs }: Gate) =>
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
      const [verdict, head] = await accessOf(req).work({ type: 'log health' }, async (db) => [
        await verifyLog(db, service.secrets.auditKey, service.auditHeadsFile),
        await headOfLog(db, {}),
      ])

      res.json({ ...verdict, head: head ? { seq: head.seq, at: head.at } : null } satisfies AuditHealth)
    })

const given = (filter: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null && value !== undefined))
