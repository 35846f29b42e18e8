import { execute, query, queryOne } from '../db.ts'
import type { MeetingRow } from './meeting-answer.ts'
import type { AgendaItem, Decision, Made, MeetingDetail } from './schema.ts'

interface OfMeeting {
  meetingId: string
}

export const meetings = query<
  { id: string | null; afterKey: string | null; afterId: string | null; limit: number },
  MeetingRow
>('meetings/meetings')
export const addMeeting = execute<{
  id: string
  month: string
  heldOn: string
  startsAt: string | null
  venue: string | null
}>('meetings/add')
export const lockMeeting = execute<{ id: string }>('meetings/lock')
export const changeMeeting = execute<{
  id: string
  version: number
  heldOn: string
  startsAt: string | null
  venue: string | null
}>('meetings/change')
export const changeState = execute<{ id: string; version: number; to: string }>('meetings/change-state')

export const attendance = query<OfMeeting, MeetingDetail['attendance'][number]>('meetings/attendance')
export const addAttendance = execute<
  OfMeeting & { role: string; agency: string; partner: string | null; status: string }
>('meetings/add-attendance')
export const changeAttendance = execute<OfMeeting & { id: string; version: number; status: string }>(
  'meetings/change-attendance',
)

export const items = query<OfMeeting, Omit<AgendaItem, 'decisions' | 'made'>>('meetings/items')
export const addItems = execute<OfMeeting & { positions: number[]; titles: string[]; hotspotIds: (string | null)[] }>(
  'meetings/add-items',
)
export const changeItem = execute<OfMeeting & { id: string; version: number; title: string; notes: string | null }>(
  'meetings/change-item',
)
export const orderItems = execute<OfMeeting & { ids: string[]; positions: number[] }>('meetings/order-items')

export const decisions = query<OfMeeting, Decision>('meetings/decisions')
export const addDecision = execute<OfMeeting & { id: string; itemId: string; words: string; at: Date; by: string }>(
  'meetings/add-decision',
)
export const changeDecision = execute<OfMeeting & { id: string; version: number; words: string }>(
  'meetings/change-decision',
)

export const made = query<OfMeeting, Omit<Made, 'stateWords'> & { state: string }>('meetings/made')
export const readiness = queryOne<{ month: string; today: string }, NonNullable<MeetingDetail['ready']>>(
  'meetings/readiness',
)
export const placesOfPack = query<OfMeeting, { hotspotId: string; name: string }>('meetings/places-of-pack')
