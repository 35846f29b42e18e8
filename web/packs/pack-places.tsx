import type { Pack, PackExactContent, PackPlace } from '../../server/packs/schema.ts'
import { FindingWords } from '../findings/finding-words.tsx'
import { RankDisc } from '../hotspots/rank-disc.tsx'
import { BANDS_EXPLAINED, monthWords, shortBand, stepOf } from '../shared/bands.ts'
import { PLACE_CATEGORY_WORDS } from '../words.ts'
import { Exactly } from './exactly.tsx'
import { comparedWords, placesLine, REASONS_EXPLAINED } from './pack-words.ts'

interface PackPlacesProps {
  pack: Pack['pack']
  places: readonly PackPlace[]
  exact?: PackExactContent | undefined
}

/** The ranked places with what changed, then those that are new and those that lapsed. */
export const PackPlaces = ({ pack, places, exact }: PackPlacesProps) => {
  const shown = places.filter(({ counted }) => counted?.shown)
  const before = pack.previous?.month
  const [fresh, lapsed] = [
    shown.filter(({ counted }) => counted!.isNew),
    places.filter(({ counted }) => counted?.standing === 'lapsed'),
  ]
  return (
    <>
      <p class="govuk-body">{placesLine(pack)}</p>
      {shown.length === 0 && <p class="govuk-body">No place of this month is shown to you.</p>}
      {shown.length > 0 && (
        <table class="govuk-table app-table--cards app-pack__places">
          <caption class="govuk-visually-hidden">Places by rank, {monthWords(pack.month)}</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {[
                'Rank',
                'Place',
                'Reports',
                'Children',
                'Change; class',
                ...(before ? [`Beside ${monthWords(before)}`] : []),
              ].map((heading) => (
                <th scope="col" class="govuk-table__header" key={heading}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {shown.map((place) => (
              <Row key={place.hotspotId} place={place} before={before} exact={exact} />
            ))}
          </tbody>
        </table>
      )}
      {before && (
        <dl class="govuk-summary-list app-pack__moved">
          <Names title="New places" places={fresh} none="None is shown for the first time." />
          <Names
            title="No longer shown"
            places={lapsed}
            none={`Whatever was shown in ${monthWords(before)} still is.`}
            words={({ counted }) => comparedWords(counted!)}
          />
        </dl>
      )}
      <p class="govuk-body-s app-dim">
        {BANDS_EXPLAINED} {before && `${REASONS_EXPLAINED} Where a place reads as before, no reason is given.`}
      </p>
    </>
  )
}

const Row = ({
  place: { hotspotId, name, category, reviewWords, counted },
  before,
  exact,
}: {
  place: PackPlace
  before: string | undefined
  exact: PackExactContent | undefined
}) => {
  const { rank, reportsBand, childrenBand, findings } = counted!.shown!
  const exactly = exact?.places.find((one) => one.hotspotId === hotspotId)
  return (
    <tr class="govuk-table__row">
      <td class="govuk-table__cell app-pack__rank" data-label="Rank">
        <RankDisc rank={rank} method={counted!.isApproximate ? 'cluster' : 'place'} colour={stepOf(reportsBand)} />
      </td>
      <th scope="row" class="govuk-table__header" id={`pack-place-${rank}`} tabIndex={-1}>
        <span class="app-break">{name}</span>
        <span class="app-table__under">
          {PLACE_CATEGORY_WORDS[category]}
          {counted!.isApproximate && ', approximate area'}. {reviewWords}.
          {findings?.isOfFewChildren && ' Mostly one or two children.'}
        </span>
      </th>
      <td class="govuk-table__cell" data-label="Reports">
        {shortBand(reportsBand)}
        <Exactly count={exactly?.reports} />
      </td>
      <td class="govuk-table__cell" data-label="Children">
        {shortBand(childrenBand)}
        <Exactly count={exactly?.children} />
      </td>
      <td class="govuk-table__cell" data-label="Change; class">
        {findings ? <FindingWords change={findings.change} trend={findings.trend} /> : 'nothing said'}
      </td>
      {before && (
        <td class="govuk-table__cell" data-label={`Beside ${monthWords(before)}`}>
          {comparedWords(counted!)}
        </td>
      )}
    </tr>
  )
}

const Names = ({
  title,
  places,
  none,
  words,
}: {
  title: string
  places: readonly PackPlace[]
  none: string
  words?: (place: PackPlace) => string
}) => (
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">{title}</dt>
    <dd class="govuk-summary-list__value">
      {places.length === 0 ? (
        none
      ) : (
        <ul class="govuk-list govuk-!-margin-bottom-0">
          {places.map((place) => (
            <li key={place.hotspotId}>
              {place.name}
              {words && `. ${words(place)}`}
            </li>
          ))}
        </ul>
      )}
    </dd>
  </div>
)
