import { randomUUID } from 'node:crypto'
import { Router, type Request, type Response } from 'express'
import type { z } from 'zod'
import { scopeOf, type Action } from '../access/matrix.ts'
import { accessOf, type Gate } from '../access/needs.ts'
import { fromCursor, toCursor } from '../cursor.ts'
import type { Db } from '../db.ts'
import { changedMeanwhile, notFound } from '../errors.ts'
import { keepDraft } from '../minutes/keep-draft.ts'
import { parseBody, parseQuery, uuidParameter } from '../request.ts'
import type { Service } from '../service.ts'
import { checkWording } from '../wording/check-wording.ts'
import * as keep from './keep-meeting.ts'
import { toMeeting } from './meeting-answer.ts'
import { readMeeting } from './read-meeting.ts'
import * as schema from './schema.ts'
import * as store from './store.ts'

/** /api/meetings: the monthly meeting, Part A. */
export const meetingRoutes = (service: Service, { needs }: Gate) => {
  const holding = (req: Request): keep.Holding => {
    const { person, may } = accessOf(req)
    return { person, may, at: service.now(), today: service.today() }
  }
  /** What is written is looked at first; then the meeting is answered with as it is. */
  const write =
    <Schema extends z.ZodObject>(
      input: Schema,
      work: (db: Db, given: z.output<Schema>, at: { req: Request; meetingId: string } & keep.Holding) => Promise<void>,
      { texts = [], status = 200 }: { texts?: string[]; status?: number } = {},
    ) =>
    async (req: Request, res: Response) => {
      const given = parseBody(input, req) as z.output<Schema> & Record<string, unknown>
      const by = holding(req)
      const id = uuidParameter(req)
      const meeting = await accessOf(req).look({ type: 'meeting', id }, async (db) => {
        const { id: meetingId } = await keep.openMeetingOf(db, id)
        const fields = Object.fromEntries(texts.map((name) => [`/${name}`, given[name] as string | undefined]))
        const writing = { secrets: service.secrets, person: by.person, now: by.at }
        await checkWording(db, writing, fields, given.checkedWords as string[] | undefined)
        await work(db, given, { req, meetingId, ...by })
        return readMeeting(db, meetingId, by)
      })

      res.status(status).json(meeting)
    }

  return Router()
    .get('/', needs('meeting', 'read'), async (req, res) => {
      const { limit, cursor } = parseQuery(schema.MeetingQuery, req)
      const { key: afterKey, id: afterId } = fromCursor(cursor)
      const { look, may } = accessOf(req)
      const found = await look({ type: 'meetings' }, (db) =>
        store.meetings(db, { id: null, afterKey, afterId, limit: limit + 1 }),
      )
      const last = found.length > limit ? found[limit - 1] : undefined

      res.json({
        meetings: found.slice(0, limit).map((row) => toMeeting(row, may)),
        next: last ? toCursor(last.heldOn, last.id) : null,
      } satisfies schema.MeetingList)
    })
    .post('/', needs('meeting', 'create'), async (req, res) => {
      const { checkedWords, ...input } = parseBody(schema.MeetingInput, req)
      const by = holding(req)
      const meeting = await accessOf(req).look({ type: 'meeting' }, async (db) => {
        const writing = { secrets: service.secrets, person: by.person, now: by.at }
        await checkWording(db, writing, { '/venue': input.venue }, checkedWords)
        return readMeeting(db, await keep.callMeeting(db, input, by), by)
      })

      res.status(201).location(`/api/meetings/${meeting.id}`).json(meeting)
    })
    .get('/:id', needs('meeting', 'read'), async (req, res) => {
      const id = uuidParameter(req)

      res.json(await accessOf(req).look({ type: 'meeting', id }, (db) => readMeeting(db, id, holding(req))))
    })
    .patch(
      '/:id',
      needs('meeting', 'update'),
      write(
        schema.MeetingChange,
        async (db, { version, ...change }, { meetingId }) => {
          const row = await keep.meetingOf(db, meetingId)
          const heldOn = change.heldOn ?? row.heldOn
          const startsAt = change.startsAt === undefined ? row.startsAt : change.startsAt
          const venue = change.venue === undefined ? row.venue : change.venue
          if ((await store.changeMeeting(db, { id: meetingId, version, heldOn, startsAt, venue })) === 0)
            throw changedMeanwhile('The meeting')
        },
        { texts: ['venue'] },
      ),
    )
    .post('/:id/steps', needs('meeting', 'update'), async (req, res) => {
      const input = parseBody(schema.MeetingStepInput, req)
      const id = uuidParameter(req)
      const by = holding(req)

      res.json(
        await accessOf(req).look({ type: 'meeting', id, details: { step: input.step } }, async (db) => {
          if (id) await store.lockMeeting(db, { id })
          const writing = { secrets: service.secrets, person: by.person, now: by.at }
          await checkWording(db, writing, { '/why': input.why }, input.checkedWords)
          await keep.takeStep(db, await keep.meetingOf(db, id), input, by)
          const meeting = await readMeeting(db, id, by)
          if (input.step === 'end') await keepDraft(db, meeting)
          return meeting
        }),
      )
    })
    .post(
      '/:id/freeze',
      needs('meetingPack', 'approve', { databaseRole: 'intake', logAs: 'alteration' }),
      async (req, res) => {
        const { version } = parseBody(schema.FreezeInput, req)
        const id = uuidParameter(req)
        // Let through as the chair of the pack; what can be done then is a matter of the meeting.
        const may = (action: Action) => scopeOf(accessOf(req).person.role, 'meeting', action) !== undefined
        const by = { ...holding(req), may }
        const frozen = await accessOf(req).look({ type: 'pack', id }, async (db) => {
          if (id) await store.lockMeeting(db, { id })
          await keep.freeze(db, await keep.meetingOf(db, id), version, by)
          return keep.meetingOf(db, id)
        })

        res.json(toMeeting(frozen, by.may))
      },
    )
    .post(
      '/:id/attendance',
      needs('meeting', 'update'),
      write(
        schema.AttendanceInput,
        async (db, { role, agency, partner, status }, { meetingId }) => {
          await store.addAttendance(db, { meetingId, role, agency, partner, status })
        },
        { texts: ['role', 'agency'], status: 201 },
      ),
    )
    .patch(
      '/:id/attendance/:attendanceId',
      needs('meeting', 'update'),
      write(schema.AttendanceChange, async (db, change, { req, meetingId }) => {
        const id = idOf(req, 'attendanceId', 'That attendance')
        if ((await store.changeAttendance(db, { meetingId, id, ...change })) === 0)
          throw changedMeanwhile('The attendance')
      }),
    )
    .post(
      '/:id/items',
      needs('meeting', 'update'),
      write(schema.ItemInput, (db, input, { meetingId }) => keep.addItem(db, meetingId, input), {
        texts: ['title'],
        status: 201,
      }),
    )
    .patch(
      '/:id/items/:itemId',
      needs('meeting', 'update'),
      write(
        schema.ItemChange,
        (db, change, { req, meetingId }) => keep.changeItem(db, meetingId, idOf(req, 'itemId', 'That item'), change),
        { texts: ['title', 'notes'] },
      ),
    )
    .post(
      '/:id/decisions',
      needs('meeting', 'update'),
      write(
        schema.DecisionInput,
        async (db, { id = randomUUID(), itemId, words }, { meetingId, at, person }) => {
          if (!(await store.items(db, { meetingId })).some((item) => item.id === itemId)) throw notFound('That item')
          await store.addDecision(db, { id, meetingId, itemId, words, at, by: person.name })
        },
        { texts: ['words'], status: 201 },
      ),
    )
    .patch(
      '/:id/decisions/:decisionId',
      needs('meeting', 'update'),
      write(
        schema.DecisionChange,
        async (db, { version, words }, { req, meetingId }) => {
          const id = idOf(req, 'decisionId', 'That decision')
          if ((await store.changeDecision(db, { meetingId, id, version, words })) === 0)
            throw changedMeanwhile('The decision')
        },
        { texts: ['words'] },
      ),
    )
}

const idOf = (req: Request, name: string, what: string): string => {
  const id = uuidParameter(req, name)
  if (!id) throw notFound(what)
  return id
}
