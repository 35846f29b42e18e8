import type { SharedHotspot } from '../../server/runs/schema.ts'
import { FindingWords } from '../findings/finding-words.tsx'
import { RankDisc } from '../hotspots/rank-disc.tsx'
import type { Marks } from '../hotspots/ranked-list.tsx'
import { shortBand, stepOf } from './bands.ts'

/** The ranked places in bands; each is a button that opens its panel. */
export const SharedList = ({ hotspots, marks }: { hotspots: readonly SharedHotspot[]; marks: Marks }) => (
  <ol class="app-ranked">
    {hotspots.map(({ id, rank, name, method, childrenBand, reportsBand, isApproximate, findings }) => (
      <li key={id}>
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
          <RankDisc rank={rank} method={method} colour={stepOf(reportsBand)} />
          <span class="app-ranked__name">{name}</span>
          <span class="app-ranked__about">
            {shortBand(reportsBand)} reports of {shortBand(childrenBand)} children
            {findings && (
              <>
                : <FindingWords change={findings.change} trend={findings.trend} />
              </>
            )}
            {isApproximate && '. Approximate area'}
          </span>
          {findings?.isOfFewChildren && <span class="app-ranked__warning">Mostly one or two children</span>}
        </button>
      </li>
    ))}
  </ol>
)
