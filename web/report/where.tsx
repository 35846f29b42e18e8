import { Radios } from '../form/choices.tsx'
import type { FieldErrors } from '../form/errors.tsx'
import { LinkButton, SelectField, TextField } from '../form/fields.tsx'
import { PlaceSearch } from '../gazetteer/place-search.tsx'
import { PointMap } from '../gazetteer/point-map.tsx'
import { choices, PLACE_CATEGORY_WORDS } from '../words.ts'
import { draft, fill, type Draft } from './draft.ts'

export const ACCURACY_WORDS: Record<Exclude<Draft['accuracy'], ''>, string> = {
  '20': 'Exactly there, within a few steps',
  '100': 'That building or that part of the street',
  '500': 'Round about there',
  unknown: 'I don’t know exactly',
}

export const Where = ({ errors }: { errors: FieldErrors }) => (
  <>
    <h2 class="govuk-heading-m">Where</h2>
    <Radios
      id="whereKind"
      label="How can you show where it was?"
      legendSize="s"
      error={errors.whereKind}
      value={draft.value.whereKind}
      choices={[
        { value: 'map', label: 'By its name or on the map', more: <OnTheMap errors={errors} /> },
        {
          value: 'words',
          label: 'Only in words',
          hint: 'The report then waits until somebody places it on the map.',
          more: <InWords errors={errors} />,
        },
      ]}
      onChange={(whereKind) => fill({ whereKind: whereKind as Draft['whereKind'] })}
    />
    <Radios
      id="isPrivateAddress"
      label="Is it a private address?"
      hint="Somebody’s home. A private address is never shown as a hotspot."
      legendSize="s"
      isInline
      error={errors.isPrivateAddress}
      value={draft.value.isPrivateAddress}
      choices={[
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
      ]}
      onChange={(answer) => fill({ isPrivateAddress: answer as 'yes' | 'no' })}
    />
  </>
)

const OnTheMap = ({ errors }: { errors: FieldErrors }) => {
  const { spot, accuracy } = draft.value
  return (
    <>
      <PlaceSearch
        id="spot"
        label="Search for it"
        hint="A name, a postcode or a grid reference. Or click on the map."
        error={errors.spot}
        onPick={({ placeId, name, longitude, latitude }) =>
          fill({ spot: { ...(placeId && { placeId }), name, longitude, latitude } })
        }
      />
      <p class="govuk-body" role="status">
        {spot ? (
          <>
            Chosen: <strong>{spot.name}</strong>{' '}
            <LinkButton onClick={() => fill({ spot: undefined })}>
              Clear<span class="govuk-visually-hidden"> the chosen place</span>
            </LinkButton>
          </>
        ) : (
          'Nothing chosen yet.'
        )}
      </p>
      <PointMap
        label="Map to show where it was"
        point={spot}
        onPick={(point) => fill({ spot: { ...point, name: 'the spot on the map' } })}
      />
      {spot && !spot.placeId && (
        <Radios
          id="accuracy"
          label="How exactly do you know the spot?"
          legendSize="s"
          isSmall
          error={errors.accuracy}
          value={accuracy}
          choices={choices(ACCURACY_WORDS)}
          onChange={(chosen) => fill({ accuracy: chosen as Draft['accuracy'] })}
        />
      )}
    </>
  )
}

const InWords = ({ errors }: { errors: FieldErrors }) => (
  <>
    <TextField
      id="placeName"
      label="Where, in the words you were given"
      hint="Such as “the chip shop by the bus station”. For a home write the area, not the address."
      error={errors.placeName}
      value={draft.value.placeName}
      onInput={(placeName) => fill({ placeName })}
    />
    <SelectField
      id="placeCategory"
      label="What kind of place?"
      error={errors.placeCategory}
      value={draft.value.placeCategory}
      options={[{ value: '', label: 'I don’t know' }, ...choices(PLACE_CATEGORY_WORDS)]}
      onChange={(category) => fill({ placeCategory: category as Draft['placeCategory'] })}
    />
  </>
)
