import compression from 'compression'
import express, { type Express } from 'express'
import { ownPagesOnly } from './access/own-pages.ts'
import { notFound, toProblem } from './errors.ts'
import { areaRoutes, gazetteerRoutes } from './gazetteer/import-routes.ts'
import { placeRoutes } from './gazetteer/routes.ts'
import { healthRoutes } from './health/routes.ts'
import { queueRoutes, reportRoutes } from './locations/routes.ts'
import { mapRoutes } from './map/routes.ts'
import { exportRoutes, hotspotRoutes } from './hotspots/routes.ts'
import { importRoutes } from './imports/routes.ts'
import { openApiRoutes } from './openapi/routes.ts'
import { writeProblem } from './problem.ts'
import { securityHeaders } from './access/security-headers.ts'
import type { Service } from './service.ts'
import { settingsRoutes } from './settings/routes.ts'

/** The whole service as an Express app: `/api` first, then the pages. `pages` serves the built front end where there is one. */
export const createApp = (service: Service, pages?: express.RequestHandler): Express => {
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.use(securityHeaders(service.config.basemap))
  app.use(ownPagesOnly)
  app.use(compression())

  app.use('/api', (_req, res, next) => {
    res.set('Cache-Control', 'no-store')
    next()
  })
  // Bodies that are files: read as they come.
  app.use('/api/imports', importRoutes(service))
  app.use(express.json({ limit: '1mb' }))
  app.use('/api/health', healthRoutes(service))
  app.use('/api/hotspots', hotspotRoutes(service))
  app.use('/api/exports', exportRoutes(service))
  app.use('/api', mapRoutes(service))
  app.use('/api', openApiRoutes())
  app.use('/api/places', placeRoutes(service))
  app.use('/api/areas', areaRoutes(service))
  app.use('/api/gazetteer', gazetteerRoutes(service))
  app.use('/api/reports', reportRoutes(service))
  app.use('/api/queue', queueRoutes(service))
  app.use('/api/settings', settingsRoutes(service))
  app.use('/api', () => {
    throw notFound()
  })

  if (pages) app.use(pages)
  app.use(() => {
    throw notFound('That page')
  })
  app.use(writeProblem(toProblem, service.report))
  return app
}
