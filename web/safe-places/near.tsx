import type { SafePlacesNear } from '../../server/safe-places/schema.ts'
import type { Loaded } from '../form/load.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { may } from '../state/session.ts'
import { gapSentence, openWords } from './hours.ts'
import { KIND_WORDS, Sign } from './signs.tsx'
import { WeekCovered } from './week.tsx'

/** What keeps young people safe near a place: who is there, when, and when nobody is. */
export const Near = ({ near }: { near: Loaded<SafePlacesNear> }) => {
  const { data, problem, reload } = near
  return (
    <section aria-labelledby="near-title">
      <h2 class="govuk-heading-m" id="near-title">
        Safe places and guardians near it
      </h2>
      {problem && <ProblemSummary problem={problem} onRetry={reload} />}
      {!data && !problem && <p class="govuk-body">Loading…</p>}
      {data && (
        <>
          {data.safePlaces.length === 0 ? (
            <p class="govuk-body">
              None is known within {data.metres} metres.{' '}
              {may('safePlace:create') && (
                <a class="govuk-link" href="/safe-places/new">
                  Put one on the map
                </a>
              )}
            </p>
          ) : (
            <ul class="app-near">
              {data.safePlaces.map(({ id, kind, name, distanceMetres, openHours, contactRole }) => (
                <li key={id}>
                  <Sign kind={kind} />
                  <div>
                    <a class="govuk-link" href={`/safe-places/${id}`}>
                      {name}
                    </a>{' '}
                    <span class="app-quiet">
                      {KIND_WORDS[kind].toLowerCase()}
                      {distanceMetres !== null &&
                        (distanceMetres === 0 ? ', in it' : `, about ${distanceMetres} metres off`)}
                    </span>
                    <span class="app-table__under">
                      {openWords(openHours)}
                      {contactRole && `. Ask for: ${contactRole}`}
                    </span>
                  </div>
                </li>
              ))}
            </ul>
          )}
          {data.gaps && data.windows && <p class="govuk-body app-gap">{gapSentence(data.gaps, data.windows)}</p>}
          {(data.covered.length > 0 || (data.windows?.length ?? 0) > 0) && <WeekCovered near={data} />}
          <p class="app-small app-quiet">
            Counted within {data.metres} metres in a straight line, hour by hour: an hour counts as covered when
            somebody is there for all of it.
          </p>
        </>
      )}
    </section>
  )
}
