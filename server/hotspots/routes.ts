import { Router } from 'express'
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

export const hotspotRoutes = ({ db, today }: Service) =>
  Router()
    .get('/', async (req, res) => {
      const question = toQuestion(parseQuery(HotspotQuery, req), today(), await readPolicy(db))

      res.json(toHotspotAnswer(question, await answerQuestion(db, question)))
    })
    .get('/profile', async (req, res) => {
      const { rank, ...asked } = parseQuery(ProfileQuery, req)
      const question = toQuestion(asked, today(), await readPolicy(db))
      const { ranked, patrolFinds } = await answerQuestion(db, question)

      const chosen = ranked[rank - 1]
      if (!chosen)
        throw invalidQuery([
          { parameter: 'rank', detail: `There are ${ranked.length} hotspots in this answer. Give a rank among them.` },
        ])

      res.json(profileOf(chosen, findsAt(chosen, patrolFinds, question.method), question.period, today()))
    })

export const exportRoutes = ({ db, today }: Service) => {
  const answerTo = async (asked: HotspotQuery) => {
    const question = toQuestion(asked, today(), await readPolicy(db))
    return toHotspotAnswer(question, await answerQuestion(db, question))
  }
  const fileName = ({ from, to }: { from: string; to: string }, ending: string) =>
    `attachment; filename="OS_hotspots_${from}_${to}.${ending}"`

  return Router()
    .get('/hotspots.csv', async (req, res) => {
      const answer = await answerTo(parseQuery(HotspotQuery, req))

      res.type('text/csv; charset=utf-8').set('Content-Disposition', fileName(answer.period, 'csv')).send(toCsv(answer))
    })
    .get('/hotspots.geojson', async (req, res) => {
      const answer = await answerTo(parseQuery(HotspotQuery, req))

      res
        .type('application/geo+json')
        .set('Content-Disposition', fileName(answer.period, 'geojson'))
        .send(JSON.stringify(toGeoJson(answer)))
    })
}
