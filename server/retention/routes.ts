import { Router } from 'express'
import { accessOf, type Gate } from '../access/needs.ts'
import type { Service } from '../service.ts'
import { readPolicy } from '../settings/read-policy.ts'
import { dueForDeletion } from './due-for-deletion.ts'
import type { Retention } from './schema.ts'

/** /api/retention: what falls due for deletion, in counts. Deleting is for the command line. */
export const retentionRoutes = (service: Service, { needs }: Gate) =>
  Router().get('/', needs('retention', 'read'), async (req, res) => {
    const policy = await accessOf(req).look({ type: 'retention' }, readPolicy)
    const today = service.today()

    res.json({ today, due: await dueForDeletion(service.db, policy, today) } satisfies Retention)
  })
