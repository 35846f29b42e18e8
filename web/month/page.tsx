import type { FoundHotspot, RunFindings } from '../../server/findings/schema.ts'
import { FewChildren } from '../hotspots/few-children.tsx'
import { findPlace, periodWords, withParameters } from '../hotspots/filters.ts'
import { useFocusBack, useMarks } from '../hotspots/use-marks.ts'
import { useSlow } from '../hotspots/use-slow.ts'
import { useViews } from '../hotspots/use-views.ts'
import { reportSteps } from '../hotspots/steps.ts'
import { ViewChoice } from '../hotspots/view-choice.tsx'
import { monthWords } from '../shared/bands.ts'
import { NoRun } from '../shared/no-run.tsx'
import { RunChoice } from '../shared/run-choice.tsx'
import { useStoredMonth } from '../shared/use-stored-month.ts'
import { address, goTo } from '../state/router.ts'
import { may } from '../state/session.ts'
import { LayerChoice, layerOf, layerWords } from './layer-choice.tsx'
import { MonthHeadline, Onwards } from './month-headline.tsx'
import { Lapsed, MonthList } from './month-list.tsx'
import { MonthMap } from './month-map.tsx'
import { monthSteps, shownCount } from './month-steps.ts'
import { MonthTable } from './month-table.tsx'
import { NewCluster } from './new-cluster.tsx'
import { MonthProblem } from './month-problem.tsx'
import { MonthPanel } from './panel.tsx'
import { PlayBar } from './play-bar.tsx'
import { usePlay } from './use-play.ts'

/** The stored month with exact counts: what the meeting has on the wall. Nothing here can be varied but which month it is, and how it is drawn. */
export default () => {
  const here = address.value
  const { data, problem, isLoading, hasNone, reload } = useStoredMonth<RunFindings>(here, 'findings')
  const isSlow = useSlow(isLoading)
  const hotspots = data?.hotspots ?? []
  const selected = findPlace(hotspots, here.searchParams.get('place'))
  const marks = useMarks(hotspots, selected)
  useFocusBack(selected?.rank)
  const views = useViews(here, selected !== undefined)
  const play = usePlay(monthsOf(hotspots), here)
  const layer = layerOf(here)
  const steps = play.month ? monthSteps(hotspots) : reportSteps(hotspots.map(({ reports }) => reports))
  const shown = { hotspots, steps, marks, month: play.month }

  return (
    <div class={`app-map-page app-month app-map-page--${views.view}${selected ? ' app-map-page--panel' : ''}`}>
      <div class="app-bar">
        <RunChoice
          address={here}
          answer={data && { run: data.run, runs: data.months }}
          none="Stored months"
          forgets={['show']}
        />
        {views.hasMap && data && !problem && <LayerChoice address={here} isAtRest={play.month !== undefined} />}
        {hotspots.length > 0 && !problem && (
          <PlayBar
            play={play}
            isComplete={isCompleteIn(hotspots, play.month)}
            reports={hotspots.reduce((sum, hotspot) => sum + shownCount(hotspot, play.month).reports, 0)}
            hasLayerAtRest={views.hasMap && layer !== undefined}
          />
        )}
        <ViewChoice address={here} view={views.view} isNarrow={views.isNarrow} />
      </div>
      {data && <p class="app-print-only">Shown: {shownWords(data, play.month, views.hasMap ? layer : undefined)}</p>}
      {(!data || problem || !views.hasList) && <h1 class="govuk-visually-hidden">Stored month</h1>}
      <p class="app-counting" role="status">
        {isSlow ? 'Loading…' : ''}
      </p>
      {problem && <MonthProblem problem={problem} hasChosen={here.searchParams.has('run')} onRetry={reload} />}
      {hasNone && <NoRun canMake={may('storedRun:create')} />}
      {data && !problem && (
        <>
          {views.hasList && (
            <div class={`app-list${views.hasTable ? ' app-list--strip' : ''}`}>
              <MonthHeadline findings={data} />
              <NewCluster newClusters={data.newClusters} />
              {hotspots.length === 0 && (
                <p class="app-nothing">No place has enough reports of enough children to be a hotspot in this month.</p>
              )}
              {!views.hasTable && <MonthList {...shown} />}
              <FewChildren patterns={data.fewChildren} />
              <Lapsed lapsed={data.lapsed} />
              <Onwards run={data.run} />
            </div>
          )}
          {views.hasTable && <MonthTable {...shown} caption={`Places by rank, ${periodWords(data.run.period)}`} />}
          {views.hasMap && <MonthMap {...shown} runId={data.run.id} layer={play.month ? undefined : layer} />}
          {selected && (
            <MonthPanel
              hotspot={selected}
              findings={data}
              isSheet={views.isNarrow}
              takesFocus={views.isNarrow || marks.wasChosen}
              onClose={() => goTo(withParameters(address.value, { place: undefined }))}
            />
          )}
        </>
      )}
    </div>
  )
}

const monthsOf = (hotspots: readonly FoundHotspot[]): string[] =>
  hotspots[0]?.findings.months.map(({ month }) => month) ?? []

const isCompleteIn = (hotspots: readonly FoundHotspot[], month: string | undefined): boolean =>
  hotspots[0]?.findings.months.find((one) => one.month === month)?.isComplete ?? true

/** What a sheet of paper has to say of itself. */
const shownWords = ({ run }: RunFindings, month: string | undefined, layer: ReturnType<typeof layerOf>): string =>
  [
    `${monthWords(run.month)}, counted over ${periodWords(run.period)}`,
    ...(month ? [`on map and list the reports of ${monthWords(month)} only`] : layer ? [layerWords(layer)] : []),
  ].join('; ')
