import type { Polygon } from 'geojson'
import { useState } from 'preact/hooks'
import { FormErrors, type FieldErrors } from '../form/errors.tsx'
import { TextField } from '../form/fields.tsx'
import { circleAround } from './circle.ts'
import { PlaceSearch } from './place-search.tsx'

/** The way to an outline without a mouse: a centre, by search or by coordinates, and how far round it. */
export const TypedCircle = ({ onCircle }: { onCircle: (polygon: Polygon) => void }) => {
  const [centre, setCentre] = useState('')
  const [centreName, setCentreName] = useState('')
  const [radius, setRadius] = useState('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const make = () => {
    const point = toPoint(centre)
    const metres = Number(radius)
    const isRadius = Number.isFinite(metres) && metres >= 5 && metres <= 5000
    setErrors({
      ...(!point && {
        'circle-centre': 'Search for the middle, or give latitude and longitude such as 52.9194, -1.4728',
      }),
      ...(!isRadius && { 'circle-radius': 'Give the distance from the middle as 5 to 5,000 metres' }),
    })
    if (point && isRadius) onCircle(circleAround(point.longitude, point.latitude, metres))
  }
  return (
    <details class="govuk-details govuk-!-margin-top-3">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Type it in instead of drawing</span>
      </summary>
      <div class="govuk-details__text">
        <FormErrors errors={errors} />
        <p class="govuk-body">The outline becomes a circle. You can still drag its corners.</p>
        <PlaceSearch
          id="circle-search"
          label="Search for the middle"
          hint="A place, a postcode or a grid reference such as SK 354 363."
          onPick={({ name, longitude, latitude }) => {
            setCentre(`${latitude.toFixed(6)}, ${longitude.toFixed(6)}`)
            setCentreName(name)
          }}
        />
        <TextField
          id="circle-centre"
          label="The middle, as latitude and longitude"
          hint={centreName ? `Taken from ${centreName}` : 'Such as 52.9194, -1.4728'}
          width={30}
          spellcheck={false}
          error={errors['circle-centre']}
          value={centre}
          onInput={(typed) => {
            setCentre(typed)
            setCentreName('')
          }}
        />
        <TextField
          id="circle-radius"
          label="How far round it, in metres"
          width={5}
          inputMode="numeric"
          error={errors['circle-radius']}
          value={radius}
          onInput={setRadius}
        />
        <button type="button" class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0" onClick={make}>
          Make this circle the outline
        </button>
      </div>
    </details>
  )
}

const toPoint = (typed: string): { longitude: number; latitude: number } | undefined => {
  const numbers = typed
    .split(/[,;\s]+/)
    .filter(Boolean)
    .map(Number)
  const [latitude, longitude] = numbers
  if (numbers.length !== 2 || latitude === undefined || longitude === undefined) return undefined
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { longitude, latitude } : undefined
}
