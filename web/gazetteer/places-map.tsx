import { useEffect, useState } from 'preact/hooks'
import type { Place } from '../../server/gazetteer/schema.ts'
import type { MapHandle } from '../map/create-map.ts'
import { MapView } from '../map/map-view.tsx'
import { goTo } from '../state/router.ts'

/** The outlines of the listed places; a click opens one. */
export const PlacesMap = ({ places }: { places: Place[] }) => {
  const [map, setMap] = useState<MapHandle>()
  useEffect(() => {
    map?.setOutlines(places.map(({ id, name, geometry }) => ({ id, name, geometry })))
  }, [map, places.map(({ id, version }) => `${id} ${version}`).join()])

  return (
    <div class="app-places__frame">
      <MapView
        label="Map of the listed places"
        isInScrollingPage
        onReady={setMap}
        onOutlineClick={(id) => goTo(`/places/${id}`)}
      />
    </div>
  )
}
