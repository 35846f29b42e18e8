import { Router, type Request } from 'express'
import { limitExports } from '../access/limit-tries.ts'
import { accessOf, type Gate } from '../access/needs.ts'
import { invalidQuery } from '../errors.ts'
import { parseQuery } from '../request.ts'
import type { Service } from '../service.ts'
import { readPolicy } from '../settings/read-policy.ts'
import { answerQuestion, toHotspotAnswer } from './answer.ts'
import { toCsv, toGeoJson } from './export.ts'
import { profileOf } from './profile.ts'
import { findsAt } from './group-reports.ts'
import { toQuestion } from './question.ts'
import { HotspotQuery, ProfileQuery } from './schema.ts'

/** Answers with exact shapes and counts, for any dates and parameters: for those who may see exact reports (G1). */
export const hotspotRoutes = ({ today }: Service, { needs }: Gate) =>
  Router()
    .get('/', needs('exactReport', 'read'), async (req, res) => {
      const asked = parseQuery(HotspotQuery, req)
      const answer = await accessOf(req).look({ type: 'exact hotspots' }, async (db) => {
        const question = toQuestion(asked, today(), await readPolicy(db))
        return toHotspotAnswer(question, await answerQuestion(db, question))
      })

      res.json(answer)
    })
    .get('/profile', needs('exactReport', 'read'), async (req, res) => {
      const { rank, ...asked } = parseQuery(ProfileQuery, req)
      const { question, ranked, patrolFinds } = await accessOf(req).look({ type: 'exact hotspot' }, async (db) => {
        const asks = toQuestion(asked, today(), await readPolicy(db))
        return { question: asks, ...(await answerQuestion(db, asks)) }
      })

      const chosen = ranked[rank - 1]
      if (!chosen)
        throw invalidQuery([
          { parameter: 'rank', detail: `There are ${ranked.length} hotspots in this answer. Give a rank among them.` },
        ])

      res.json(profileOf(chosen, findsAt(chosen, patrolFinds, question.method), question.period, today()))
    })

/** The same answers as files, for the co-ordinator and the chair. */
export const exportRoutes = ({ today }: Service, { needs }: Gate) => {
  const answerTo = (req: Request, format: string) => {
    const asked = parseQuery(HotspotQuery, req)
    return accessOf(req).look({ type: 'exact hotspots', details: { format } }, async (db) => {
      const question = toQuestion(asked, today(), await readPolicy(db))
      return toHotspotAnswer(question, await answerQuestion(db, question))
    })
  }
  const fileName = ({ from, to }: { from: string; to: string }, ending: string) =>
    `attachment; filename="OS_hotspots_${from}_${to}.${ending}"`

  const limit = limitExports()
  return Router()
    .get('/hotspots.csv', needs('exactReport', 'export'), limit, async (req, res) => {
      const answer = await answerTo(req, 'csv')

      res.type('text/csv; charset=utf-8').set('Content-Disposition', fileName(answer.period, 'csv')).send(toCsv(answer))
    })
    .get('/hotspots.geojson', needs('exactReport', 'export'), limit, async (req, res) => {
      const answer = await answerTo(req, 'geojson')

      res
        .type('application/geo+json')
        .set('Content-Disposition', fileName(answer.period, 'geojson'))
        .send(JSON.stringify(toGeoJson(answer)))
    })
}
