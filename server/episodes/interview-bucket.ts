import { londonDay, type Moment } from '../csv/wall-time.ts'

export const INTERVIEW_OUTCOMES = ['held', 'declined', 'unable_to_contact', 'void'] as const

export interface ReturnInterview {
  offered: Moment | null
  held: Moment | null
  outcome: (typeof INTERVIEW_OUTCOMES)[number] | null
  recorded: Moment | null
  interviewerRole: string | null
  /** YYYY-MM-DD */
  trainedOn: string | null
}

export type InterviewBucket = 'in_timescales' | 'out_of_timescales' | 'voided' | 'incomplete' | 'not_recorded'

/** Elapsed time, so that a change of the clocks neither shortens nor lengthens it. */
const MEANS_MS = 72 * 60 * 60 * 1000
const MEANS_DAYS = 3

/**
 * The reporting bucket of an episode's return interview (contracts.md); null while the episode is open. `judgedByDate` says that the return or
 * the interview is known by its date only, so that the end of the third day after the return was the limit instead of 72 hours.
 */
export const interviewBucket = (
  returned: Moment | null,
  interview: ReturnInterview,
): { bucket: InterviewBucket | null; judgedByDate: boolean } => {
  if (!returned) return { bucket: null, judgedByDate: false }
  if (Object.values(interview).every((value) => value === null)) return { bucket: 'not_recorded', judgedByDate: false }
  if (interview.outcome === 'void') return { bucket: 'voided', judgedByDate: false }

  const act = actOf(interview)
  if (!act || !interview.recorded) return { bucket: 'incomplete', judgedByDate: false }

  const judgedByDate = returned.precision === 'date' || act.precision === 'date'
  const isInTime = judgedByDate
    ? londonDay(act.at) <= londonDay(returned.at) + MEANS_DAYS
    : act.at - returned.at <= MEANS_MS
  return { bucket: isInTime ? 'in_timescales' : 'out_of_timescales', judgedByDate }
}

/** What the 72 hours are measured to. */
const actOf = ({ outcome, held, offered }: ReturnInterview): Moment | null => {
  if (outcome === 'held') return held
  return outcome === 'declined' ? offered : null
}
