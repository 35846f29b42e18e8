import { useEffect, useRef, useState } from 'preact/hooks'
import type { Area } from '../../server/gazetteer/schema.ts'
import type { Hotspot } from '../../server/hotspots/schema.ts'
import { boundsOf } from '../map/bounds.ts'
import type { MapHandle } from '../map/create-map.ts'
import { MapView } from '../map/map-view.tsx'
import { Legend } from './legend.tsx'
import type { Marks } from './ranked-list.tsx'
import { colourOf, type Step } from './steps.ts'

interface HotspotMapProps {
  hotspots: readonly Hotspot[]
  steps: readonly Step[]
  marks: Marks
  /** The area that is looked at, where one is chosen: the map turns to it, and keeps the reader's own view otherwise. */
  area: Area | undefined
}

/** The hotspots as outlined areas with their rank, kept in step with the list. */
export const HotspotMap = ({ hotspots, steps, marks, area }: HotspotMapProps) => {
  const [map, setMap] = useState<MapHandle>()
  // The map reads its listeners once; what they reach must be the newest.
  const newest = useRef(marks)
  newest.current = marks
  const bounds = boundsOf(area?.geometry ? [area.geometry] : hotspots.map(({ geometry }) => geometry))
  const frame = area?.id ?? 'everything'
  // The map begins there.
  const framed = useRef(bounds ? frame : undefined)

  useEffect(() => {
    if (!map) return
    map.setHotspots(hotspots.map((hotspot) => ({ ...hotspot, step: colourOf(steps, hotspot.reports) })))
    map.setOutlines(area?.geometry ? [{ id: area.id, name: '', geometry: area.geometry }] : [])

    if (bounds && framed.current !== frame) {
      map.fitBounds(bounds)
      framed.current = frame
    }
  }, [map, hotspots, area])

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
      bounds={bounds}
      onReady={setMap}
      onHotspotClick={(rank) => newest.current.onSelect(rank)}
      onHotspotHover={(rank) => newest.current.onHover(rank)}
    >
      <Legend steps={steps} hasClusters={hotspots.some(({ method }) => method === 'cluster')} />
    </MapView>
  )
}
