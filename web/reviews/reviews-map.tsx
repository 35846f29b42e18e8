import { useEffect, useState } from 'preact/hooks'
import type { Review } from '../../server/reviews/schema.ts'
import type { AreaGeometry } from '../../server/shared-schema.ts'
import { circleAround } from '../gazetteer/circle.ts'
import type { MapHandle } from '../map/create-map.ts'
import { MapView } from '../map/map-view.tsx'
import { goTo } from '../state/router.ts'

/** As far round as a point of a 200 m square may lie. */
const AROUND_METRES = 140

/** An outline of it that can be drawn: of a place that is only known to be near, a circle round where. */
export const outlineOf = ({ geometry }: Pick<Review, 'geometry'>): AreaGeometry | undefined => {
  if (!geometry) return undefined
  return geometry.type === 'Point' ? (circleAround(...geometry.coordinates, AROUND_METRES) as AreaGeometry) : geometry
}

/** The listed places; those to be reviewed are drawn stronger. A click opens one. */
export const ReviewsMap = ({ reviews }: { reviews: readonly Review[] }) => {
  const [map, setMap] = useState<MapHandle>()
  useEffect(() => {
    map?.setOutlines(
      reviews.flatMap((review) => {
        const geometry = outlineOf(review)
        const { id, name, isApproximate, state } = review
        return geometry ? [{ id, name, geometry, isApproximate, isSelected: state === 'candidate' }] : []
      }),
    )
  }, [map, reviews.map(({ id, version }) => `${id} ${version}`).join()])

  return (
    <>
      <div class="app-places__frame app-reviews__frame">
        <MapView
          label="Map of the places under review"
          isInScrollingPage
          onReady={setMap}
          onOutlineClick={(id) => goTo(`/reviews/${id}`)}
        />
      </div>
      <p class="app-small app-quiet">
        Thick and filled: to be reviewed. A broken line: an approximate area, in whole squares of 200 metres.
      </p>
    </>
  )
}
