import { Router, type Request } from 'express'
import { accessOf, type Gate } from '../access/needs.ts'
import { notFound } from '../errors.ts'
import { parseBody, uuidParameter } from '../request.ts'
import type { Service } from '../service.ts'
import { NewApproval } from './schema.ts'
import { approvals, approvePlace, takeApprovalBack } from './store.ts'

/** /api/public-places: named places near a protected setting that the chair lets be shown, since anybody may be there. */
export const publicPlaceRoutes = (_service: Service, { needs }: Gate) =>
  Router()
    .get('/', needs('publicPlace', 'read'), async (req, res) => {
      res.json({ places: await accessOf(req).look(PLACE, (db) => approvals(db, { placeId: null })) })
    })
    .post('/', needs('publicPlace', 'approve'), async (req, res) => {
      const { placeId, reason } = parseBody(NewApproval, req)
      const { person, look } = accessOf(req)
      const place = await look({ ...PLACE, id: placeId, details: { step: 'approve' } }, async (db) => {
        await approvePlace(db, { placeId, reason, approvedBy: person.name })
        return (await approvals(db, { placeId }))[0]
      })
      if (!place) throw notFound('That place')
      res.status(201).json(place)
    })
    .delete('/:placeId', needs('publicPlace', 'approve'), async (req, res) => {
      const placeId = placeIdOf(req)
      const taken = await accessOf(req).look({ ...PLACE, id: placeId, details: { step: 'take back' } }, (db) =>
        takeApprovalBack(db, { placeId }),
      )
      if (taken === 0) throw notFound('That approval')
      res.status(204).end()
    })

const PLACE = { type: 'public place' }

const placeIdOf = (req: Request): string => {
  const placeId = uuidParameter(req, 'placeId')
  if (placeId === undefined) throw notFound('That approval')
  return placeId
}
