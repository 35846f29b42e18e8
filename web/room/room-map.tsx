import { useMemo } from 'preact/hooks'
import type { PackPlace } from '../../server/packs/schema.ts'
import { RankedMap } from '../hotspots/ranked-map.tsx'
import type { MapHotspot } from '../map/create-map.ts'
import { stepOf } from '../shared/bands.ts'
import { SharedLegend } from '../shared/shared-legend.tsx'

interface RoomMapProps {
  places: readonly PackPlace[]
  /** The rank of the place that is spoken of; none: all of them. */
  rank: number | undefined
  onSelect: (rank: number) => void
}

/** The month’s places on the wall’s map, turned to the one that is spoken of. */
export const RoomMap = ({ places, rank, onSelect }: RoomMapProps) => {
  const shown = useMemo(
    () =>
      places.flatMap(({ counted }) =>
        counted?.shown ? [{ ...counted.shown, geometry: counted.geometry, isApproximate: counted.isApproximate }] : [],
      ),
    [places],
  )
  const drawn = useMemo(
    () =>
      shown.map((one): MapHotspot => ({
        rank: one.rank,
        geometry: one.geometry,
        method: one.isApproximate ? 'cluster' : 'place',
        step: stepOf(one.reportsBand),
      })),
    [shown],
  )
  if (shown.length === 0) return null
  return (
    <RankedMap hotspots={drawn} marks={{ selected: rank, hovered: undefined, onHover: () => {}, onSelect }}>
      <SharedLegend hotspots={shown} />
    </RankedMap>
  )
}
