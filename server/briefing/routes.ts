import { Router, type Request } from 'express'
import { accessOf, type Gate } from '../access/needs.ts'
import { conflict, notFound } from '../errors.ts'
import { expireDue } from '../patrols/expire-due.ts'
import { seesSumsOnly } from '../patrols/patrol-answer.ts'
import { uuidParameter } from '../request.ts'
import type { Service } from '../service.ts'
import { briefingCalendar, briefingGpx, isPlanned, toBriefing } from './briefing-answer.ts'
import type { Briefing } from './schema.ts'
import { patrolToBrief } from './store.ts'

/** /api/patrols/:id/briefing: one page, a map and a calendar for whoever goes there. Each file is logged as a disclosure. */
export const briefingRoutes = (service: Service, { needs }: Gate) => {
  const briefingOf = async (req: Request, format: string): Promise<Briefing> => {
    const id = uuidParameter(req)
    const { person, look } = accessOf(req)
    const patrol = await look({ type: 'patrol briefing', id, details: { format } }, async (db) => {
      await expireDue(db, service)
      // Who sees a task in sums has no part in it.
      return id === undefined || seesSumsOnly(person.role) ? undefined : patrolToBrief(db, { id })
    })
    if (!patrol) throw notFound('That briefing')
    if (!isPlanned(patrol))
      throw conflict(
        'not-planned',
        'There is no briefing yet',
        'The planner has not said yet when and how the place is to be visited.',
      )
    return toBriefing(patrol, service.now())
  }
  const needsFile = needs('patrol', 'read', { logAs: 'disclosure' })

  return Router()
    .get('/:id/briefing', needs('patrol', 'read'), async (req, res) => {
      res.json(await briefingOf(req, 'page'))
    })
    .get('/:id/briefing.gpx', needsFile, async (req, res) => {
      const briefing = await briefingOf(req, 'gpx')

      res.type('application/gpx+xml').set(attachment(briefing, 'gpx')).send(briefingGpx(briefing))
    })
    .get('/:id/briefing.ics', needsFile, async (req, res) => {
      const briefing = await briefingOf(req, 'ics')

      res.type('text/calendar; charset=utf-8').set(attachment(briefing, 'ics')).send(briefingCalendar(briefing))
    })
}

/** Named by number alone: a file name is seen by more people than the file. */
const attachment = ({ ref }: Briefing, ending: string) => ({
  'Content-Disposition': `attachment; filename="OS_${ref}.${ending}"`,
})
