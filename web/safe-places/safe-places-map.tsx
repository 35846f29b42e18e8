import { useEffect, useState } from 'preact/hooks'
import type { SafePlace } from '../../server/safe-places/schema.ts'
import { boundsOf } from '../map/bounds.ts'
import type { MapHandle } from '../map/create-map.ts'
import { MapView } from '../map/map-view.tsx'
import { goTo } from '../state/router.ts'
import { SignLegend } from './signs.tsx'

interface SafePlacesMapProps {
  label: string
  safePlaces: readonly SafePlace[]
  /** True where the map begins close up on them. */
  isClose?: boolean
}

/** Safe places and guardians by their signs; a click opens one. */
export const SafePlacesMap = ({ label, safePlaces, isClose = false }: SafePlacesMapProps) => {
  const [map, setMap] = useState<MapHandle>()
  const geometries = safePlaces.map(({ geometry }) => geometry)
  useEffect(() => {
    map?.setSigns(safePlaces.map(({ id, name, kind, geometry }) => ({ id, name, kind, geometry })))
    if (map && isClose && geometries.length > 0) map.fitBounds(boundsOf(geometries)!)
  }, [map, safePlaces.map(({ id, version }) => `${id} ${version}`).join()])
  return (
    <>
      <div class="app-outline__map app-review__map">
        <MapView label={label} isInScrollingPage onReady={setMap} onSignClick={(id) => goTo(`/safe-places/${id}`)} />
      </div>
      <SignLegend />
    </>
  )
}
