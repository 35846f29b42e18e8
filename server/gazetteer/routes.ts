import { Router } from 'express'
import { fromCursor, toCursor } from '../cursor.ts'
import { accessOf, type Gate } from '../access/needs.ts'
import { notFound } from '../errors.ts'
import { parseBody, parseQuery, uuidParameter } from '../request.ts'
import type { Service } from '../service.ts'
import { changePlace, createPlace, restorePlace, retirePlace } from './keep-place.ts'
import { comparedName } from './name.ts'
import { PlaceChange, PlaceInput, PlaceQuery, PlaceRetirement, PlaceVersion } from './schema.ts'
import { pageOfPlaces, placeRevisions, placesById } from './store.ts'
import type { Request } from 'express'

/** /api/places: drawn, moved, renamed, described, retired and brought back; never deleted. */
export const placeRoutes = (_service: Service, { needs }: Gate) =>
  Router()
    .get('/', needs('gazetteer', 'read'), async (req, res) => {
      const { search, category = null, retired, limit, cursor } = parseQuery(PlaceQuery, req)
      const { key: afterName, id: afterId } = fromCursor(cursor)
      const words = search === undefined ? null : comparedName(search) || null

      const list = await accessOf(req).look(PLACES, async (db) => {
        const found = await pageOfPlaces(db, { search: words, category, retired, afterName, afterId, limit: limit + 1 })
        const page = found.slice(0, limit)
        const last = found.length > limit ? page.at(-1) : undefined
        const places = await placesById(db, { ids: page.map(({ id }) => id) })
        return { places, next: last ? toCursor(last.name, last.id) : null }
      })

      res.json(list)
    })
    .post('/', needs('gazetteer', 'create'), async (req, res) => {
      const input = parseBody(PlaceInput, req)
      const place = await accessOf(req).look(PLACES, (db) => createPlace(db, input))

      res.status(201).location(`/api/places/${place.id}`).json(place)
    })
    .get('/:id', needs('gazetteer', 'read'), async (req, res) => {
      const id = placeId(req)
      const [place] = await accessOf(req).look({ type: 'place', id }, (db) => placesById(db, { ids: [id] }))
      if (!place) throw notFound('That place')

      res.json(place)
    })
    .patch('/:id', needs('gazetteer', 'update'), async (req, res) => {
      const [id, change] = [placeId(req), parseBody(PlaceChange, req)]

      res.json(await accessOf(req).look({ type: 'place', id }, (db) => changePlace(db, id, change)))
    })
    .get('/:id/history', needs('gazetteer', 'read'), async (req, res) => {
      const id = placeId(req)
      const revisions = await accessOf(req).look({ type: 'place', id }, async (db) => {
        const [place] = await placesById(db, { ids: [id] })
        if (!place) throw notFound('That place')
        return placeRevisions(db, { id })
      })

      res.json({ revisions })
    })
    .post('/:id/retire', needs('gazetteer', 'update'), async (req, res) => {
      const [id, { version, reason }] = [placeId(req), parseBody(PlaceRetirement, req)]

      res.json(await accessOf(req).look({ type: 'place', id }, (db) => retirePlace(db, id, version, reason)))
    })
    .post('/:id/restore', needs('gazetteer', 'update'), async (req, res) => {
      const [id, { version }] = [placeId(req), parseBody(PlaceVersion, req)]

      res.json(await accessOf(req).look({ type: 'place', id }, (db) => restorePlace(db, id, version)))
    })

const PLACES = { type: 'gazetteer' }

const placeId = (req: Request): string => {
  const id = uuidParameter(req)
  if (!id) throw notFound('That place')
  return id
}
