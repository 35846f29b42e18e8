import { useEffect, useState } from 'preact/hooks'
import type { Place } from '../../server/gazetteer/schema.ts'
import { boundsOf } from '../map/bounds.ts'
import type { MapHandle } from '../map/create-map.ts'
import { MapView } from '../map/map-view.tsx'
import { PLACE_CATEGORY_WORDS, SEED_GROUP_WORDS } from '../words.ts'

/** A place for those who may look at it and not change it. */
export const PlaceFacts = ({ place }: { place: Place }) => {
  const [map, setMap] = useState<MapHandle>()
  useEffect(() => {
    map?.setOutlines([{ id: place.id, name: place.name, geometry: place.geometry, isSelected: true }])
  }, [map, place])
  const facts: [string, string][] = [
    ['Kind', PLACE_CATEGORY_WORDS[place.category]],
    ['Other names', place.alternativeNames.join(', ') || 'None'],
    ...(place.seedGroup ? [['Committee’s group', SEED_GROUP_WORDS[place.seedGroup]] as [string, string]] : []),
    ...(place.positionNote ? [['How it was placed', place.positionNote] as [string, string]] : []),
  ]
  return (
    <div class="app-place">
      <dl class="govuk-summary-list app-facts">
        {facts.map(([key, value]) => (
          <div class="govuk-summary-list__row" key={key}>
            <dt class="govuk-summary-list__key">{key}</dt>
            <dd class="govuk-summary-list__value app-break">{value}</dd>
          </div>
        ))}
      </dl>
      <div class="app-outline__map">
        <MapView
          label={`Map of ${place.name}`}
          bounds={boundsOf([place.geometry])}
          isInScrollingPage
          onReady={setMap}
        />
      </div>
    </div>
  )
}
