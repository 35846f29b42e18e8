const TIME_ZONE = 'Europe/London'

const dayFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  day: 'numeric',
  month: 'short',
  year: 'numeric',
})
const weekdayFormat = new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, weekday: 'short' })
const timeFormat = new Intl.DateTimeFormat('en-GB', { timeZone: TIME_ZONE, hour: '2-digit', minute: '2-digit' })

/** “30 Jun 2023”, Europe/London. */
export const dayWords = (instant: string): string => dayFormat.format(new Date(instant))

/** “30 Jun 2023, 21:15”, Europe/London. */
export const momentWords = (instant: string): string => `${dayWords(instant)}, ${timeFormat.format(new Date(instant))}`

/** When a report was, only as exactly as it is known: “Fri 30 Jun 2023, 21:15 to 23:00”. */
export const observedWords = (report: {
  observedFrom: string | null
  observedTo: string | null
  timePrecision: string
}): string => {
  const { observedFrom, observedTo, timePrecision } = report
  if (observedFrom === null) return 'On the day of the missing episode'
  const first = `${weekdayFormat.format(new Date(observedFrom))} ${dayWords(observedFrom)}`
  const isDayOnly = timePrecision === 'date' || timePrecision === 'unknown'
  const lastDay = observedTo && dayWords(observedTo) !== dayWords(observedFrom) ? dayWords(observedTo) : undefined
  if (isDayOnly) return lastDay ? `${first} to ${lastDay}, no time known` : `${first}, no time known`

  const start = `${first}, ${timePrecision === 'hour' ? 'about ' : ''}${timeFormat.format(new Date(observedFrom))}`
  if (!observedTo || observedTo === observedFrom) return start
  return `${start} to ${lastDay ? `${lastDay}, ` : ''}${timeFormat.format(new Date(observedTo))}`
}
