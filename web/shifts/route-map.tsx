import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { ShiftStop } from '../../server/shifts/schema.ts'
import { boundsOf } from '../map/bounds.ts'
import type { MapHandle } from '../map/create-map.ts'
import { MapView } from '../map/map-view.tsx'

interface RouteMapProps {
  stops: readonly ShiftStop[]
  /** Left out: the order cannot be changed. */
  onMove?: (from: number, to: number) => void
}

/** The visits of a shift on the map, numbered in their order; a number can be dragged to another place in it. */
export const RouteMap = ({ stops, onMove }: RouteMapProps) => {
  const [map, setMap] = useState<MapHandle>()
  const move = useRef(onMove)
  move.current = onMove
  const places = useMemo(() => [...new Map(stops.map((stop) => [stop.hotspotId, stop])).values()], [stops])
  const frame = places
    .map(({ hotspotId }) => hotspotId)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .join()
  const bounds = boundsOf(places.map(({ geometry }) => geometry))

  useEffect(() => {
    if (!map) return
    map.setOutlines(
      places.flatMap(({ hotspotId, hotspotName, geometry }) =>
        geometry.type === 'Point' ? [] : [{ id: hotspotId, name: hotspotName, geometry }],
      ),
    )
    if (bounds) map.fitBounds(bounds, { paddingPixels: 70, maxZoom: 14.5 })
  }, [map, frame])
  useEffect(() => {
    map?.setRoute(
      stops.map(({ patrolId, visit, hotspotName, longitude, latitude }) => ({
        id: `${patrolId} ${visit}`,
        name: hotspotName,
        longitude,
        latitude,
      })),
      onMove && ((from, to) => move.current?.(from, to)),
    )
  }, [map, stops])

  return (
    <div class="app-shift-map">
      <MapView
        label="Map of the shift’s visits. The list beside it says the same and changes their order with buttons."
        bounds={bounds}
        isInScrollingPage
        onReady={setMap}
      />
    </div>
  )
}
