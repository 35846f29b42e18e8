import { Router } from 'express'
import type { Gate } from '../access/needs.ts'
import type { Service } from '../service.ts'
import { version } from '../version.ts'

/** Open to all: whether the service and its database answer. A database that does not is a 503 problem. */
export const healthRoutes = ({ db, databaseKind }: Service, { open }: Gate) =>
  Router().get('/', open, async (_req, res) => {
    await db.query('select 1')

    res.json({ status: 'ok', database: databaseKind, version })
  })
