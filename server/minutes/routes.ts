import { randomUUID } from 'node:crypto'
import { Router, type Request } from 'express'
import { accessOf, type Gate } from '../access/needs.ts'
import type { Db } from '../db.ts'
import { changedMeanwhile, conflict, notFound } from '../errors.ts'
import { readMeeting } from '../meetings/read-meeting.ts'
import { parseBody, uuidParameter } from '../request.ts'
import type { Service } from '../service.ts'
import { checkWording } from '../wording/check-wording.ts'
import { keepDraft } from './keep-draft.ts'
import { AddendumInput, SectionChange, type Minutes } from './schema.ts'
import * as store from './store.ts'

/** /api/minutes: what a meeting's Part A is minuted as. Agreed minutes are corrected by addenda only. */
export const minutesRoutes = (service: Service, { needs }: Gate) => {
  const read = async (db: Db, req: Request): Promise<Minutes & { state: string }> => {
    const { may } = accessOf(req)
    const id = uuidParameter(req, 'meetingId')
    const meeting = id && (await store.meeting(db, { meetingId: id }))
    if (!meeting) throw notFound('That meeting')
    const { meetingId, state } = meeting
    const isAgreed = state === 'minutes_agreed' || state === 'closed'
    const canWrite = may('update') && state === 'minutes_draft'
    return {
      ...meeting,
      agreed: isAgreed ? meeting.agreed : null,
      isAgreed,
      canWrite,
      canAdd: may('update') && isAgreed,
      sections: await store.sections(db, { meetingId }),
      decisionsLeftOut: canWrite ? (await store.decisionsLeftOut(db, { meetingId })).map(({ words }) => words) : [],
      addenda: await store.addenda(db, { meetingId }),
    }
  }
  const write = (req: Request, work: (db: Db, minutes: Minutes) => Promise<void>): Promise<Minutes> =>
    accessOf(req).look({ type: 'minutes', id: uuidParameter(req, 'meetingId') }, async (db) => {
      const meetingId = uuidParameter(req, 'meetingId')
      if (meetingId) await store.lockMeeting(db, { meetingId })
      const minutes = await read(db, req)
      await work(db, minutes)
      return told(await read(db, req))
    })
  const writing = (req: Request) => ({
    secrets: service.secrets,
    person: accessOf(req).person,
    now: service.now(),
  })

  return Router()
    .get('/:meetingId', needs('minutes', 'read'), async (req, res) => {
      const id = uuidParameter(req, 'meetingId')

      res.json(await accessOf(req).look({ type: 'minutes', id }, async (db) => told(await read(db, req))))
    })
    .post('/:meetingId/draft', needs('minutes', 'update'), async (req, res) => {
      const { may } = accessOf(req)

      res.json(
        await write(req, async (db, minutes) => {
          if (!minutes.canWrite) throw notDraft()
          await keepDraft(db, await readMeeting(db, minutes.meetingId, { may, today: service.today() }))
        }),
      )
    })
    .patch('/:meetingId/sections/:sectionId', needs('minutes', 'update'), async (req, res) => {
      const { version, words, checkedWords } = parseBody(SectionChange, req)
      const id = uuidParameter(req, 'sectionId')

      res.json(
        await write(req, async (db, { meetingId, canWrite, sections }) => {
          if (!canWrite) throw notDraft()
          if (!id || !sections.some((section) => section.id === id)) throw notFound('That section')
          await checkWording(db, writing(req), { '/words': words }, checkedWords)
          if ((await store.changeSection(db, { meetingId, id, version, words })) === 0)
            throw changedMeanwhile('The section')
        }),
      )
    })
    .post('/:meetingId/addenda', needs('minutes', 'update'), async (req, res) => {
      const { id = randomUUID(), words, checkedWords } = parseBody(AddendumInput, req)
      const minutes = await write(req, async (db, { meetingId, canAdd }) => {
        if (!canAdd) throw notAgreed()
        const { person, now } = writing(req)
        await checkWording(db, writing(req), { '/words': words }, checkedWords)
        await store.addAddendum(db, { id, meetingId, words, at: now, by: person.name, role: person.role })
      })

      res.status(201).json(minutes)
    })
}

const told = ({ state: _state, ...minutes }: Minutes & { state: string }): Minutes => minutes

const notDraft = () =>
  conflict(
    'no-draft',
    'There is no draft to change',
    'Minutes are drafted when the meeting ends, and locked when they are agreed. Agreed minutes are corrected by an addendum.',
  )
const notAgreed = () =>
  conflict(
    'not-agreed',
    'The minutes are not agreed yet',
    'Change the sections themselves: an addendum corrects agreed minutes.',
  )
