import type { HotspotProfile } from '../../server/hotspots/schema.ts'
import { theme } from '../map/theme.ts'
import { childrenWords, countOf } from './sentences.ts'

type Month = HotspotProfile['months'][number]

const WIDTH = 336
const HEIGHT = 92
const TOP = 14
const FLOOR = 74
/** With more months than this the numbers over the bars would run into each other. */
const MOST_NUMBERED = 18

const short = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })
const long = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const dateOf = ({ month }: Month) => new Date(`${month}-01T00:00:00Z`)

/** Reports in each month; the months that are not complete are hatched, and said. */
export const MonthBars = ({ months }: { months: readonly Month[] }) => {
  const incomplete = months.filter(({ isComplete }) => !isComplete)
  return (
    <section aria-labelledby="months-title">
      <h3 class="app-panel__heading" id="months-title">
        Reports by month
      </h3>
      <Bars months={months} />
      {incomplete.length > 0 && (
        <p class="app-small app-quiet">Hatched: incomplete, return interviews are still due. Do not read as fewer.</p>
      )}
    </section>
  )
}

const Bars = ({ months }: { months: readonly Month[] }) => {
  const largest = Math.max(1, ...months.map(({ reports }) => reports))
  const slot = WIDTH / months.length
  const barWidth = Math.min(24, slot * 0.72)
  const labelEvery = Math.ceil(months.length / 12)
  return (
    <svg
      class="app-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`Bar chart of reports by month: ${months.map((month) => `${long.format(dateOf(month))} ${month.reports}`).join(', ')}`}
    >
      <defs>
        <pattern id="incomplete" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" fill="#ffffff" />
          <rect width="2.2" height="5" fill={theme.hotspotSteps[2]!} />
        </pattern>
      </defs>
      {months.map((month, i) => {
        const height = (month.reports / largest) * (FLOOR - TOP)
        const middle = slot * (i + 0.5)
        return (
          <g key={month.month}>
            <rect
              x={middle - barWidth / 2}
              y={FLOOR - height}
              width={barWidth}
              height={height}
              fill={month.isComplete ? theme.hotspotSteps[2]! : 'url(#incomplete)'}
              stroke={theme.hotspotEdge}
              stroke-width={month.reports > 0 ? 0.8 : 0}
            />
            {months.length <= MOST_NUMBERED && (
              <text class="app-chart__number" x={middle} y={FLOOR - height - 4}>
                {month.reports}
              </text>
            )}
            {i % labelEvery === 0 && (
              <text class="app-chart__label" x={middle} y={FLOOR + 13}>
                {short.format(dateOf(month))}
              </text>
            )}
          </g>
        )
      })}
      <line x1="0" x2={WIDTH} y1={FLOOR} y2={FLOOR} stroke="currentColor" stroke-width="1" />
    </svg>
  )
}

/** The same in numbers. */
export const MonthTable = ({ months }: { months: readonly Month[] }) => (
  <table class="app-table app-table--small">
    <caption class="app-table__caption">Reports and children by month</caption>
    <thead>
      <tr>
        <th scope="col">Month</th>
        <th scope="col" class="app-table__number">
          Reports
        </th>
        <th scope="col" class="app-table__number">
          Children
        </th>
      </tr>
    </thead>
    <tbody>
      {months.map((month) => (
        <tr key={month.month}>
          <th scope="row">
            {long.format(dateOf(month))}
            {!month.isComplete && ' (incomplete)'}
          </th>
          <td class="app-table__number" aria-label={countOf(month.reports, 'report')}>
            {month.reports}
          </td>
          <td class="app-table__number" aria-label={childrenWords(month.children)}>
            {month.children}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
