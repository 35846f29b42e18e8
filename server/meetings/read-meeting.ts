import { ACTION } from '../actions/lifecycle.ts'
import type { Db } from '../db.ts'
import { MEASURES } from '../measures/lifecycle.ts'
import { PATROLS } from '../patrols/lifecycle.ts'
import { PLANS } from '../plans/lifecycle.ts'
import { stepsOf } from '../record-step.ts'
import { REFERRAL } from '../referrals/lifecycle.ts'
import { REVIEW } from '../reviews/lifecycle.ts'
import { meetingOf, type Holding } from './keep-meeting.ts'
import { missingPartners, toMeeting, withWhatCame } from './meeting-answer.ts'
import type { Made, MeetingDetail } from './schema.ts'
import * as store from './store.ts'

/** A meeting with all that hangs on it, as far as the reader's grant reaches. @throws a 404 where there is none */
export const readMeeting = async (
  db: Db,
  id: string | undefined,
  { may, today }: Pick<Holding, 'may' | 'today'>,
): Promise<MeetingDetail> => {
  const row = await meetingOf(db, id)
  const meetingId = row.id
  const attendance = await store.attendance(db, { meetingId })
  const isPreparing = may('update') && (row.state === 'scheduled' || row.state === 'pack_frozen')
  return {
    ...toMeeting(row, may),
    attendance,
    missing: missingPartners(attendance),
    ...withWhatCame(
      await store.items(db, { meetingId }),
      await store.decisions(db, { meetingId }),
      (await store.made(db, { meetingId })).map(withWords),
    ),
    taken: await stepsOf(db, { thing: 'meeting', thingId: meetingId }),
    ready: isPreparing ? (await store.readiness(db, { month: row.month, today }))! : null,
  }
}

const withWords = ({ state, ...made }: Omit<Made, 'stateWords'> & { state: string }): Made => ({
  ...made,
  stateWords: wordsOf(made.kind, state),
})

const STATES: Record<Exclude<Made['kind'], 'review'>, Record<string, string>> = {
  plan: PLANS.states,
  measure: MEASURES.states,
  referral: REFERRAL.states,
  patrol: PATROLS.states,
  action: ACTION.states,
}

/** Of a place the step that was taken, of everything else its state now. */
const wordsOf = (kind: Made['kind'], state: string): string => {
  if (kind !== 'review') return STATES[kind][state] ?? state
  const { steps } = REVIEW as { steps: Record<string, { says: string }> }
  return steps[state]?.says ?? state
}
