import { useEffect, useState } from 'preact/hooks'
import type { SharedPlace } from '../../server/runs/schema.ts'
import { useLoaded } from '../form/load.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { boundsOf } from '../map/bounds.ts'
import type { MapHandle } from '../map/create-map.ts'
import { MapView } from '../map/map-view.tsx'
import { may } from '../state/session.ts'
import { PLACE_CATEGORY_WORDS } from '../words.ts'
import { BANDS_EXPLAINED, monthWords, shortBand } from './bands.ts'

/** One named place as partners see it, stored month by stored month. */
export default ({ id }: { id: string }) => {
  const { data, problem, isLoading, reload } = useLoaded<SharedPlace>(`/api/shared/places/${encodeURIComponent(id)}`)
  const home = may('exactReport:read') ? '/shared' : '/'
  return (
    <>
      <a class="govuk-back-link" href={home}>
        Shared map
      </a>
      {problem?.status === 404 && (
        <>
          <h1 class="govuk-heading-l">This place is not known</h1>
          <p class="govuk-body">
            The link may be incomplete, or the place is not among those that are shared with you.
          </p>
        </>
      )}
      {problem && problem.status !== 404 && <ProblemSummary problem={problem} onRetry={reload} />}
      {!data && isLoading && <p class="govuk-body">Loading…</p>}
      {data && (
        <>
          <span class="govuk-caption-l">{PLACE_CATEGORY_WORDS[data.place.category]}</span>
          <h1 class="govuk-heading-l app-break">{data.place.name}</h1>
          <div class="app-place">
            <Months months={data.months} />
            <PlaceMap place={data.place} />
          </div>
        </>
      )}
    </>
  )
}

const Months = ({ months }: Pick<SharedPlace, 'months'>) => (
  <div>
    <table class="govuk-table app-table--tight">
      <caption class="govuk-table__caption govuk-table__caption--m">Stored months</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {['Twelve months up to', 'Reports', 'Children'].map((heading) => (
            <th scope="col" class="govuk-table__header" key={heading}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {months.map(({ month, reportsBand, childrenBand }) => (
          <tr class="govuk-table__row" key={month}>
            <th scope="row" class="govuk-table__header">
              {monthWords(month)}
            </th>
            <td class="govuk-table__cell">{reportsBand ? shortBand(reportsBand) : 'not shown'}</td>
            <td class="govuk-table__cell">{childrenBand ? shortBand(childrenBand) : 'not shown'}</td>
          </tr>
        ))}
      </tbody>
    </table>
    <p class="govuk-body-s">
      Each month is counted over the twelve months up to its end, so two months that follow each other share eleven:
      their difference says nothing. “Not shown” is not “none”. {BANDS_EXPLAINED}
    </p>
  </div>
)

const PlaceMap = ({ place }: Pick<SharedPlace, 'place'>) => {
  const [map, setMap] = useState<MapHandle>()
  useEffect(() => {
    map?.setOutlines([{ id: place.id, name: place.name, geometry: place.geometry, isSelected: true }])
  }, [map, place])
  return (
    <div class="app-outline__map">
      <MapView label={`Map of ${place.name}`} bounds={boundsOf([place.geometry])} isInScrollingPage onReady={setMap} />
    </div>
  )
}
