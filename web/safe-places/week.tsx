import type { SafePlacesNear } from '../../server/safe-places/schema.ts'
import { theme } from '../map/theme.ts'
import { DAYS } from './hours.ts'

const HOURS = 24
const LEFT = 34
const TOP = 14
const CELL = { width: 13, height: 15 }

type Kind = 'none' | 'covered' | 'best' | 'gap'

/** The week by day and hour: when somebody is there, and the best times in which nobody is. Drawn so that it can be read in grey. */
export const WeekCovered = ({ near }: { near: Pick<SafePlacesNear, 'covered' | 'windows' | 'gaps'> }) => {
  const kinds = kindsOf(near)
  return (
    <figure class="app-week">
      <svg
        class="app-chart"
        viewBox={`0 0 ${LEFT + HOURS * CELL.width + 2} ${TOP + DAYS.length * CELL.height + 2}`}
        role="img"
        aria-label="The week by day and hour: when somebody is there, and the gaps. The sentences beside it say the same."
      >
        <defs>
          <pattern id="gap-hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="4" height="4" fill="#ffffff" />
            <line x1="0" y1="0" x2="0" y2="4" stroke={theme.hotspotEdge} stroke-width="2.4" />
          </pattern>
        </defs>
        {[0, 6, 12, 18].map((hour) => (
          <text key={hour} class="app-chart__label app-chart__label--start" x={LEFT + hour * CELL.width} y={TOP - 4}>
            {String(hour).padStart(2, '0')}:00
          </text>
        ))}
        {DAYS.map((day, row) => (
          <g key={day}>
            <text class="app-chart__label app-chart__label--start" x="0" y={TOP + row * CELL.height + 11}>
              {day.slice(0, 3)}
            </text>
            {kinds.slice(row * HOURS, (row + 1) * HOURS).map((kind, hour) => (
              <rect
                key={hour}
                x={LEFT + hour * CELL.width + 0.5}
                y={TOP + row * CELL.height + 0.5}
                width={CELL.width - 1}
                height={CELL.height - 1}
                {...LOOKS[kind]}
              />
            ))}
          </g>
        ))}
      </svg>
      <figcaption class="app-sign-legend">
        {(['covered', 'best', 'gap'] as const)
          .filter((kind) => kind === 'covered' || kinds.includes(kind))
          .map((kind) => (
            <span key={kind}>
              <svg width="18" height="14" aria-hidden="true">
                <rect x="1" y="1" width="16" height="12" {...LOOKS[kind]} />
              </svg>{' '}
              {KIND_LABELS[kind]}
            </span>
          ))}
      </figcaption>
    </figure>
  )
}

const LOOKS: Record<Kind, Record<string, string | number>> = {
  none: { fill: '#f0eee8' },
  covered: { fill: '#7fb5ae' },
  best: { fill: theme.safe, stroke: theme.selection, 'stroke-width': 1 },
  gap: { fill: 'url(#gap-hatch)', stroke: theme.hotspotEdge, 'stroke-width': 1.4 },
}

const KIND_LABELS: Record<Exclude<Kind, 'none'>, string> = {
  covered: 'somebody is there',
  best: 'a best time, somebody is there',
  gap: 'a best time, nobody is there',
}

const kindsOf = ({ covered, windows, gaps }: Pick<SafePlacesNear, 'covered' | 'windows' | 'gaps'>): Kind[] => {
  const kinds = Array<Kind>(DAYS.length * HOURS).fill('none')
  const mark = (spans: readonly { fromHour: number; hours: number }[], kind: Kind) => {
    for (const { fromHour, hours } of spans) for (let i = 0; i < hours; i++) kinds[(fromHour + i) % kinds.length] = kind
  }
  for (const hour of covered) kinds[hour] = 'covered'
  mark(windows ?? [], 'best')
  mark(gaps ?? [], 'gap')
  return kinds
}
