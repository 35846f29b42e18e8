import { randomUUID } from 'node:crypto'
import { Router, type Request } from 'express'
import { accessOf, type Gate } from '../access/needs.ts'
import type { Db } from '../db.ts'
import { changedMeanwhile, conflict, notFound } from '../errors.ts'
import { parseBody, uuidParameter } from '../request.ts'
import type { Service } from '../service.ts'
import { ChildNoteChange, ChildNoteInput, type MeetingChildren } from './schema.ts'
import * as store from './store.ts'

/** /api/meeting-children: Part B, for those who need to know. On the screen only: there is no export and no print of it. */
export const meetingChildrenRoutes = (service: Service, { needs }: Gate) => {
  const read = async (db: Db, req: Request): Promise<MeetingChildren> => {
    const id = uuidParameter(req, 'meetingId')
    const meeting = id && (await store.meeting(db, { meetingId: id }))
    if (!meeting) throw notFound('That meeting')
    const { state, ...named } = meeting
    const isOpen = state === 'in_session_b'
    return {
      ...named,
      isOpen,
      canWrite: isOpen && accessOf(req).may('update'),
      children: await store.children(db, named),
    }
  }
  const write = (req: Request, work: (db: Db, now: MeetingChildren) => Promise<void>): Promise<MeetingChildren> =>
    accessOf(req).look({ type: 'children of a meeting', id: uuidParameter(req, 'meetingId') }, async (db) => {
      const now = await read(db, req)
      if (!now.isOpen) throw notOpen()
      await work(db, now)
      return read(db, req)
    })

  return Router()
    .get('/:meetingId', needs('meetingChildren', 'read'), async (req, res) => {
      const id = uuidParameter(req, 'meetingId')

      res.json(await accessOf(req).look({ type: 'children of a meeting', id }, (db) => read(db, req)))
    })
    .post('/:meetingId/notes', needs('meetingChildren', 'update'), async (req, res) => {
      const { id = randomUUID(), childId, words } = parseBody(ChildNoteInput, req)
      const children = await write(req, async (db, { meetingId, children: listed }) => {
        if (!listed.some((one) => one.childId === childId)) throw notFound('That child')
        await store.addNote(db, { id, meetingId, childId, words, at: service.now(), by: accessOf(req).person.name })
      })

      res.status(201).json(children)
    })
    .patch('/:meetingId/notes/:noteId', needs('meetingChildren', 'update'), async (req, res) => {
      const { version, words } = parseBody(ChildNoteChange, req)
      const id = uuidParameter(req, 'noteId')

      res.json(
        await write(req, async (db, { meetingId, children: listed }) => {
          if (!id || !listed.some(({ notes }) => notes.some((note) => note.id === id))) throw notFound('That note')
          if ((await store.changeNote(db, { meetingId, id, version, words })) === 0) throw changedMeanwhile('The note')
        }),
      )
    })
}

const notOpen = () =>
  conflict(
    'part-b-closed',
    'Part B is not open',
    'What is said of a child is noted while Part B of the meeting is open, and only then. Open Part B in the meeting first.',
  )
