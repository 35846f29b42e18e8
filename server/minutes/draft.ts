import type { MeetingDetail } from '../meetings/schema.ts'

/** A section of minutes, before it is kept. */
export interface DraftSection {
  title: string
  words: string
}

const PARTNER_WORDS: Record<MeetingDetail['missing'][number], string> = {
  chair: 'the chair or a deputy',
  council: 'the council’s children’s services',
  police: 'the police',
}

/** The minutes of Part A from what happened: who was there, each item with what was said, decided and made. The same for the same. */
export const draftMinutes = (
  meeting: Pick<MeetingDetail, 'attendance' | 'missing' | 'items' | 'made'>,
): DraftSection[] => [
  { title: 'Attendance', words: attendanceWords(meeting) },
  ...meeting.items.flatMap(itemSection),
  ...(meeting.made.length > 0 ? [{ title: 'Also agreed', words: listOf(meeting.made.map(madeWords)) }] : []),
]

const attendanceWords = ({ attendance, missing }: Pick<MeetingDetail, 'attendance' | 'missing'>): string => {
  const of = (wanted: string) =>
    attendance.filter(({ status }) => status === wanted).map(({ role, agency }) => `${role}, ${agency}`)
  const [present, apologies] = [of('present'), of('apologies')]
  return [
    `Present:\n${present.length > 0 ? listOf(present) : 'Nobody is noted.'}`,
    ...(apologies.length > 0 ? [`Apologies:\n${listOf(apologies)}`] : []),
    missing.length === 0
      ? 'The meeting was quorate.'
      : `The meeting was not quorate: ${missing.map((partner) => PARTNER_WORDS[partner]).join(' and ')} not present. Its decisions are to be confirmed by the next meeting that is.`,
  ].join('\n\n')
}

/** An item at which nothing was said or done is left out where it is a place; a standing item says so. */
const itemSection = ({ title, hotspotId, notes, decisions, made }: MeetingDetail['items'][number]): DraftSection[] => {
  const parts = [
    ...(notes ? [notes] : []),
    ...(decisions.length > 0 ? [`Decided:\n${listOf(decisions.map(({ words }) => words))}`] : []),
    ...(made.length > 0 ? [`Agreed to be done:\n${listOf(made.map(madeWords))}`] : []),
  ]
  if (parts.length === 0 && (hotspotId !== null || title === 'Attendance and apologies')) return []
  return [{ title, words: parts.length > 0 ? parts.join('\n\n') : 'Nothing was raised.' }]
}

const KIND_WORDS: Record<MeetingDetail['made'][number]['kind'], string> = {
  plan: 'Plan',
  measure: 'Measure',
  referral: 'Referral',
  patrol: 'Patrol request',
  action: 'Action',
  review: 'Place',
}

const madeWords = ({ kind, words, stateWords }: MeetingDetail['made'][number]): string =>
  kind === 'review' ? `Place: ${stateWords}${words ? `. ${words}` : ''}` : `${KIND_WORDS[kind]} ${words}`

const listOf = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n')
