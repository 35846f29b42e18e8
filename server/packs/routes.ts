import { Router } from 'express'
import { accessOf, type Gate } from '../access/needs.ts'
import { uuidParameter } from '../request.ts'
import type { Service } from '../service.ts'
import { readExact, readPack, readSince } from './read-pack.ts'

/** /api/packs: what a meeting was told, frozen by its step (`freezePack`); here it is only read. */
export const packRoutes = (_service: Service, { needs }: Gate) =>
  Router()
    .get('/:meetingId', needs('meetingPack', 'read'), async (req, res) => {
      const id = uuidParameter(req, 'meetingId')

      res.json(await accessOf(req).look({ type: 'pack', id }, (db) => readPack(db, id)))
    })
    .get('/:meetingId/exact', needs('storedRun', 'read'), async (req, res) => {
      const id = uuidParameter(req, 'meetingId')

      res.json(await accessOf(req).look({ type: 'exact numbers of a pack', id }, (db) => readExact(db, id)))
    })
    .get('/:meetingId/since', needs('meetingPack', 'read'), async (req, res) => {
      const id = uuidParameter(req, 'meetingId')

      res.json(await accessOf(req).look({ type: 'since the pack', id }, (db) => readSince(db, id)))
    })
