import type { Activity, HourWindow, PatrolState } from '../../server/patrols/schema.ts'
import type { How } from '../../server/visits/schema.ts'

/** GOV.UK's tags: what waits stands out, what is over is grey. */
export const STATE_COLOURS: Record<PatrolState, string> = {
  requested: 'govuk-tag--yellow',
  triaged: 'govuk-tag--light-blue',
  tasked: 'govuk-tag--turquoise',
  active: 'govuk-tag--green',
  rejected: 'govuk-tag--grey',
  expired: 'govuk-tag--orange',
  completed: 'govuk-tag--purple',
  debriefed: 'govuk-tag--grey',
}

export const ACTIVITY_WORDS: Record<Activity, string> = {
  visible_foot_patrol: 'Be seen, on foot',
  engagement: 'Talk with young people and whoever works there',
  safeguarding_check: 'Safeguarding check: is anybody missing or in danger?',
  premises_visit: 'Visit premises',
  cctv_liaison: 'Speak with CCTV',
  partner_joint: 'Together with a partner',
}

export const HOW_WORDS: Record<How, string> = { foot: 'On foot', vehicle: 'By vehicle', cycle: 'By cycle' }

const NIGHT_FROM = 19
const NIGHT_TO = 7

/** By the middle of a window: night is from 19:00 to 07:00. */
export const isNight = ({ fromHour, hours }: HourWindow): boolean => {
  const hour = (fromHour + hours / 2) % 24
  return hour >= NIGHT_FROM || hour < NIGHT_TO
}

/** “12 of 16 planned visits so far”. */
export const doseWords = (visits: number, planned: number | undefined): string =>
  planned === undefined ? String(visits) : `${visits} of ${planned}`

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
})

/** “Tue 11 Jul”. @param day YYYY-MM-DD */
export const shortDay = (day: string): string => dayFormat.format(new Date(`${day}T00:00:00Z`))

/** “1 hr 5 min”, “12 min”. */
export const minutesWords = (minutes: number): string =>
  minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} hr${minutes % 60 > 0 ? ` ${minutes % 60} min` : ''}`

/** “850 m”, “2.4 km”. */
export const metresWords = (metres: number): string =>
  metres < 1000 ? `${Math.round(metres / 10) * 10} m` : `${(metres / 1000).toFixed(1)} km`
