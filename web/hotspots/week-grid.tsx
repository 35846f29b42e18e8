import type { HotspotProfile } from '../../server/hotspots/schema.ts'
import { theme } from '../map/theme.ts'
import { countOf, noWeekSentence, type WhenKnown } from './sentences.ts'

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const HOURS_OF_DAY = 24
const BLOCK_HOURS = 3

const LEFT = 32
const CELL = { width: 12.6, height: 13 }
const TOP = 14

/** When in the week, where there is enough to say so: weights, because a report known as “Friday evening” is spread over that evening. */
export const WeekGrid = ({ profile }: { profile: WhenKnown & Pick<HotspotProfile, 'week'> }) => {
  const { week, timeNotKnown } = profile
  const tooFew = noWeekSentence(profile)
  return (
    <section aria-labelledby="week-title">
      <h3 class="app-panel__heading" id="week-title">
        When in the week
      </h3>
      {tooFew ? <p class="app-small">{tooFew}</p> : <Grid week={week} />}
      <p class="app-small app-quiet">
        Time not known: {timeNotKnown}.{' '}
        {!tooFew && 'Darker is more. A report known only as a span of hours is spread over it.'}
      </p>
    </section>
  )
}

const Grid = ({ week }: { week: readonly number[] }) => {
  const largest = Math.max(...week)
  return (
    <svg
      class="app-chart"
      viewBox={`0 0 ${LEFT + HOURS_OF_DAY * CELL.width + 2} ${TOP + DAYS.length * CELL.height + 2}`}
      role="img"
      aria-label="Grid of the week by day and hour. The table further down gives its numbers."
    >
      {[0, 6, 12, 18].map((hour) => (
        <text key={hour} class="app-chart__label app-chart__label--start" x={LEFT + hour * CELL.width} y={TOP - 4}>
          {String(hour).padStart(2, '0')}:00
        </text>
      ))}
      {DAYS.map((day, row) => (
        <g key={day}>
          <text class="app-chart__label app-chart__label--start" x="0" y={TOP + row * CELL.height + 10}>
            {day}
          </text>
          {week.slice(row * HOURS_OF_DAY, (row + 1) * HOURS_OF_DAY).map((weight, hour) => (
            <rect
              key={hour}
              x={LEFT + hour * CELL.width}
              y={TOP + row * CELL.height}
              width={CELL.width - 1}
              height={CELL.height - 1}
              fill={cellColour(weight, largest)}
            />
          ))}
        </g>
      ))}
      {[6, 12, 18].map((hour) => (
        <line
          key={hour}
          x1={LEFT + hour * CELL.width - 0.5}
          x2={LEFT + hour * CELL.width - 0.5}
          y1={TOP}
          y2={TOP + DAYS.length * CELL.height}
          stroke="currentColor"
          stroke-width="0.6"
        />
      ))}
    </svg>
  )
}

/** Four classes of equal width and the colour of nothing. */
const cellColour = (weight: number, largest: number): string => {
  if (weight <= 0 || largest <= 0) return '#f0eee8'
  const { hotspotSteps } = theme
  return hotspotSteps[Math.min(hotspotSteps.length - 1, Math.floor((weight / largest) * hotspotSteps.length))]!
}

/** The week in blocks of three hours: a table of 168 cells could not be read or heard. */
export const WeekTable = ({ week }: { week: readonly number[] }) => {
  const blocks = Array.from({ length: HOURS_OF_DAY / BLOCK_HOURS }, (_, i) => i * BLOCK_HOURS)
  const weightOf = (day: number, hour: number) => {
    const start = day * HOURS_OF_DAY + hour
    return week.slice(start, start + BLOCK_HOURS).reduce((sum, weight) => sum + weight, 0)
  }
  return (
    <table class="app-table app-table--small">
      <caption class="app-table__caption">
        Reports by day and three hours, {countOf(Math.round(week.reduce((sum, weight) => sum + weight, 0)), 'report')}{' '}
        with a known time
      </caption>
      <thead>
        <tr>
          <td />
          {blocks.map((hour) => (
            <th key={hour} scope="col" class="app-table__number">
              {String(hour).padStart(2, '0')}
              <span class="govuk-visually-hidden"> to {hour + BLOCK_HOURS}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {DAYS.map((day, row) => (
          <tr key={day}>
            <th scope="row">{day}</th>
            {blocks.map((hour) => (
              <td key={hour} class="app-table__number">
                {weightOf(row, hour).toFixed(1)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
