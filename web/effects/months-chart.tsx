import type { PlanDetail } from '../../server/plans/schema.ts'
import type { ReviewDetail } from '../../server/reviews/schema.ts'
import { dayWords } from '../dates.ts'
import { useLoaded } from '../form/load.ts'
import { useMedia } from '../hotspots/use-media.ts'
import { theme } from '../map/theme.ts'
import { lastDayOf } from '../plans/words.ts'
import { BANDS, bandWords, monthWords, shortBand, type Band } from '../shared/bands.ts'
import { may } from '../state/session.ts'

type Month = { month: string; childrenBand: Band | null; isComplete: boolean }

const WIDTH = 720
const NARROW = 350
const HEIGHT = 190
const TOP = 36
const FLOOR = 146
const STEP = (FLOOR - TOP) / BANDS.length

const short = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })
const at = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** The children of the latest twelve months in bands, with the days of the plan: what those may see who see no counts. */
export const MonthsChart = ({ plan }: { plan: PlanDetail }) => {
  const { data } = useLoaded<ReviewDetail>(may('review:read') ? `/api/reviews/${plan.hotspotId}` : undefined)
  const months = data?.now?.findings?.months ?? []
  if (months.length === 0) return null
  return (
    <figure class="app-effect-figure" aria-labelledby="bands-title">
      <figcaption class="govuk-heading-s govuk-!-margin-bottom-1" id="bands-title">
        Children reported here by month, in bands
      </figcaption>
      <Bands months={months} plan={plan} />
      <p class="govuk-body-s app-dim">
        No bar: fewer than three children, which is not “none”. Hatched: incomplete, reports are still coming in. Bands
        show the course; whether it is more than chance, the sentence above says.
      </p>
    </figure>
  )
}

const Bands = ({ months, plan }: { months: readonly Month[]; plan: PlanDetail }) => {
  const isNarrow = useMedia('(max-width: 640px)')
  const width = isNarrow ? NARROW : WIDTH
  const first = at(`${months[0]!.month}-01`)
  const end = endOf(months.at(-1)!.month)
  const x = (day: number) => ((day - first) / (end - first)) * width
  const marks = [
    { day: plan.startsOn, says: `Plan starts ${dayWords(plan.startsOn)}` },
    { day: plan.evaluationTo, says: `Judged until ${dayWords(lastDayOf(plan.evaluationTo))}` },
  ].filter(({ day }) => at(day) > first && at(day) < end)
  return (
    <svg
      class={`app-effect-chart${isNarrow ? ' app-effect-chart--small' : ''}`}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-label={`Chart: ${months.map(describe).join('; ')}. ${marks.map(({ says }) => says).join('. ')}`}
    >
      <defs>
        <pattern id="bands-incomplete" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="5" height="5" fill="#ffffff" />
          <rect width="2.2" height="5" fill={theme.hotspotSteps[2]!} />
        </pattern>
      </defs>
      {months.map(({ month, childrenBand, isComplete }) => {
        const left = x(at(`${month}-01`))
        const slot = x(endOf(month)) - left
        const gap = slot / 12
        const height = childrenBand ? STEP * (BANDS.indexOf(childrenBand) + 1) : 0
        return (
          <g key={month}>
            {childrenBand && (
              <>
                <rect
                  x={left + gap}
                  y={FLOOR - height}
                  width={slot - 2 * gap}
                  height={height}
                  fill={isComplete ? theme.hotspotSteps[2]! : 'url(#bands-incomplete)'}
                  stroke={theme.hotspotEdge}
                  stroke-width="0.8"
                />
                <text class="app-chart__number" x={left + slot / 2} y={FLOOR - height - 5}>
                  {shortBand(childrenBand)}
                </text>
              </>
            )}
            <text class="app-chart__label" x={left + slot / 2} y={FLOOR + 15}>
              {short.format(new Date(`${month}-01T00:00:00Z`)).slice(0, isNarrow ? 1 : 4)}
            </text>
            {(month.endsWith('-01') || month === months[0]!.month) && (
              <text class="app-chart__label" x={left + slot / 2} y={FLOOR + 30}>
                {month.slice(0, 4)}
              </text>
            )}
          </g>
        )
      })}
      <line x1="0" x2={width} y1={FLOOR} y2={FLOOR} stroke="currentColor" />
      {marks.map(({ day, says }, i) => (
        <g key={day}>
          <line
            x1={x(at(day))}
            x2={x(at(day))}
            y1={14 + i * 14}
            y2={FLOOR}
            stroke="#0b0c0c"
            stroke-width="1.5"
            stroke-dasharray="4 3"
          />
          <text
            class="app-effect-chart__mark"
            x={x(at(day)) + (x(at(day)) > width / 2 ? -5 : 5)}
            y={12 + i * 14}
            text-anchor={x(at(day)) > width / 2 ? 'end' : 'start'}
          >
            {says}
          </text>
        </g>
      ))}
    </svg>
  )
}

const endOf = (month: string): number => {
  const date = new Date(`${month}-01T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + 1)
  return date.getTime()
}

const describe = ({ month, childrenBand, isComplete }: Month) =>
  `${monthWords(month)} ${childrenBand ? bandWords(childrenBand) : 'fewer than 3'}${isComplete ? '' : ', incomplete'}`
