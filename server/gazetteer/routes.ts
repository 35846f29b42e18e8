import { Router } from 'express'
import { fromCursor, toCursor } from '../cursor.ts'
import { notFound } from '../errors.ts'
import { parseBody, parseQuery, uuidParameter } from '../request.ts'
import type { Service } from '../service.ts'
import { changePlace, createPlace, restorePlace, retirePlace } from './keep-place.ts'
import { comparedName } from './name.ts'
import { PlaceChange, PlaceInput, PlaceQuery, PlaceRetirement, PlaceVersion } from './schema.ts'
import { pageOfPlaces, placeRevisions, placesById } from './store.ts'
import type { Request } from 'express'

/** /api/places: drawn, moved, renamed, described, retired and brought back; never deleted. */
export const placeRoutes = ({ db }: Service) =>
  Router()
    .get('/', async (req, res) => {
      const { search, category = null, retired, limit, cursor } = parseQuery(PlaceQuery, req)
      const { key: afterName, id: afterId } = fromCursor(cursor)
      const words = search === undefined ? null : comparedName(search) || null

      const found = await pageOfPlaces(db, { search: words, category, retired, afterName, afterId, limit: limit + 1 })
      const page = found.slice(0, limit)
      const last = found.length > limit ? page.at(-1) : undefined
      const places = await placesById(db, { ids: page.map(({ id }) => id) })

      res.json({ places, next: last ? toCursor(last.name, last.id) : null })
    })
    .post('/', async (req, res) => {
      const place = await createPlace(db, parseBody(PlaceInput, req))

      res.status(201).location(`/api/places/${place.id}`).json(place)
    })
    .get('/:id', async (req, res) => {
      const [place] = await placesById(db, { ids: [placeId(req)] })
      if (!place) throw notFound('That place')

      res.json(place)
    })
    .patch('/:id', async (req, res) => {
      res.json(await changePlace(db, placeId(req), parseBody(PlaceChange, req)))
    })
    .get('/:id/history', async (req, res) => {
      const id = placeId(req)
      const [place] = await placesById(db, { ids: [id] })
      if (!place) throw notFound('That place')

      res.json({ revisions: await placeRevisions(db, { id }) })
    })
    .post('/:id/retire', async (req, res) => {
      const { version, reason } = parseBody(PlaceRetirement, req)

      res.json(await retirePlace(db, placeId(req), version, reason))
    })
    .post('/:id/restore', async (req, res) => {
      res.json(await restorePlace(db, placeId(req), parseBody(PlaceVersion, req).version))
    })

const placeId = (req: Request): string => {
  const id = uuidParameter(req)
  if (!id) throw notFound('That place')
  return id
}
