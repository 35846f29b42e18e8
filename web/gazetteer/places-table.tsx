import type { Place } from '../../server/gazetteer/schema.ts'
import { PLACE_CATEGORY_WORDS, SEED_GROUP_WORDS } from '../words.ts'

/** How sure a position is, in words. */
export const sureWords = (metres: number | null): string =>
  metres === null ? 'Not known' : `Within ${metres.toLocaleString('en-GB')} m`

export const PlacesTable = ({ places }: { places: Place[] }) => (
  <table class="govuk-table app-table--cards">
    <caption class="govuk-visually-hidden">Places, by name</caption>
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        {['Name', 'Kind', 'Committee’s group', 'How sure where'].map((heading) => (
          <th scope="col" class="govuk-table__header" key={heading}>
            {heading}
          </th>
        ))}
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      {places.map((place) => (
        <tr class="govuk-table__row" key={place.id}>
          <th scope="row" class="govuk-table__header">
            <a class="govuk-link app-break" href={`/places/${place.id}`}>
              {place.name}
            </a>
            {place.retiredAt && <strong class="govuk-tag govuk-tag--grey app-tag">Retired</strong>}
          </th>
          <td class="govuk-table__cell" data-label="Kind">
            {PLACE_CATEGORY_WORDS[place.category]}
          </td>
          <td class="govuk-table__cell" data-label="Group">
            {place.seedGroup ? SEED_GROUP_WORDS[place.seedGroup] : '–'}
          </td>
          <td class="govuk-table__cell" data-label="How sure where">
            {sureWords(place.positionAccuracyMetres)}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
