import { Router, type Request } from 'express'
import { accessOf, type Gate } from '../access/needs.ts'
import { fromCursor, toCursor } from '../cursor.ts'
import type { Db } from '../db.ts'
import { notFound } from '../errors.ts'
import { parseBody, parseQuery, uuidParameter } from '../request.ts'
import { isToldMonths } from '../reviews/review-answer.ts'
import type { Service } from '../service.ts'
import { readPolicy } from '../settings/read-policy.ts'
import { coveredHours, gapsOf } from './coverage.ts'
import { changeSafePlace, createSafePlace, retireSafePlace, safePlaceOf, type Keeper } from './keep-safe-place.ts'
import {
  SafePlaceChange,
  SafePlaceInput,
  SafePlaceQuery,
  SafePlaceRetirement,
  SafePlaceVersion,
  type SafePlaceList,
  type SafePlacesNear,
} from './schema.ts'
import * as store from './store.ts'
import { checkWording } from '../wording/check-wording.ts'

/** /api/safe-places: where young people can go, and adults with a caring intention. Public geography: nothing about a child. */
export const safePlaceRoutes = (service: Service, { needs }: Gate) => {
  const keeperOf = (req: Request): Keeper => ({ person: accessOf(req).person, at: service.now() })
  /** Everybody reads it: no person's name or number in it. */
  const check = (db: Db, req: Request, { name, contactRole, notes, why, checkedWords }: Words) =>
    checkWording(
      db,
      { secrets: service.secrets, person: accessOf(req).person, now: service.now() },
      { '/name': name, '/contactRole': contactRole, '/notes': notes, '/why': why },
      checkedWords,
    )

  return (
    Router()
      .get('/', needs('safePlace', 'read'), async (req, res) => {
        const { retired, limit, cursor } = parseQuery(SafePlaceQuery, req)
        const { key: afterName, id: afterId } = fromCursor(cursor)
        const found = await accessOf(req).look(OBJECT, (db) =>
          store.pageOfSafePlaces(db, { retired, afterName, afterId, limit: limit + 1 }),
        )
        const safePlaces = found.slice(0, limit)
        const last = found.length > limit ? safePlaces.at(-1) : undefined

        res.json({ safePlaces, next: last ? toCursor(last.name, last.id) : null } satisfies SafePlaceList)
      })
      .post('/', needs('safePlace', 'create'), async (req, res) => {
        const input = parseBody(SafePlaceInput, req)
        const made = await accessOf(req).look(OBJECT, async (db) => {
          await check(db, req, input)
          return createSafePlace(db, input, keeperOf(req))
        })

        res.status(201).location(`/api/safe-places/${made.id}`).json(made)
      })
      // What is near a place under review is asked as far as the grant on the place reaches, not as far as that on safe places.
      .get('/near/:reviewId', needs('review', 'read'), async (req, res) => {
        const access = accessOf(req)
        const reviewId = idOf(req, 'reviewId')
        const near = await access.look(
          { type: 'place under review', id: reviewId },
          async (db): Promise<SafePlacesNear> => {
            const place = await store.placeUnderReview(db, { reviewId })
            if (!place) throw notFound('That place')
            const { safePlaceMetres: metres } = await readPolicy(db)
            const safePlaces = await store.safePlacesNear(db, { reviewId, metres })
            const covered = coveredHours(safePlaces.flatMap(({ openHours }) => openHours))
            const isTold = isToldMonths(access)
            const isPlaced = isTold || place.placeId !== null || access.scope === 'referred'
            return {
              metres,
              safePlaces: safePlaces.map((one) => ({ ...one, distanceMetres: isPlaced ? one.distanceMetres : null })),
              covered,
              windows: isTold ? place.windows : null,
              gaps: isTold ? gapsOf(place.windows, covered) : null,
            }
          },
        )

        res.json(near)
      })
      .get('/:id', needs('safePlace', 'read'), async (req, res) => {
        const id = idOf(req)

        res.json(await accessOf(req).look({ ...OBJECT, id }, (db) => safePlaceOf(db, id)))
      })
      .put('/:id', needs('safePlace', 'update'), async (req, res) => {
        const [id, change] = [idOf(req), parseBody(SafePlaceChange, req)]

        res.json(
          await accessOf(req).look({ ...OBJECT, id }, async (db) => {
            await check(db, req, change)
            return changeSafePlace(db, id, change, keeperOf(req))
          }),
        )
      })
      .get('/:id/history', needs('safePlace', 'read'), async (req, res) => {
        const id = idOf(req)
        const revisions = await accessOf(req).look({ ...OBJECT, id }, async (db) => {
          await safePlaceOf(db, id)
          return (await store.revisionsOf(db, { id })).map(({ was }) => was)
        })

        res.json({ revisions })
      })
      .post('/:id/retire', needs('safePlace', 'update'), async (req, res) => {
        const [id, input] = [idOf(req), parseBody(SafePlaceRetirement, req)]

        res.json(
          await accessOf(req).look({ ...OBJECT, id }, async (db) => {
            await check(db, req, input)
            return retireSafePlace(db, id, input, keeperOf(req))
          }),
        )
      })
      .post('/:id/restore', needs('safePlace', 'update'), async (req, res) => {
        const [id, { version }] = [idOf(req), parseBody(SafePlaceVersion, req)]

        res.json(
          await accessOf(req).look({ ...OBJECT, id }, (db) =>
            retireSafePlace(db, id, { version, why: null }, keeperOf(req)),
          ),
        )
      })
  )
}

const OBJECT = { type: 'safe place' }

type Words = Partial<Pick<SafePlaceInput, 'name' | 'contactRole' | 'notes' | 'checkedWords'>> & {
  why?: string
}

const idOf = (req: Request, name = 'id'): string => {
  const id = uuidParameter(req, name)
  if (!id) throw notFound(name === 'id' ? 'That safe place' : 'That place')
  return id
}
