import { Router, type Request } from 'express'
import { CHILD_FIRST } from '../briefing/words.ts'
import { accessOf, type Gate } from '../access/needs.ts'
import type { Person } from '../access/person.ts'
import type { Db } from '../db.ts'
import { expireDue } from '../patrols/expire-due.ts'
import { refOf } from '../patrols/patrol-answer.ts'
import { parseBody, uuidParameter } from '../request.ts'
import type { Service } from '../service.ts'
import { beginVisit, finishVisit, reportOnVisit } from './keep-visit.ts'
import { VisitEnd, VisitReport, VisitStart, type Street, type Visit } from './schema.ts'
import { runningTasks, visitsOfOfficer, type StoredVisit } from './store.ts'

/** /api/visits: on the street. A visit is seen and changed by whoever makes it; the planner sees it with its task. */
export const visitRoutes = (service: Service, { needs }: Gate) => {
  const look = <T>(req: Request, id: string | undefined, work: (db: Db, person: Person) => Promise<T>) => {
    const { person, look: lookAt } = accessOf(req)
    return lookAt({ type: 'patrol visit', ...(id !== undefined && { id }) }, async (db) => {
      await expireDue(db, service)
      return work(db, person)
    })
  }

  return Router()
    .get('/', needs('patrolVisit', 'read'), async (req, res) => {
      res.json(await look(req, undefined, (db, person) => streetOf(db, person, service)))
    })
    .post('/', needs('patrolVisit', 'create'), async (req, res) => {
      const input = parseBody(VisitStart, req)
      const { visit, isNew } = await look(req, input.id, (db, person) => beginVisit(db, input, person, service.now()))

      res.status(isNew ? 201 : 200).json(toVisit(visit))
    })
    .post('/:id/end', needs('patrolVisit', 'update'), async (req, res) => {
      const [id, { agoSeconds }] = [uuidParameter(req), parseBody(VisitEnd, req)]

      res.json(toVisit(await look(req, id, (db, person) => finishVisit(db, id, agoSeconds, person, service.now()))))
    })
    .patch('/:id', needs('patrolVisit', 'update'), async (req, res) => {
      const [id, report] = [uuidParameter(req), parseBody(VisitReport, req)]

      res.json(toVisit(await look(req, id, (db, person) => reportOnVisit(db, id, report, person))))
    })
}

const streetOf = async (db: Db, { id }: Person, { today, now }: Service): Promise<Street> => {
  const tasks = await runningTasks(db, { today: today() })
  const visits = (await visitsOfOfficer(db, { officerId: id, today: today() })).map(toVisit)
  return {
    today: today(),
    now: now().toISOString(),
    childFirst: CHILD_FIRST,
    tasks: tasks.map(({ number, ...task }) => ({ ...task, ref: refOf(number) })),
    underWay: visits.find(({ endedAt }) => endedAt === null) ?? null,
    ended: visits.filter(({ endedAt }) => endedAt !== null),
  }
}

const toVisit = ({ officerId: _officerId, ...visit }: StoredVisit): Visit => visit
