import { useEffect, useRef, useState } from 'preact/hooks'
import type { Briefing } from '../../server/briefing/schema.ts'
import { dayWords } from '../dates.ts'
import { useLoaded } from '../form/load.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { boundsOf } from '../map/bounds.ts'
import type { MapHandle } from '../map/create-map.ts'
import { MapView } from '../map/map-view.tsx'
import { Hours } from '../patrols/hours.tsx'
import { ACTIVITY_WORDS } from '../patrols/words.ts'
import { PrintActions } from '../print/print-actions.tsx'
import { PLACE_CATEGORY_WORDS } from '../words.ts'

/** One page for whoever goes there: first that children are victims, then where, when and what for. Nothing in it is about a child. */
export default ({ id }: { id: string }) => {
  const path = `/api/patrols/${encodeURIComponent(id)}/briefing`
  const { data, problem, isLoading, reload } = useLoaded<Briefing>(path)
  return (
    <>
      <a class="govuk-back-link app-no-print" href={`/patrols/${encodeURIComponent(id)}`}>
        The patrol task
      </a>
      {problem && !data && (
        <>
          <h1 class="govuk-heading-l">{problem.status === 404 ? 'This briefing is not known' : 'Briefing'}</h1>
          {problem.status === 404 ? (
            <p class="govuk-body">The task may be of another area, or the link may be incomplete.</p>
          ) : (
            <ProblemSummary problem={problem} onRetry={reload} />
          )}
        </>
      )}
      {!data && isLoading && <p class="govuk-body">Loading…</p>}
      {data && (
        <>
          <PrintActions document="briefing" id={data.id} name={data.ref} />
          <Sheet briefing={data} />
          <p class="govuk-body app-links app-no-print">
            <a class="govuk-link" href={`${path}.gpx`} download>
              Where: GPX for a map on a phone
            </a>
            <a class="govuk-link" href={`${path}.ics`} download>
              When: calendar (.ics)
            </a>
          </p>
        </>
      )}
    </>
  )
}

const Sheet = ({ briefing }: { briefing: Briefing }) => (
  <article class="app-briefing">
    <header>
      <p class="govuk-caption-l govuk-!-margin-bottom-0">
        Patrol briefing {briefing.ref}, {PLACE_CATEGORY_WORDS[briefing.category].toLowerCase()}
        {briefing.areaNames.length > 0 && `, ${briefing.areaNames.join(' and ')}`}
      </p>
      <h1 class="govuk-heading-l">{briefing.hotspotName}</h1>
    </header>
    {!briefing.isRunning && (
      <div class="govuk-inset-text app-warning-box" role="note">
        <strong>Do not use this briefing: {notRunning(briefing)}.</strong>
      </div>
    )}
    <section class="app-child-first" aria-label="First">
      <p class="app-child-first__main">{briefing.childFirst[0]}</p>
      {briefing.childFirst.slice(1).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
    <div class="app-briefing__columns">
      <BriefingMap briefing={briefing} />
      <div>
        <h2 class="govuk-heading-s">When</h2>
        <Hours windows={briefing.windows} />
        <p class="govuk-body">
          {briefing.dwellMinutes} minutes a visit,{' '}
          {briefing.visitsADay === 1 ? 'once' : `up to ${briefing.visitsADay} times`} a day, at most once in two hours
          {briefing.validFrom && briefing.validTo && (
            <>
              .<br />
              From {dayWords(briefing.validFrom)} to {dayWords(briefing.validTo)}, then it expires
            </>
          )}
          .
        </p>
        <h2 class="govuk-heading-s">What for</h2>
        <p class="govuk-body app-break">{briefing.objective}</p>
        <ul class="govuk-list govuk-list--bullet">
          {briefing.activities.map((activity) => (
            <li key={activity}>{ACTIVITY_WORDS[activity]}</li>
          ))}
        </ul>
      </div>
    </div>
    {briefing.briefing && <Typed title="Of the place" text={briefing.briefing} />}
    {briefing.riskNotes && <Typed title="Risks to officers" text={briefing.riskNotes} />}
    <p class="govuk-body">
      <strong>{briefing.ifFound}</strong>
    </p>
    <p class="govuk-body-s app-dim govuk-!-margin-bottom-2">{briefing.evidence}</p>
  </article>
)

const notRunning = ({ state, stateWords }: Briefing) =>
  state === 'triaged' ? 'it has not been given out yet' : `the task is ${stateWords.toLowerCase()}`

const Typed = ({ title, text }: { title: string; text: string }) => (
  <>
    <h2 class="govuk-heading-s">{title}</h2>
    <p class="govuk-body app-typed">{text}</p>
  </>
)

/** So near that the place is made out, and so wide that it is found. */
const MARGIN_DEGREES = 0.004

const BriefingMap = ({ briefing: { geometry, hotspotName, isApproximate } }: { briefing: Briefing }) => {
  const [map, setMap] = useState<MapHandle>()
  const [west, south, east, north] = boundsOf([geometry])!
  const bounds = useRef<[number, number, number, number]>([
    west - MARGIN_DEGREES,
    south - MARGIN_DEGREES / 2,
    east + MARGIN_DEGREES,
    north + MARGIN_DEGREES / 2,
  ])
  useEffect(() => {
    if (!map) return
    if (geometry.type === 'Point') map.setPin({ longitude: geometry.coordinates[0], latitude: geometry.coordinates[1] })
    else map.setOutlines([{ id: 'place', name: hotspotName, geometry, isSelected: true }])
    return map.fitOnPaper(() => bounds.current)
  }, [map, geometry])
  return (
    <figure class="app-briefing__map">
      <div class="app-briefing__frame">
        <MapView label={`Map of ${hotspotName}`} bounds={bounds.current} isInScrollingPage onReady={setMap} />
      </div>
      {isApproximate && (
        <figcaption class="govuk-body-s">
          {geometry.type === 'Point'
            ? 'Approximate: somewhere near the pin.'
            : 'Approximate: whole squares of 200 metres, not where anything was reported.'}
        </figcaption>
      )}
    </figure>
  )
}
