import { Router } from 'express'
import type { Gate } from '../access/needs.ts'
import { underRole } from '../access/under-role.ts'
import { notFound } from '../errors.ts'
import { lastTwelveCompleteMonths } from '../local-time.ts'
import type { Service } from '../service.ts'
import { readPolicy } from '../settings/read-policy.ts'
import { version } from '../version.ts'
import { readBasemap } from './basemap.ts'
import type { Setup } from './schema.ts'
import { readSketch } from './sketch.ts'
import { boundsOfArea } from './store.ts'

export const SYNTHETIC_NOTICE = 'Synthetic data: children, times and places are invented'

/** `/api/setup` and the basemap. @throws Error at once where the basemap that the settings name is not there. */
export const mapRoutes = (service: Service, { signedIn }: Gate) => {
  const { config } = service
  // Names and numbers of the partnership, nothing of its cases: for whoever is signed in.
  const db = underRole(service.db, { role: 'partner' })
  const basemap = readBasemap(config.basemap)
  const sketch = readSketch()

  return Router()
    .get('/setup', signedIn, async (_req, res) => {
      const { epsMetres, minPoints, minChildren } = await readPolicy(db)
      const box = await boundsOfArea(db, {})

      const today = service.today()
      const setup: Setup = {
        version,
        today,
        syntheticNotice: config.isDemo ? SYNTHETIC_NOTICE : null,
        period: lastTwelveCompleteMonths(today),
        basemap: basemap.shown,
        attribution: basemap.attribution,
        bounds: box ? [box.west, box.south, box.east, box.north] : sketch.bounds,
        method: { epsMetres, minPoints, minChildren },
      }
      res.json(setup)
    })
    .get('/map/sketch.geojson', signedIn, (_req, res) => {
      res.set('Cache-Control', 'no-cache').type('application/geo+json').send(sketch.text)
    })
    .get('/map/basemap.pmtiles', signedIn, (_req, res, next) => {
      if (!basemap.tileFile) throw notFound('A basemap of tiles')
      const options = { cacheControl: false, dotfiles: 'allow' as const }
      res.set('Cache-Control', 'no-cache').sendFile(basemap.tileFile, options, (error) => {
        if (!error) return
        const isBeyondTheFile = 'status' in error && error.status === 416
        if (isBeyondTheFile) res.status(416).end()
        else next(error)
      })
    })
}
