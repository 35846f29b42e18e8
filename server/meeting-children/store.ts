import { execute, query, queryOne } from '../db.ts'
import type { MeetingState } from '../meetings/schema.ts'
import type { MeetingChild } from './schema.ts'

export const meeting = queryOne<{ meetingId: string }, { meetingId: string; month: string; state: MeetingState }>(
  'meeting-children/meeting',
)
export const children = query<{ meetingId: string; month: string }, MeetingChild>('meeting-children/children')
export const addNote = execute<{ id: string; meetingId: string; childId: string; words: string; at: Date; by: string }>(
  'meeting-children/add-note',
)
export const changeNote = execute<{ meetingId: string; id: string; version: number; words: string }>(
  'meeting-children/change-note',
)
