import { useEffect, useRef, useState } from 'preact/hooks'
import type { MapHandle, Point } from '../map/create-map.ts'
import { MapView } from '../map/map-view.tsx'

interface PointMapProps {
  label: string
  /** The pin; undefined: none yet. */
  point: Point | undefined
  onPick: (point: Point) => void
}

const CLOSE_DEGREES = 0.006

/** A map to click on, with a pin. Moving the pin from outside (a search, say) brings it into sight. */
export const PointMap = ({ label, point, onPick }: PointMapProps) => {
  const [map, setMap] = useState<MapHandle>()
  const pick = useRef(onPick)
  pick.current = onPick
  const clicked = useRef<Point | undefined>(undefined)

  useEffect(
    () =>
      map?.pickPoint((next) => {
        clicked.current = next
        pick.current(next)
      }),
    [map],
  )
  useEffect(() => {
    map?.setPin(point)
    const isFromClick = point?.longitude === clicked.current?.longitude && point?.latitude === clicked.current?.latitude
    if (map && point && !isFromClick)
      map.fitBounds([
        point.longitude - CLOSE_DEGREES,
        point.latitude - CLOSE_DEGREES / 2,
        point.longitude + CLOSE_DEGREES,
        point.latitude + CLOSE_DEGREES / 2,
      ])
  }, [map, point?.longitude, point?.latitude])

  return (
    <div class="app-point-map">
      <MapView label={label} isInScrollingPage onReady={setMap} />
    </div>
  )
}
