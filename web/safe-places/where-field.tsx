import { useState } from 'preact/hooks'
import type { AreaGeometry } from '../../server/shared-schema.ts'
import { Radios } from '../form/choices.tsx'
import { OutlineEditor } from '../gazetteer/outline-editor.tsx'
import { PlaceSearch } from '../gazetteer/place-search.tsx'
import { PointMap } from '../gazetteer/point-map.tsx'
import type { SafePlaceDraft } from './draft.ts'

interface WhereFieldProps {
  draft: Pick<SafePlaceDraft, 'geometry' | 'shape'>
  error: string | undefined
  onChange: (part: Partial<SafePlaceDraft>) => void
}

/** Where it is: a point for a building or a shelter, an outline for what covers ground, such as wardens’ beat. */
export const WhereField = ({ draft: { geometry, shape }, error, onChange }: WhereFieldProps) => {
  const [name, setName] = useState('')
  const point =
    geometry?.type === 'Point' ? { longitude: geometry.coordinates[0], latitude: geometry.coordinates[1] } : undefined
  const outline = geometry && geometry.type !== 'Point' ? geometry : undefined
  const put = ({ longitude, latitude }: { longitude: number; latitude: number }) =>
    onChange({ geometry: { type: 'Point', coordinates: [longitude, latitude] } })
  return (
    <div>
      <Radios
        id="shape"
        label="Where is it?"
        legendSize="s"
        isInline
        isSmall
        value={shape}
        choices={[
          { value: 'point', label: 'A point' },
          { value: 'outline', label: 'An outline' },
        ]}
        onChange={(next) => onChange({ shape: next as SafePlaceDraft['shape'], geometry: undefined })}
      />
      {shape === 'point' ? (
        <div class={error ? 'govuk-form-group--error' : undefined}>
          {error && (
            <p class="govuk-error-message" id="where" tabIndex={-1}>
              <span class="govuk-visually-hidden">Error:</span> {error}
            </p>
          )}
          <PlaceSearch
            id="where-search"
            label="Search for it, or click on the map"
            hint="A place, a postcode or a grid reference such as SK 354 363."
            onPick={(match) => {
              setName(match.name)
              put(match)
            }}
          />
          <p class="govuk-body-s" role="status">
            {point
              ? `It is at ${point.latitude.toFixed(5)}, ${point.longitude.toFixed(5)}${name ? `, from ${name}` : ''}. Drag the pin to move it.`
              : 'No point is set yet.'}
          </p>
          <PointMap
            label="Map to click on"
            point={point}
            onPick={(picked) => {
              setName('')
              put(picked)
            }}
          />
        </div>
      ) : (
        <div id="where" tabIndex={-1}>
          <OutlineEditor
            outline={outline}
            error={error}
            shown={undefined}
            onChange={(drawn) => onChange({ geometry: drawn as AreaGeometry | undefined })}
          />
        </div>
      )}
    </div>
  )
}
