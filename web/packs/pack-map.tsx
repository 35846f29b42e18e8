import { useMemo, useState } from 'preact/hooks'
import type { PackCountContent, PackPlace } from '../../server/packs/schema.ts'
import { RankedMap } from '../hotspots/ranked-map.tsx'
import type { MapHotspot } from '../map/create-map.ts'
import { stepOf } from '../shared/bands.ts'
import { SharedLegend } from '../shared/shared-legend.tsx'

type Shown = NonNullable<PackCountContent['shown']> & Pick<PackCountContent, 'geometry' | 'isApproximate'>

const shownOf = (places: readonly PackPlace[]): Shown[] =>
  places.flatMap(({ counted }) =>
    counted?.shown ? [{ ...counted.shown, geometry: counted.geometry, isApproximate: counted.isApproximate }] : [],
  )

/** The ranked places of the pack; choosing one goes to its row. */
export const PackMap = ({ places }: { places: readonly PackPlace[] }) => {
  const shown = useMemo(() => shownOf(places), [places])
  const drawn = useMemo(
    () =>
      shown.map(({ rank, geometry, isApproximate, reportsBand }): MapHotspot => ({
        rank,
        geometry,
        method: isApproximate ? 'cluster' : 'place',
        step: stepOf(reportsBand),
      })),
    [shown],
  )
  const [hovered, setHovered] = useState<number>()
  if (shown.length === 0) return null
  const marks = {
    selected: undefined,
    hovered,
    onHover: setHovered,
    onSelect: (rank: number) => document.getElementById(`pack-place-${rank}`)?.focus(),
  }
  return (
    <div class="app-pack__map">
      <RankedMap hotspots={drawn} marks={marks} isWhole={shown.length === 1} isInScrollingPage>
        <SharedLegend hotspots={shown} />
      </RankedMap>
    </div>
  )
}
