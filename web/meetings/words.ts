import type { MeetingDetail } from '../../server/meetings/schema.ts'
import { dayWords } from '../dates.ts'
import { monthWords } from '../shared/bands.ts'

type When = Pick<MeetingDetail, 'month' | 'heldOn' | 'startsAt' | 'venue'>

/** “Monthly meeting: June 2023”. */
export const titleWords = ({ month }: Pick<When, 'month'>): string => `Monthly meeting: ${monthWords(month)}`

/** “18 Jul 2023, 14:00, The Council House”. */
export const whenWords = ({ heldOn, startsAt, venue }: Omit<When, 'month'>): string =>
  [dayWords(heldOn), startsAt, venue].filter(Boolean).join(', ')

export const PARTNER_WORDS: Record<MeetingDetail['missing'][number], string> = {
  chair: 'the chair or a deputy',
  council: 'the council’s children’s services',
  police: 'the police',
}

/** “Quorate.” or who is missing for it. */
export const quorumWords = (missing: MeetingDetail['missing']): string =>
  missing.length === 0
    ? 'Quorate: the chair, the council and the police are here.'
    : `Not quorate: ${joinWords(missing.map((partner) => PARTNER_WORDS[partner]))} ${missing.length === 1 && missing[0] !== 'police' ? 'is' : 'are'} not here. What is decided has to be confirmed by a meeting that is.`

const joinWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** What was done with a meeting, in the past. */
export const STEP_WORDS: Record<string, string> = {
  begin: 'Called',
  freeze: 'Pack frozen',
  open: 'Opened, Part A',
  open_children: 'Part B opened',
  back_to_places: 'Back to Part A',
  end: 'Ended; minutes drafted',
  agree: 'Minutes agreed',
  close: 'Closed',
  cancel: 'Cancelled',
}

export const MADE_WORDS: Record<MeetingDetail['made'][number]['kind'], string> = {
  plan: 'Plan',
  measure: 'Measure',
  referral: 'Referral',
  patrol: 'Patrol request',
  action: 'Action',
  review: 'Place',
}

/** Where what was made can be read. */
export const madeHref = ({ kind, id, hotspotId }: MeetingDetail['made'][number]): string => {
  if (kind === 'plan') return `/plans/${id}`
  if (kind === 'referral') return `/referrals/${id}`
  if (kind === 'patrol') return `/patrols/${id}`
  if (kind === 'action') return '/actions'
  return hotspotId ? `/reviews/${hotspotId}` : '/reviews'
}

/** Part A or Part B, as the wall says it. */
export const partWords = (part: 'A' | 'B'): string =>
  part === 'A' ? 'Part A: places, all partners' : 'Part B: children, need to know'
