import express, { Router, type Request } from 'express'
import { accessOf, type Gate } from '../access/needs.ts'
import { wrongMediaType } from '../errors.ts'
import { parseQuery } from '../request.ts'
import type { Service } from '../service.ts'
import { importAreas, importNaptan, importPlaces, importPostcodes } from './load.ts'
import { AreaImportQuery, AreaQuery, GazetteerQuery } from './schema.ts'
import { searchGazetteer } from './search.ts'
import { areas } from './store.ts'

const GEOJSON = 'application/geo+json'

/** /api/gazetteer: the search, and the files that the gazetteer is made from. */
export const gazetteerRoutes = (_service: Service, { needs }: Gate) =>
  Router()
    .get('/search', needs('gazetteer', 'read'), async (req, res) => {
      const { q } = parseQuery(GazetteerQuery, req)

      res.json({ matches: await accessOf(req).look(GAZETTEER, (db) => searchGazetteer(db, q)) })
    })
    .post('/imports/naptan', needs('gazetteer', 'create'), async (req, res) => {
      res.status(201).json(await accessOf(req).work(GAZETTEER, (db) => importNaptan(db, csvOf(req))))
    })
    .post('/imports/postcodes', needs('gazetteer', 'create'), async (req, res) => {
      res.status(201).json(await accessOf(req).work(GAZETTEER, (db) => importPostcodes(db, csvOf(req))))
    })
    .post('/imports/places', needs('gazetteer', 'create'), readGeojson, async (req, res) => {
      res.status(201).json(await accessOf(req).work(GAZETTEER, (db) => importPlaces(db, geojsonOf(req))))
    })
    .post('/imports/areas', needs('gazetteer', 'create'), readGeojson, async (req, res) => {
      const { kind, source } = parseQuery(AreaImportQuery, req)

      res
        .status(201)
        .json(await accessOf(req).work(GAZETTEER, (db) => importAreas(db, geojsonOf(req), { kind, source })))
    })

/** /api/areas: wards, police neighbourhoods and the partnership's area, with their polygons where they are asked for. */
export const areaRoutes = (_service: Service, { needs }: Gate) =>
  Router().get('/', needs('gazetteer', 'read'), async (req, res) => {
    const { kind = null, geometry } = parseQuery(AreaQuery, req)
    const found = await accessOf(req).look(GAZETTEER, (db) => areas(db, { kind, withGeometry: geometry === 'true' }))

    res.json({
      areas: found.map(({ geometry: outline, ...area }) => (outline ? { ...area, geometry: outline } : area)),
    })
  })

const GAZETTEER = { type: 'gazetteer' }
const readGeojson = express.text({ type: GEOJSON, limit: '64mb' })

const csvOf = (req: Request) => {
  if (!req.is('text/csv')) throw wrongMediaType('text/csv')
  return req
}

const geojsonOf = (req: Request): unknown => {
  if (!req.is(GEOJSON)) throw wrongMediaType(GEOJSON)
  return req.body
}
