import { Router, type Request } from 'express'
import { accessOf, type Gate } from '../access/needs.ts'
import type { Person } from '../access/person.ts'
import type { Db } from '../db.ts'
import { notFound } from '../errors.ts'
import { expireDue } from '../patrols/expire-due.ts'
import { parseBody, parseQuery, uuidParameter } from '../request.ts'
import type { Service } from '../service.ts'
import { changeShift, dropShift, keepShift, shiftById, shiftsOfDay, workOutShift } from './keep-shift.ts'
import { ShiftChange, ShiftInput, ShiftQuery, ShiftRouteInput, type ShiftList } from './schema.ts'
import { toShiftTask } from './shift-route.ts'
import { tasksOfDay } from './store.ts'

/** /api/shifts: a planner puts a shift's visits in order; the officers of the area read it. */
export const shiftRoutes = (service: Service, { needs }: Gate) => {
  const look = <T>(req: Request, id: string | undefined, work: (db: Db, person: Person) => Promise<T>) => {
    const { person, look: lookAt } = accessOf(req)
    return lookAt({ type: 'patrol shift', ...(id !== undefined && { id }) }, async (db) => {
      await expireDue(db, service)
      return work(db, person)
    })
  }

  return Router()
    .get('/', needs('patrolVisit', 'read'), async (req, res) => {
      const { day = service.today() } = parseQuery(ShiftQuery, req)

      const list = await look(req, undefined, async (db): Promise<ShiftList> => ({
        day,
        shifts: await shiftsOfDay(db, day),
        tasks: (await tasksOfDay(db, { day })).map(toShiftTask),
      }))
      res.json(list)
    })
    .post('/route', needs('patrol', 'create', { logAs: 'consultation' }), async (req, res) => {
      const input = parseBody(ShiftRouteInput, req)

      res.json(await look(req, undefined, (db) => workOutShift(db, input)))
    })
    .post('/', needs('patrol', 'create'), async (req, res) => {
      const input = parseBody(ShiftInput, req)
      const shift = await look(req, undefined, async (db, person) =>
        shiftById(db, await keepShift(db, input, person, service.now())),
      )

      res.status(201).location(`/api/shifts/${shift.id}`).json(shift)
    })
    .get('/:id', needs('patrolVisit', 'read'), async (req, res) => {
      const id = uuidParameter(req)

      res.json(await look(req, id, (db) => shiftById(db, id)))
    })
    .patch('/:id', needs('patrol', 'update'), async (req, res) => {
      const [id, input] = [uuidParameter(req), parseBody(ShiftChange, req)]
      const shift = await look(req, id, async (db) => {
        if (id === undefined) throw notFound('That shift')
        await changeShift(db, id, input)
        return shiftById(db, id)
      })

      res.json(shift)
    })
    .delete('/:id', needs('patrol', 'update'), async (req, res) => {
      const id = uuidParameter(req)
      await look(req, id, async (db) => {
        if (id === undefined) throw notFound('That shift')
        await dropShift(db, id)
      })

      res.status(204).end()
    })
}
