import { useEffect } from 'preact/hooks'
import type { SharedAnswer } from '../../server/runs/schema.ts'
import { useLoaded } from '../form/load.ts'
import { findPlace, viewOf, withParameters } from '../hotspots/filters.ts'
import { useFocusBack, useMarks } from '../hotspots/use-marks.ts'
import { useMedia } from '../hotspots/use-media.ts'
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

const NARROW = 'screen and (max-width: 860px)'

/** What partners see: the places of a stored run, in bands. Nothing here can be varied but which stored month it is. */
export default () => {
  const here = address.value
  const isNarrow = useMedia(NARROW)
  const run = here.searchParams.get('run')
  const { data, problem, isLoading, reload } = useLoaded<SharedAnswer>(
    `/api/shared/hotspots${run ? `?run=${encodeURIComponent(run)}` : ''}`,
  )
  const hotspots = data?.hotspots ?? []
  const selected = findPlace(hotspots, here.searchParams.get('place'))
  const marks = useMarks(hotspots, selected)
  useFocusBack(selected?.rank)

  const asked = viewOf(here)
  const view = !isNarrow && asked === 'list' ? 'map' : asked
  useEffect(() => {
    if (view === 'map') void import('../map/create-map.ts').catch(() => {})
  }, [view])
  const isSheet = isNarrow && selected !== undefined
  const hasList = !isSheet && (view === 'list' || !isNarrow)

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
          {!isSheet && view === 'table' && data.run && <SharedTable hotspots={hotspots} marks={marks} run={data.run} />}
          {!isSheet && (view === 'map' || (view === 'list' && !isNarrow)) && (
            <SharedMap hotspots={hotspots} marks={marks} />
          )}
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
