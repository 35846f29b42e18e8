import type { Db } from '../db.ts'
import { conflict } from '../errors.ts'
import type { MeetingDetail } from '../meetings/schema.ts'
import { draftMinutes } from './draft.ts'
import * as store from './store.ts'

/** Writes the minutes of a meeting from what happened. @throws a 409 where somebody has changed the draft that is there */
export const keepDraft = async (db: Db, meeting: MeetingDetail): Promise<void> => {
  const meetingId = meeting.id
  await store.clear(db, { meetingId })
  if ((await store.sections(db, { meetingId })).length > 0)
    throw conflict(
      'draft-changed',
      'The draft has been changed by hand',
      'Somebody has changed a section, so the minutes are not drafted again over it. Change the sections themselves.',
    )
  const sections = draftMinutes(meeting)
  await store.addSections(db, {
    meetingId,
    positions: sections.map((_, i) => i + 1),
    titles: sections.map(({ title }) => title),
    words: sections.map(({ words }) => words),
  })
}
