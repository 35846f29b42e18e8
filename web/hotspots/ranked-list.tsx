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
    {hotspots.map((hotspot) => {
      const { rank, name, method, reports, children } = hotspot
      const oneChild = oneChildSentence(hotspot)
      return (
        <li key={rank}>
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
            <RankDisc rank={rank} method={method} colour={colourOf(steps, reports)} />
            <span class="app-ranked__name">{name}</span>
            <span class="app-ranked__reports">
              {numberWords(reports)}
              <span class="govuk-visually-hidden"> reports</span>
            </span>
            <span class="app-ranked__about">
              {childrenWords(children)}: {basisLine(hotspot)}
              {method === 'cluster' && <>. A cluster, no named place</>}
            </span>
            {oneChild && <span class="app-ranked__warning">{oneChild}</span>}
          </button>
        </li>
      )
    })}
  </ol>
)
