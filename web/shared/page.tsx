import type { SharedAnswer } from '../../server/runs/schema.ts'
import { useLoaded } from '../form/load.ts'
import { findPlace, withParameters } from '../hotspots/filters.ts'
import { useFocusBack, useMarks } from '../hotspots/use-marks.ts'
import { useViews } from '../hotspots/use-views.ts'
import { ViewChoice } from '../hotspots/view-choice.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { address, goTo } from '../state/router.ts'
import { may } from '../state/session.ts'
import { NoPlace, NoRun } from './no-run.tsx'
import { RunChoice } from './run-choice.tsx'
import { SharedHeadline } from './shared-headline.tsx'
import { SharedList } from './shared-list.tsx'
import { SharedMap } from './shared-map.tsx'
import { SharedPanel } from './shared-panel.tsx'
import { SharedTable } from './shared-table.tsx'

/** What partners see: the places of a stored run, in bands. Nothing here can be varied but which stored month it is. */
export default () => {
  const here = address.value
  const run = here.searchParams.get('run')
  const { data, problem, isLoading, reload } = useLoaded<SharedAnswer>(
    `/api/shared/hotspots${run ? `?run=${encodeURIComponent(run)}` : ''}`,
  )
  const hotspots = data?.hotspots ?? []
  const selected = findPlace(hotspots, here.searchParams.get('place'))
  const marks = useMarks(hotspots, selected)
  useFocusBack(selected?.rank)

  const { isNarrow, view, hasList, hasMap, hasTable } = useViews(here, selected !== undefined)

  return (
    <div class={`app-map-page app-map-page--${view}${selected ? ' app-map-page--panel' : ''}`}>
      <div class="app-bar">
        <RunChoice address={here} answer={data} />
        <ViewChoice address={here} view={view} isNarrow={isNarrow} />
      </div>
      {(!data || !hasList) && <h1 class="govuk-visually-hidden">Shared map</h1>}
      {problem && (
        <div class="app-map-page__problem">
          <ProblemSummary problem={problem} onRetry={reload} />
        </div>
      )}
      {!data && isLoading && <p class="app-counting">Loading…</p>}
      {data && !problem && (
        <>
          {hasList && (
            <div class={`app-list${view === 'table' ? ' app-list--strip' : ''}`}>
              <SharedHeadline answer={data} />
              {data.run === null && <NoRun canMake={may('storedRun:create')} />}
              {data.run && hotspots.length === 0 && <NoPlace />}
              {view !== 'table' && <SharedList hotspots={hotspots} marks={marks} />}
            </div>
          )}
          {hasTable && data.run && <SharedTable hotspots={hotspots} marks={marks} run={data.run} />}
          {hasMap && <SharedMap hotspots={hotspots} marks={marks} />}
          {selected && data.run && (
            <SharedPanel
              hotspot={selected}
              run={data.run}
              isSheet={isNarrow}
              takesFocus={isNarrow || marks.wasChosen}
              onClose={() => goTo(withParameters(address.value, { place: undefined }))}
            />
          )}
        </>
      )}
    </div>
  )
}
