import type { Hotspot, HotspotAnswer, HotspotProfile } from '../../server/hotspots/schema.ts'
import { useLoaded } from '../form/load.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { may } from '../state/session.ts'
import { PLACE_CATEGORY_WORDS } from '../words.ts'
import { BasisCounts } from './basis-counts.tsx'
import { periodWords } from './filters.ts'
import { Limits } from './limits.tsx'
import { PanelFrame } from './panel-frame.tsx'
import { MonthBars, MonthTable } from './month-bars.tsx'
import { childrenWords, countOf, numberWords, tooFewSentence } from './sentences.ts'
import { useSlow } from './use-slow.ts'
import { WeekGrid, WeekTable } from './week-grid.tsx'

interface PanelProps {
  hotspot: Hotspot
  answer: HotspotAnswer
  /** The API's query string that the answer came from. */
  query: string
  /** True where the panel has the whole screen. */
  isSheet: boolean
  /** True where a person opened it here, not an address that was sent to them. */
  takesFocus: boolean
  onClose: () => void
}

/** Everything known of one place in the period, and what it cannot tell. */
export const Panel = ({ hotspot, answer, query, isSheet, takesFocus, onClose }: PanelProps) => {
  const profile = useLoaded<HotspotProfile>(
    `/api/hotspots/profile${query === '' ? '?' : `${query}&`}rank=${hotspot.rank}`,
  )
  // What is shown of the profile is of this place, or nothing: the counts above come from the list.
  const shown = profile.data && isSameHotspot(profile.data.hotspot, hotspot) ? profile.data : undefined
  const isSlow = useSlow(!shown && !profile.problem)
  const tooFew = tooFewSentence(hotspot)
  return (
    <PanelFrame hotspot={hotspot} isSheet={isSheet} takesFocus={takesFocus} onClose={onClose}>
      <p class="app-small app-quiet">
        {PLACE_CATEGORY_WORDS[hotspot.category]}
        {hotspot.method === 'cluster' ? ', a cluster at no named place' : ''}; {hotspot.areaHectares.toFixed(1)}{' '}
        hectares
        {hotspot.placeId && (
          <>
            .{' '}
            <a class="govuk-link app-no-print" href={`/places/${hotspot.placeId}`}>
              Place’s page
            </a>
          </>
        )}
      </p>
      <p class="app-panel__counts">
        <strong>{countOf(hotspot.reports, 'report')}</strong> of <strong>{childrenWords(hotspot.children)}</strong>
      </p>
      <BasisCounts hotspot={hotspot} />
      <Limits hotspot={hotspot} repeatChildren={shown?.repeatChildren}>
        {tooFew && <li class="app-limits__warning">{tooFew}</li>}
        {shown && shown.foundOnPatrol > 0 && (
          <li>Left out: {countOf(shown.foundOnPatrol, 'find')} made on patrol here.</li>
        )}
      </Limits>
      {profile.problem && <ProblemSummary problem={profile.problem} onRetry={profile.reload} />}
      {isSlow && <p class="app-small app-quiet">Counting months and hours…</p>}
      {shown && (
        <>
          <MonthBars months={shown.months} />
          <WeekGrid profile={shown} />
          <details class="app-small app-how app-no-print">
            <summary class="app-panel__summary">Months and week as tables</summary>
            <MonthTable months={shown.months} />
            <WeekTable week={shown.week} />
          </details>
        </>
      )}
      <HowWorkedOut hotspot={hotspot} profile={shown} answer={answer} />
    </PanelFrame>
  )
}

const isSameHotspot = (a: Hotspot, b: Hotspot) =>
  a.rank === b.rank && a.name === b.name && a.reports === b.reports && a.score === b.score

const HowWorkedOut = ({
  hotspot,
  profile,
  answer: { method, period },
}: Pick<PanelProps, 'hotspot' | 'answer'> & { profile: HotspotProfile | undefined }) => (
  <details class="app-small app-how">
    <summary class="app-panel__summary">How this was worked out</summary>
    <ul class="app-how__list">
      <li>Period: {periodWords(period)}. A report told by several sources counts once, by its strongest basis.</li>
      {hotspot.method === 'place' ? (
        <li>The reports lie inside the place’s outline, or within their own accuracy of it.</li>
      ) : (
        <li>
          The reports lie at no named place. They belong together because each has at least {method.minPoints} reports
          within {method.epsMetres} metres, or is that near to one that has (DBSCAN). The outline only follows them.
        </li>
      )}
      <li>
        A hotspot has at least {method.minPoints} reports of {method.minChildren} children. Private addresses are never
        drawn.
      </li>
      <li>
        Rank is by score, {hotspot.score.toFixed(1)} here: a child’s three heaviest reports, found weighing most,
        suspected less, halved for every 90 days of age. The counts are as they came.
      </li>
      {profile && (
        <li>
          The reports are spread as {profile.effectiveChildren.toFixed(1)} children with equal shares would spread them
          ({numberWords(hotspot.children)} were reported).
        </li>
      )}
      <li>
        Whether a place changes, its class and how sure it is are worked out for each stored month
        {may('storedRun:read') ? (
          <>
            :{' '}
            <a class="govuk-link" href={hotspot.placeId ? `/month?place=${hotspot.placeId}` : '/month'}>
              the newest one
            </a>
          </>
        ) : (
          ''
        )}
        .
      </li>
      <li>Counts follow who is asked and what is written down, not only where children go. Method {method.version}.</li>
    </ul>
  </details>
)
