import { theme } from '../map/theme.ts'
import { monthWords } from '../shared/bands.ts'
import { WAYS, type ForetoldMonth, type Way } from './compare.ts'
import { WAY_WORDS } from './sentences.ts'

/** Dark, middle and white, so that they stay apart in grey print. */
const FILLS: Record<Way, { fill: string; ink: string }> = {
  shown: { fill: theme.hotspotSteps[3]!, ink: theme.hotspotInk[3]! },
  lastMonth: { fill: theme.hotspotSteps[1]!, ink: theme.hotspotInk[1]! },
  twelveMonths: { fill: '#ffffff', ink: theme.hotspotInk[0]! },
}

const HEIGHT = 230
const TOP = 18
const FLOOR = 190
/** A bar has to be as wide as this for its number to stand in it. */
const ROOM_FOR_NUMBER = 14

const short = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })

/** Of each month all its reports as a box, and in it what each way would have met. The table says the same. */
export const BacktestChart = ({ months, width }: { months: readonly ForetoldMonth[]; width: number }) => {
  const most = Math.max(1, ...months.map(({ reports }) => reports))
  const slot = width / months.length
  return (
    <figure class="app-backtest__figure" aria-labelledby="chart-title">
      <figcaption class="govuk-heading-s govuk-!-margin-bottom-1" id="chart-title">
        Reports of each month, and how many each way met
      </figcaption>
      <Key />
      <svg
        class="app-backtest__chart"
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        aria-label={`Bar chart: ${months.map(describe).join('; ')}`}
      >
        {months.map((month, i) => (
          <MonthOfChart
            key={month.month}
            month={month}
            isFirst={i === 0}
            left={slot * i + slot * 0.08}
            width={slot * 0.84}
            heightOf={(count) => (count / most) * (FLOOR - TOP)}
          />
        ))}
        <line x1="0" x2={width} y1={FLOOR} y2={FLOOR} stroke="currentColor" stroke-width="1" />
      </svg>
    </figure>
  )
}

const describe = ({ month, reports, ...met }: ForetoldMonth) =>
  `${monthWords(month)} ${reports} reports, met by the map ${met.shown.hits}, last month’s places ${met.lastMonth.hits}, twelve-month totals ${met.twelveMonths.hits}`

interface MonthOfChartProps {
  month: ForetoldMonth
  /** The first of a year, and of the chart, says its year. */
  isFirst: boolean
  left: number
  width: number
  heightOf: (count: number) => number
}

const MonthOfChart = ({ month, isFirst, left, width, heightOf }: MonthOfChartProps) => {
  const bar = width / WAYS.length
  const middle = left + width / 2
  return (
    <g>
      <rect
        x={left}
        y={FLOOR - heightOf(month.reports)}
        width={width}
        height={heightOf(month.reports)}
        fill="#f3f2ee"
        stroke="#6b7276"
        {...(!month.isComplete && { 'stroke-dasharray': '3 2' })}
      />
      <text class="app-chart__number" x={middle} y={FLOOR - heightOf(month.reports) - 5}>
        {month.reports}
      </text>
      {WAYS.map((way, i) => {
        const { hits } = month[way]
        const height = heightOf(hits)
        return (
          <g key={way}>
            <rect
              x={left + bar * i + 1}
              y={FLOOR - height}
              width={bar - 2}
              height={height}
              fill={FILLS[way].fill}
              stroke={theme.hotspotEdge}
              stroke-width={hits > 0 ? 0.8 : 0}
            />
            {bar >= ROOM_FOR_NUMBER && height >= ROOM_FOR_NUMBER && (
              <text class="app-chart__number" x={left + bar * (i + 0.5)} y={FLOOR - 5} style={{ fill: FILLS[way].ink }}>
                {hits}
              </text>
            )}
          </g>
        )
      })}
      <text class="app-chart__label" x={middle} y={FLOOR + 14}>
        {short.format(new Date(`${month.month}-01T00:00:00Z`))}
        {!month.isComplete && '*'}
      </text>
      {(isFirst || month.month.endsWith('-01')) && (
        <text class="app-chart__label" x={middle} y={FLOOR + 27}>
          {month.month.slice(0, 4)}
        </text>
      )}
    </g>
  )
}

const Key = () => (
  <ul class="app-backtest__key">
    {WAYS.map((way) => (
      <li key={way}>
        <svg class="app-legend__sample" viewBox="0 0 22 14" aria-hidden="true">
          <rect x="1" y="1" width="20" height="12" fill={FILLS[way].fill} stroke={theme.hotspotEdge} />
        </svg>
        {WAY_WORDS[way]}
      </li>
    ))}
    <li>
      <svg class="app-legend__sample" viewBox="0 0 22 14" aria-hidden="true">
        <rect x="1" y="1" width="20" height="12" fill="#f3f2ee" stroke="#6b7276" />
      </svg>
      All reports of the month
    </li>
  </ul>
)
