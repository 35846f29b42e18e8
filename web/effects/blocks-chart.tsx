import type { EffectExact } from '../../server/effects/schema.ts'
import type { PlanDetail } from '../../server/plans/schema.ts'
import { dayWords } from '../dates.ts'
import { useMedia } from '../hotspots/use-media.ts'
import { theme } from '../map/theme.ts'
import { lastDayOf } from '../plans/words.ts'
import { decimal } from './words.ts'

const WIDTH = 720
const NARROW = 350
const HEIGHT = 250
const TOP = 34
const FLOOR = 196
const DAY = 86_400_000
/** As wide as a day’s words. */
const ROOM_FOR_DAY = 40

const shortDay = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const at = (day: string) => Date.parse(`${day}T00:00:00Z`)

type Block = EffectExact['blocks'][number]

/** Child-weeks of every four weeks, before and after, beside the mean of the places compared with; shorter blocks are said to be shorter. */
export const BlocksChart = ({ effect, plan }: { effect: EffectExact; plan: PlanDetail }) => {
  const { blocks } = effect
  const isNarrow = useMedia('(max-width: 640px)')
  const width = isNarrow ? NARROW : WIDTH
  const comparators = Math.max(1, effect.comparators.length)
  const first = at(blocks[0]?.from ?? plan.startsOn)
  const last = at(blocks.at(-1)?.to ?? plan.evaluationTo)
  const most = Math.max(1, ...blocks.flatMap(({ treated, control }) => [treated, control / comparators]))
  const x = (day: string) => ((at(day) - first) / (last - first)) * width
  const y = (count: number) => FLOOR - (count / most) * (FLOOR - TOP)
  const start = x(plan.startsOn)
  const slot = (4 * 7 * DAY * width) / (last - first)
  const labelEvery = Math.ceil(ROOM_FOR_DAY / slot)
  return (
    <figure class="app-effect-figure" aria-labelledby="blocks-title">
      <figcaption class="govuk-heading-s govuk-!-margin-bottom-1" id="blocks-title">
        Before and after, in blocks of four weeks
      </figcaption>
      <Key hasControl={effect.comparators.length > 0} />
      <svg
        class={`app-effect-chart${isNarrow ? ' app-effect-chart--small' : ''}`}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        role="img"
        aria-label={`Chart: ${blocks.map((block) => describe(block, comparators)).join('; ')}. The plan started on ${dayWords(plan.startsOn)}.`}
      >
        {blocks.map((block, i) => (
          <g key={block.from}>
            <rect
              x={x(block.from) + 2}
              width={Math.max(1, x(block.to) - x(block.from) - 4)}
              y={y(block.treated)}
              height={FLOOR - y(block.treated)}
              fill={block.isBefore ? theme.hotspotSteps[1]! : theme.hotspotSteps[2]!}
              stroke={theme.hotspotEdge}
              stroke-width={block.treated > 0 ? 0.8 : 0}
            />
            <text class="app-chart__number" x={(x(block.from) + x(block.to)) / 2} y={y(block.treated) - 5}>
              {block.treated}
            </text>
            {effect.comparators.length > 0 && (
              <line
                x1={x(block.from) + 2}
                x2={x(block.to) - 2}
                y1={y(block.control / comparators)}
                y2={y(block.control / comparators)}
                stroke="#0b0c0c"
                stroke-width="3"
              />
            )}
            {block.weeks === 4 && i % labelEvery === 0 && (
              <text class="app-chart__label" x={(x(block.from) + x(block.to)) / 2} y={FLOOR + 15}>
                {shortDay.format(new Date(at(block.from)))}
              </text>
            )}
          </g>
        ))}
        <line x1="0" x2={width} y1={FLOOR} y2={FLOOR} stroke="currentColor" />
        <line x1={start} x2={start} y1={14} y2={FLOOR} stroke="#0b0c0c" stroke-width="1.5" stroke-dasharray="4 3" />
        <text class="app-effect-chart__mark" x={start} y={11} text-anchor={start > width / 2 ? 'end' : 'start'}>
          Plan starts {shortDay.format(new Date(at(plan.startsOn)))}
        </text>
        <text class="app-chart__label app-effect-chart__year" x="0" y={HEIGHT - 4}>
          {blocks[0] && `${dayWords(blocks[0].from)} to ${dayWords(lastDayOf(blocks.at(-1)!.to))}`}
        </text>
      </svg>
      {blocks.some(({ weeks }) => weeks < 4) && (
        <p class="govuk-body-s app-dim">A narrow block has fewer than four weeks. Do not read it as fewer.</p>
      )}
    </figure>
  )
}

const describe = ({ from, to, treated, control }: Block, comparators: number) =>
  `${dayWords(from)} to ${dayWords(new Date(at(to) - DAY).toISOString())}: here ${treated}, compared places ${decimal(control / comparators)} on average`

const Key = ({ hasControl }: { hasControl: boolean }) => (
  <ul class="app-backtest__key">
    <li>
      <svg class="app-legend__sample" viewBox="0 0 22 14" aria-hidden="true">
        <rect x="1" y="1" width="20" height="12" fill={theme.hotspotSteps[1]!} stroke={theme.hotspotEdge} />
      </svg>
      Here, before
    </li>
    <li>
      <svg class="app-legend__sample" viewBox="0 0 22 14" aria-hidden="true">
        <rect x="1" y="1" width="20" height="12" fill={theme.hotspotSteps[2]!} stroke={theme.hotspotEdge} />
      </svg>
      Here, after
    </li>
    {hasControl && (
      <li>
        <svg class="app-legend__sample" viewBox="0 0 22 14" aria-hidden="true">
          <line x1="1" x2="21" y1="7" y2="7" stroke="#0b0c0c" stroke-width="3" />
        </svg>
        Compared places, on average
      </li>
    )}
  </ul>
)
