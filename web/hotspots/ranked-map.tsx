import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { AreaGeometry } from '../../server/shared-schema.ts'
import { boundsOf } from '../map/bounds.ts'
import type { MapHandle, MapHotspot, MapSurface } from '../map/create-map.ts'
import { MapView } from '../map/map-view.tsx'
import type { Marks } from './ranked-list.tsx'

interface RankedMapProps {
  hotspots: readonly MapHotspot[]
  marks: Marks
  /** The area that is looked at, where one is chosen: the map turns to it, and keeps the reader's own view otherwise. */
  area?: { id: string; geometry: AreaGeometry } | undefined
  /** True where the map begins with the partnership's whole area, not with what is on it. */
  isWhole?: boolean
  /** What is drawn under the hotspots. */
  surface?: MapSurface | undefined
  /** Where the map is a part of a page that scrolls. */
  isInScrollingPage?: boolean
  /** The legend. */
  children: ComponentChildren
}

/** The hotspots of a list with their rank on the map, kept in step with the list. */
export const RankedMap = ({
  hotspots,
  marks,
  area,
  isWhole = false,
  surface,
  isInScrollingPage = false,
  children,
}: RankedMapProps) => {
  const [map, setMap] = useState<MapHandle>()
  // The map reads its listeners once; what they reach must be the newest.
  const newest = useRef(marks)
  newest.current = marks
  const bounds = boundsOf(area ? [area.geometry] : hotspots.map(({ geometry }) => geometry))
  const frame = area?.id ?? 'everything'
  // The map begins there.
  const framed = useRef(bounds ? frame : undefined)

  useEffect(() => map?.setHotspots(hotspots), [map, hotspots])
  useEffect(() => map?.setSurface(surface), [map, surface])
  useEffect(() => {
    if (!map) return
    map.setOutlines(area ? [{ id: area.id, name: '', geometry: area.geometry }] : [])

    if (bounds && framed.current !== frame) {
      map.fitBounds(bounds)
      framed.current = frame
    }
  }, [map, hotspots, area])

  useEffect(() => map?.markHotspots(marks.selected, marks.hovered), [map, hotspots, marks.selected, marks.hovered])

  const printed = useRef(bounds)
  printed.current = bounds
  useEffect(() => map?.fitOnPaper(() => printed.current), [map])

  const selected = hotspots.find(({ rank }) => rank === marks.selected)?.geometry
  useEffect(() => {
    if (map && selected) map.show(selected)
  }, [map, selected])

  return (
    <MapView
      label="Map of the places. The list and the table beside it say the same in words."
      bounds={isWhole ? undefined : bounds}
      isInScrollingPage={isInScrollingPage}
      onReady={setMap}
      onHotspotClick={(rank) => newest.current.onSelect(rank)}
      onHotspotHover={(rank) => newest.current.onHover(rank)}
    >
      {children}
    </MapView>
  )
}
