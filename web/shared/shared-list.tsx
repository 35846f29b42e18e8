import type { SharedHotspot } from '../../server/runs/schema.ts'
import { FindingWords } from '../findings/finding-words.tsx'
import { RankedRow, type Marks } from '../hotspots/ranked-list.tsx'
import { shortBand, stepOf } from './bands.ts'

/** The ranked places in bands; each is a button that opens its panel. */
export const SharedList = ({ hotspots, marks }: { hotspots: readonly SharedHotspot[]; marks: Marks }) => (
  <ol class="app-ranked">
    {hotspots.map((hotspot) => (
      <RankedRow
        key={hotspot.id}
        hotspot={hotspot}
        colour={stepOf(hotspot.reportsBand)}
        marks={marks}
        warning={hotspot.findings?.isOfFewChildren ? 'Mostly one or two children' : undefined}
      >
        {shortBand(hotspot.reportsBand)} reports of {shortBand(hotspot.childrenBand)} children
        {hotspot.findings && (
          <>
            : <FindingWords change={hotspot.findings.change} trend={hotspot.findings.trend} />
          </>
        )}
        {hotspot.isApproximate && '. Approximate area'}
      </RankedRow>
    ))}
  </ol>
)
