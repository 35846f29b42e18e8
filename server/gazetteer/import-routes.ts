import express, { Router, type Request } from 'express'
import { wrongMediaType } from '../errors.ts'
import { parseQuery } from '../request.ts'
import type { Service } from '../service.ts'
import { importAreas, importNaptan, importPlaces, importPostcodes } from './load.ts'
import { AreaImportQuery, AreaQuery, GazetteerQuery } from './schema.ts'
import { searchGazetteer } from './search.ts'
import { areas } from './store.ts'

const GEOJSON = 'application/geo+json'

/** /api/gazetteer: the search, and the files that the gazetteer is made from. */
export const gazetteerRoutes = ({ db }: Service) =>
  Router()
    .get('/search', async (req, res) => {
      res.json({ matches: await searchGazetteer(db, parseQuery(GazetteerQuery, req).q) })
    })
    .post('/imports/naptan', async (req, res) => {
      res.status(201).json(await importNaptan(db, csvOf(req)))
    })
    .post('/imports/postcodes', async (req, res) => {
      res.status(201).json(await importPostcodes(db, csvOf(req)))
    })
    .use(express.text({ type: GEOJSON, limit: '64mb' }))
    .post('/imports/places', async (req, res) => {
      res.status(201).json(await importPlaces(db, geojsonOf(req)))
    })
    .post('/imports/areas', async (req, res) => {
      const { kind, source } = parseQuery(AreaImportQuery, req)
      res.status(201).json(await importAreas(db, geojsonOf(req), { kind, source }))
    })

/** /api/areas: wards, police neighbourhoods and the partnership's area, with their polygons where they are asked for. */
export const areaRoutes = ({ db }: Service) =>
  Router().get('/', async (req, res) => {
    const { kind = null, geometry } = parseQuery(AreaQuery, req)
    const found = await areas(db, { kind, withGeometry: geometry === 'true' })

    res.json({
      areas: found.map(({ geometry: outline, ...area }) => (outline ? { ...area, geometry: outline } : area)),
    })
  })

const csvOf = (req: Request) => {
  if (!req.is('text/csv')) throw wrongMediaType('text/csv')
  return req
}

const geojsonOf = (req: Request): unknown => {
  if (!req.is(GEOJSON)) throw wrongMediaType(GEOJSON)
  return req.body
}
