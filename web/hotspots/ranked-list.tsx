import type { ComponentChildren } from 'preact'
import type { Hotspot } from '../../server/hotspots/schema.ts'
import { RankDisc } from './rank-disc.tsx'
import { basisLine, childrenWords, numberWords, oneChildSentence } from './sentences.ts'
import { colourOf, type Step } from './steps.ts'

/** What the list, the table and the map share: which hotspot is chosen and which is pointed at, by rank. */
export interface Marks {
  selected: number | undefined
  hovered: number | undefined
  onSelect: (rank: number) => void
  onHover: (rank: number | undefined) => void
}

interface RankedListProps {
  hotspots: readonly Hotspot[]
  steps: readonly Step[]
  marks: Marks
}

/** The ranked places; each is a button that opens its panel. */
export const RankedList = ({ hotspots, steps, marks }: RankedListProps) => (
  <ol class="app-ranked">
    {hotspots.map((hotspot) => (
      <RankedRow
        key={hotspot.rank}
        hotspot={hotspot}
        colour={colourOf(steps, hotspot.reports)}
        marks={marks}
        reports={hotspot.reports}
        warning={oneChildSentence(hotspot)}
      >
        {childrenWords(hotspot.children)}: {basisLine(hotspot)}
        {hotspot.method === 'cluster' && <>. A cluster, no named place</>}
      </RankedRow>
    ))}
  </ol>
)

interface RankedRowProps {
  hotspot: Pick<Hotspot, 'rank' | 'name' | 'method'>
  /** Of its number, an index into the theme's steps. */
  colour: number
  marks: Marks
  /** Left out where they are given in words only. */
  reports?: number
  warning: string | undefined
  /** What is said below the name. */
  children: ComponentChildren
}

export const RankedRow = ({ hotspot, colour, marks, reports, warning, children }: RankedRowProps) => {
  const { rank, name, method } = hotspot
  return (
    <li>
      <button
        type="button"
        id={`rank-${rank}`}
        class={`app-ranked__row${marks.hovered === rank ? ' app-ranked__row--hovered' : ''}`}
        aria-pressed={marks.selected === rank}
        onClick={() => marks.onSelect(rank)}
        onMouseEnter={() => marks.onHover(rank)}
        onMouseLeave={() => marks.onHover(undefined)}
        onFocus={() => marks.onHover(rank)}
        onBlur={() => marks.onHover(undefined)}
      >
        <RankDisc rank={rank} method={method} colour={colour} />
        <span class="app-ranked__name">{name}</span>
        {reports !== undefined && (
          <span class="app-ranked__reports">
            {numberWords(reports)}
            <span class="govuk-visually-hidden"> reports</span>
          </span>
        )}
        <span class="app-ranked__about">{children}</span>
        {warning && <span class="app-ranked__warning">{warning}</span>}
      </button>
    </li>
  )
}
