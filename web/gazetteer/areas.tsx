import type { z } from 'zod'
import type { Area, AreaList } from '../../server/gazetteer/schema.ts'
import { useLoaded } from '../form/load.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { AREA_KIND_WORDS, choices } from '../words.ts'

const PLURAL: Record<Area['kind'], string> = {
  partnership: 'The partnership’s area',
  ward: 'Wards',
  police_neighbourhood: 'Police neighbourhoods',
}

/** The areas that reports and hotspots can be filtered by. They come from files and are not drawn here. */
export const Areas = () => {
  const { data, problem, reload } = useLoaded<z.infer<typeof AreaList>>('/api/areas')
  return (
    <section aria-labelledby="areas-title">
      <h2 class="govuk-heading-m" id="areas-title">
        Areas
      </h2>
      {problem && <ProblemSummary problem={problem} onRetry={reload} />}
      {data?.areas.length === 0 && <p class="govuk-body">No area is known yet.</p>}
      {data &&
        choices(AREA_KIND_WORDS).map(({ value }) => {
          const areas = data.areas.filter(({ kind }) => kind === value)
          return areas.length === 0 ? null : (
            <details class="govuk-details govuk-!-margin-bottom-2" key={value}>
              <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">
                  {PLURAL[value]} ({areas.length})
                </span>
              </summary>
              <div class="govuk-details__text">
                <ul class="govuk-list govuk-list--bullet app-columns">
                  {areas.map(({ id, name, code, isInvented }) => (
                    <li key={id}>
                      {name} <span class="app-dim">{code}</span>
                      {isInvented && ' (invented, for the demonstration)'}
                    </li>
                  ))}
                </ul>
                <p class="govuk-body-s govuk-!-margin-bottom-0">
                  Source: {[...new Set(areas.map(({ source }) => source))].join('; ')}
                </p>
              </div>
            </details>
          )
        })}
    </section>
  )
}
