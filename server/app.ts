import compression from 'compression'
import express, { type Express } from 'express'
import { gate } from './access/needs.ts'
import { ownPagesOnly } from './access/own-pages.ts'
import { notFound } from './errors.ts'
import { toProblem } from './to-problem.ts'
import { assessmentRoutes } from './assessments/routes.ts'
import { auditRoutes } from './audit/routes.ts'
import { childShareRoutes, referenceRoutes } from './children/routes.ts'
import { effectRoutes } from './effects/routes.ts'
import { findingsRoutes } from './findings/routes.ts'
import { actionRoutes } from './actions/routes.ts'
import { colleagueRoutes } from './colleagues/routes.ts'
import { areaRoutes, gazetteerRoutes } from './gazetteer/import-routes.ts'
import { placeRoutes } from './gazetteer/routes.ts'
import { healthRoutes } from './health/routes.ts'
import { queueRoutes, reportRoutes } from './locations/routes.ts'
import { mapRoutes } from './map/routes.ts'
import { exportRoutes, hotspotRoutes } from './hotspots/routes.ts'
import { importRoutes } from './imports/routes.ts'
import { personMeasureRoutes } from './measures/person-routes.ts'
import { measureRoutes } from './measures/routes.ts'
import { openApiRoutes } from './openapi/routes.ts'
import { briefingRoutes } from './briefing/routes.ts'
import { patrolRoutes } from './patrols/routes.ts'
import { shiftRoutes } from './shifts/routes.ts'
import { visitRoutes } from './visits/routes.ts'
import { meetingChildrenRoutes } from './meeting-children/routes.ts'
import { meetingRoutes } from './meetings/routes.ts'
import { minutesRoutes } from './minutes/routes.ts'
import { packRoutes } from './packs/routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { planRoutes } from './plans/routes.ts'
import { printRoutes } from './print/routes.ts'
import { outreachRoutes } from './outreach/routes.ts'
import { referralRoutes } from './referrals/routes.ts'
import { writeProblem } from './problem.ts'
import { securityHeaders } from './access/security-headers.ts'
import type { Service } from './service.ts'
import { publicPlaceRoutes } from './protected/public-place-routes.ts'
import { protectedSettingRoutes } from './protected/routes.ts'
import { retentionRoutes } from './retention/routes.ts'
import { reviewRoutes } from './reviews/routes.ts'
import { listRoutes, runRoutes, sharedRoutes } from './runs/routes.ts'
import { safePlaceRoutes } from './safe-places/routes.ts'
import { sessionRoutes } from './sign-in/routes.ts'
import { signInRoutes } from './sign-in/sign-in-routes.ts'
import { settingsRoutes } from './settings/routes.ts'

/** The whole service as an Express app: `/api` first, then the pages. `pages` serves the built front end where there is one. */
export const createApp = (service: Service, pages?: express.RequestHandler): Express => {
  const app = express()
  const gated = gate(service)
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  // One proxy, the one that ends the TLS: it says who is really asking.
  if (service.config.origin) app.set('trust proxy', 1)
  app.use(securityHeaders(service.config.basemap, service.isSecure))
  app.use(ownPagesOnly(service.config.origin))
  app.use(compression())

  app.use('/api', (_req, res, next) => {
    res.set('Cache-Control', 'no-store')
    next()
  })
  // Bodies that are files: read as they come.
  app.use('/api/imports', importRoutes(service, gated))
  app.use(express.json({ limit: '1mb', reviver: wellFormed }))
  app.use('/api/health', healthRoutes(service, gated))
  app.use('/api/session', sessionRoutes(service, gated))
  app.use('/api/sign-in', signInRoutes(service, gated))
  app.use('/api/hotspots', hotspotRoutes(service, gated))
  app.use('/api/exports', exportRoutes(service, gated))
  app.use('/api', mapRoutes(service, gated))
  app.use('/api', openApiRoutes(gated))
  app.use('/api/places', placeRoutes(service, gated))
  app.use('/api/areas', areaRoutes(service, gated))
  app.use('/api/gazetteer', gazetteerRoutes(service, gated))
  app.use('/api/reports', reportRoutes(service, gated))
  app.use('/api/queue', queueRoutes(service, gated))
  app.use('/api/runs', findingsRoutes(service, gated))
  app.use('/api/runs', runRoutes(service, gated))
  app.use('/api/shared', sharedRoutes(service, gated))
  app.use('/api/lists', listRoutes(service, gated))
  app.use('/api/actions', actionRoutes(service, gated))
  app.use('/api/colleagues', colleagueRoutes(service, gated))
  app.use('/api/reviews', reviewRoutes(service, gated))
  app.use('/api/assessments', assessmentRoutes(service, gated))
  app.use('/api/safe-places', safePlaceRoutes(service, gated))
  app.use('/api/plans', planRoutes(service, gated))
  app.use('/api/plans', effectRoutes(service, gated))
  app.use('/api/measures', measureRoutes(service, gated))
  app.use('/api/person-measures', personMeasureRoutes(service, gated))
  app.use('/api/meetings', meetingRoutes(service, gated))
  app.use('/api/minutes', minutesRoutes(service, gated))
  app.use('/api/meeting-children', meetingChildrenRoutes(service, gated))
  app.use('/api/packs', packRoutes(service, gated))
  app.use('/api/patrols', briefingRoutes(service, gated))
  app.use('/api/patrols', patrolRoutes(service, gated))
  app.use('/api/visits', visitRoutes(service, gated))
  app.use('/api/shifts', shiftRoutes(service, gated))
  app.use('/api/referrals', referralRoutes(service, gated))
  app.use('/api/outreach', outreachRoutes(service, gated))
  app.use('/api/people', peopleRoutes(service, gated))
  app.use('/api/audit', auditRoutes(service, gated))
  app.use('/api/protected-settings', protectedSettingRoutes(service, gated))
  app.use('/api/public-places', publicPlaceRoutes(service, gated))
  app.use('/api/references', referenceRoutes(service, gated))
  app.use('/api/child-shares', childShareRoutes(service, gated))
  app.use('/api/retention', retentionRoutes(service, gated))
  app.use('/api/settings', settingsRoutes(service, gated))
  app.use('/api/print', printRoutes(service, gated))
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

/** Half of a character, as a text that was cut in an emoji has it, cannot be kept: what stands for “no character” can. */
const wellFormed = (_name: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll(HALF_CHARACTER, '\ufffd') : value
const HALF_CHARACTER = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
