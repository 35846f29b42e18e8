import { useMemo } from 'preact/hooks'
import type { SharedHotspot } from '../../server/runs/schema.ts'
import type { Marks } from '../hotspots/ranked-list.tsx'
import { RankedMap } from '../hotspots/ranked-map.tsx'
import type { MapHotspot } from '../map/create-map.ts'
import { stepOf } from './bands.ts'
import { SharedLegend } from './shared-legend.tsx'

/** The places of a stored run; what is only approximate has a broken outline, or is a disc where there is no outline at all. */
export const SharedMap = ({ hotspots, marks }: { hotspots: readonly SharedHotspot[]; marks: Marks }) => {
  const drawn = useMemo(
    () =>
      hotspots.map(({ rank, geometry, isApproximate, reportsBand }): MapHotspot => ({
        rank,
        geometry,
        method: isApproximate ? 'cluster' : 'place',
        step: stepOf(reportsBand),
      })),
    [hotspots],
  )
  return (
    // One place alone is shown in the whole area: close up, its disc would look more certain than it is.
    <RankedMap hotspots={drawn} marks={marks} isWhole={hotspots.length <= 1}>
      <SharedLegend hotspots={hotspots} />
    </RankedMap>
  )
}
