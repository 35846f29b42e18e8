import express, { Router, type Request } from 'express'
import { accessOf, type Gate } from '../access/needs.ts'
import type { Db } from '../db.ts'
import { notFound, wrongMediaType } from '../errors.ts'
import { parseBody, uuidParameter } from '../request.ts'
import type { Service } from '../service.ts'
import { importSettings, keepSetting } from './import-settings.ts'
import { ProtectedSettingInput, type ProtectedSetting } from './schema.ts'
import { endSetting, protectedSettings } from './store.ts'

const GEOJSON = 'application/geo+json'
const readGeojson = express.text({ type: GEOJSON, limit: '16mb' })

/** /api/protected-settings: care homes, placements, refuges and schools (G0). */
export const protectedSettingRoutes = (_service: Service, { needs }: Gate) =>
  Router()
    .get('/', needs('protectedSetting', 'read'), async (req, res) => {
      res.json({ settings: await accessOf(req).look(SETTINGS, (db) => protectedSettings(db, { id: null })) })
    })
    .post('/', needs('protectedSetting', 'create'), async (req, res) => {
      const input = parseBody(ProtectedSettingInput, req)

      res
        .status(201)
        .json(
          await accessOf(req).look({ ...SETTINGS, details: { kind: input.kind } }, async (db) =>
            settingOf(db, await keepSetting(db, input)),
          ),
        )
    })
    .post('/import', needs('protectedSetting', 'create'), readGeojson, async (req, res) => {
      if (!req.is(GEOJSON)) throw wrongMediaType(GEOJSON)
      const details = { way: 'file' }
      res.status(201).json(await accessOf(req).look({ ...SETTINGS, details }, (db) => importSettings(db, req.body)))
    })
    .post('/:id/end', needs('protectedSetting', 'update'), async (req, res) => {
      const id = idOf(req)
      res.json(
        await accessOf(req).look({ ...SETTINGS, id, details: { step: 'end' } }, async (db) => {
          await endSetting(db, { id })
          return settingOf(db, id)
        }),
      )
    })

const SETTINGS = { type: 'protected setting' }

const idOf = (req: Request): string => {
  const id = uuidParameter(req)
  if (id === undefined) throw notFound('That setting')
  return id
}

const settingOf = async (db: Db, id: string): Promise<ProtectedSetting> => {
  const [setting] = await protectedSettings(db, { id })
  if (!setting) throw notFound('That setting')
  return setting
}
