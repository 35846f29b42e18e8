import type { PackPlace } from '../../server/packs/schema.ts'
import { PLACE_CATEGORY_WORDS } from '../words.ts'

/** The places of whom a list or a referral reaches: which they are and where their review stands, nothing that is counted there. */
export const PlacesAtWork = ({ places }: { places: readonly PackPlace[] }) => {
  if (places.length === 0)
    return (
      <p class="govuk-body">
        No place of this pack is shared with you. That nothing stands here does not say that nothing happens.
      </p>
    )
  return (
    <table class="govuk-table">
      <caption class="govuk-visually-hidden">Places that are shared with you</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {['Place', 'Kind of place', 'State'].map((heading) => (
            <th scope="col" class="govuk-table__header" key={heading}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {places.map(({ hotspotId, name, category, reviewWords }) => (
          <tr class="govuk-table__row" key={hotspotId}>
            <th scope="row" class="govuk-table__header app-break">
              {name}
            </th>
            <td class="govuk-table__cell">{PLACE_CATEGORY_WORDS[category]}</td>
            <td class="govuk-table__cell">{reviewWords}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
