import { useEffect, useState } from 'preact/hooks'
import type { ReviewDetail } from '../../server/reviews/schema.ts'
import type { SafePlace } from '../../server/safe-places/schema.ts'
import { boundsOf } from '../map/bounds.ts'
import type { MapHandle } from '../map/create-map.ts'
import { MapView } from '../map/map-view.tsx'
import { SignLegend } from '../safe-places/signs.tsx'
import { goTo } from '../state/router.ts'
import { outlineOf } from './reviews-map.tsx'

/** A place with what keeps young people safe round it. */
export const ReviewMap = ({ review, signs }: { review: ReviewDetail; signs: readonly SafePlace[] }) => {
  const [map, setMap] = useState<MapHandle>()
  const outline = outlineOf(review)
  useEffect(() => {
    const { id, name, isApproximate } = review
    map?.setOutlines(outline ? [{ id, name, geometry: outline, isApproximate, isSelected: true }] : [])
  }, [map, review.id, review.version])
  useEffect(() => {
    map?.setSigns(signs.map(({ id, name, kind, geometry }) => ({ id, name, kind, geometry })))
    if (map && signs.length > 0 && outline)
      map.fitBounds(boundsOf([outline, ...signs.map(({ geometry }) => geometry)])!)
  }, [map, signs])

  if (!outline)
    return (
      <p class="govuk-body">
        Where exactly it lies is for operational partners. Its position stands in the list of the quarter.
      </p>
    )
  return (
    <>
      <div class="app-outline__map app-review__map">
        <MapView
          label={`Map of ${review.name}`}
          bounds={boundsOf([outline])}
          isInScrollingPage
          onReady={setMap}
          onSignClick={(id) => goTo(`/safe-places/${id}`)}
        />
      </div>
      <SignLegend>
        {review.isApproximate && <li>broken line: approximate, in whole squares of 200 metres</li>}
      </SignLegend>
    </>
  )
}
