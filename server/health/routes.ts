import { Router } from 'express'
import type { Service } from '../service.ts'
import { version } from '../version.ts'

/** Open to all: whether the service and its database answer. A database that does not is a 503 problem. */
export const healthRoutes = ({ db, databaseKind }: Service) =>
  Router().get('/', async (_req, res) => {
    await db.query('select 1')

    res.json({ status: 'ok', database: databaseKind, version })
  })
