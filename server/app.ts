import compression from 'compression'
import express, { type Express } from 'express'
import { notFound, toProblem } from './errors.ts'
import { healthRoutes } from './health/routes.ts'
import { writeProblem } from './problem.ts'
import { securityHeaders } from './access/security-headers.ts'
import type { Service } from './service.ts'

/** The whole service as an Express app: `/api` first, then the pages. `pages` serves the built front end where there is one. */
export const createApp = (service: Service, pages?: express.RequestHandler): Express => {
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.use(securityHeaders(service.config.basemap))
  app.use(compression())

  app.use('/api', (_req, res, next) => {
    res.set('Cache-Control', 'no-store')
    next()
  })
  app.use(express.json({ limit: '1mb' }))
  app.use('/api/health', healthRoutes(service))
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
