import { Router, type Request } from 'express'
import { accessOf, type Gate } from '../access/needs.ts'
import type { Db } from '../db.ts'
import { parseBody, uuidParameter } from '../request.ts'
import type { Service } from '../service.ts'
import { addPerson, changePerson, endSessionsOf, personOf, resetPerson, setDisabled } from './keep-people.ts'
import { PersonChange, PersonInput } from './schema.ts'
import { people } from './store.ts'

/** /api/people: who may sign in. They are shut out, never deleted: the log speaks of them. */
export const peopleRoutes = (_service: Service, { needs }: Gate) => {
  const onPerson = <T>(req: Request, what: string, work: (db: Db, id: string) => Promise<T>) => {
    const id = uuidParameter(req)
    return accessOf(req).look({ type: 'person', id, details: { what } }, async (db) =>
      work(db, (await personOf(db, id)).id),
    )
  }

  return Router()
    .get('/', needs('people', 'read'), async (req, res) => {
      res.json({
        people: await accessOf(req).look({ type: 'people' }, (db) => people(db, { id: null, username: null })),
      })
    })
    .post('/', needs('people', 'create', CONFIGURATION), async (req, res) => {
      const input = parseBody(PersonInput, req)
      const { username, role } = input
      const details = { what: 'added', username, role }

      res.status(201).json(await accessOf(req).look({ type: 'person', details }, (db) => addPerson(db, input)))
    })
    .patch('/:id', needs('people', 'update', CONFIGURATION), async (req, res) => {
      const change = parseBody(PersonChange, req)

      res.json(await onPerson(req, `changed, role ${change.role}`, (db, id) => changePerson(db, id, change)))
    })
    .post('/:id/disable', needs('people', 'update', CONFIGURATION), async (req, res) => {
      res.json(await onPerson(req, 'disabled', (db, id) => setDisabled(db, id, true)))
    })
    .post('/:id/enable', needs('people', 'update', CONFIGURATION), async (req, res) => {
      res.json(await onPerson(req, 'enabled', (db, id) => setDisabled(db, id, false)))
    })
    .post('/:id/reset-link', needs('people', 'update', CONFIGURATION), async (req, res) => {
      res.json(await onPerson(req, 'new link', resetPerson))
    })
    .post('/:id/end-sessions', needs('people', 'update', CONFIGURATION), async (req, res) => {
      res.json(await onPerson(req, 'sessions ended', endSessionsOf))
    })
}

const CONFIGURATION = { logAs: 'configuration' } as const
