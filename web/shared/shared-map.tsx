import { useEffect, useRef, useState } from 'preact/hooks'
import type { SharedHotspot } from '../../server/runs/schema.ts'
import type { Marks } from '../hotspots/ranked-list.tsx'
import { boundsOf } from '../map/bounds.ts'
import type { MapHandle } from '../map/create-map.ts'
import { MapView } from '../map/map-view.tsx'
import { stepOf } from './bands.ts'
import { SharedLegend } from './shared-legend.tsx'

/** The places of a stored run; what is only approximate has a broken outline, or is a disc where there is no outline at all. */
export const SharedMap = ({ hotspots, marks }: { hotspots: readonly SharedHotspot[]; marks: Marks }) => {
  const [map, setMap] = useState<MapHandle>()
  // The map reads its listeners once; what they reach must be the newest.
  const newest = useRef(marks)
  newest.current = marks
  const bounds = boundsOf(hotspots.map(({ geometry }) => geometry))

  useEffect(() => {
    map?.setHotspots(
      hotspots.map(({ rank, geometry, isApproximate, reportsBand }) => ({
        rank,
        geometry,
        method: isApproximate ? 'cluster' : 'place',
        step: stepOf(reportsBand),
      })),
    )
  }, [map, hotspots])
  useEffect(() => map?.markHotspots(marks.selected, marks.hovered), [map, hotspots, marks.selected, marks.hovered])

  const printed = useRef(bounds)
  printed.current = bounds
  useEffect(() => map?.fitOnPaper(() => printed.current), [map])

  const selected = hotspots.find(({ rank }) => rank === marks.selected)
  useEffect(() => {
    if (map && selected) map.show(selected.geometry)
  }, [map, selected])

  return (
    <MapView
      label="Map of the places. The list and the table beside it say the same in words."
      bounds={hotspots.length > 1 ? bounds : undefined}
      onReady={setMap}
      onHotspotClick={(rank) => newest.current.onSelect(rank)}
      onHotspotHover={(rank) => newest.current.onHover(rank)}
    >
      <SharedLegend hotspots={hotspots} />
    </MapView>
  )
}
