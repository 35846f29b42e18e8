import { useRef } from 'preact/hooks'
import type { Area } from '../../server/gazetteer/schema.ts'
import type { HotspotAnswer } from '../../server/hotspots/schema.ts'
import { useLoaded } from '../form/load.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { address, goTo } from '../state/router.ts'
import { may } from '../state/session.ts'
import { setup } from '../state/setup.ts'
import { FewChildren } from './few-children.tsx'
import { FilterBar, filterWords } from './filter-bar.tsx'
import { apiQuery, findPlace, periodWords, withParameters } from './filters.ts'
import { HotspotMap } from './hotspot-map.tsx'
import { HotspotTable } from './hotspot-table.tsx'
import { Headline } from './left-out.tsx'
import { Nothing } from './nothing.tsx'
import { Panel } from './panel.tsx'
import { RankedList } from './ranked-list.tsx'
import { headline } from './sentences.ts'
import { reportSteps } from './steps.ts'
import { useFocusBack, useMarks } from './use-marks.ts'
import { useSlow } from './use-slow.ts'
import { useViews } from './use-views.ts'
import { ViewChoice } from './view-choice.tsx'

/** Screen 1: the ranked places as a list, on the map and as a table, kept in step; the filters are the address. */
export default () => {
  const here = address.value
  const areas = useLoaded<{ areas: Area[] }>('/api/areas')
  const areaId = here.searchParams.get('area')
  const drawn = useLoaded<{ areas: Area[] }>(areaId ? '/api/areas?geometry=true' : undefined)
  const area = drawn.data?.areas.find(({ id }) => id === areaId)
  const { answer, query, problem, isLoading, reload } = useHotspots(apiQuery(here))
  const isSlow = useSlow(isLoading)

  const hotspots = answer?.hotspots ?? []
  const steps = reportSteps(hotspots.map(({ reports }) => reports))
  const selected = findPlace(hotspots, here.searchParams.get('place'))
  const marks = useMarks(hotspots, selected)
  const close = () => goTo(withParameters(address.value, { place: undefined }))
  useFocusBack(selected?.rank)
  const { isNarrow, view, hasList, hasMap, hasTable } = useViews(here, selected !== undefined)

  const knownAreas = areas.data?.areas ?? []
  const shownWords = filterWords(here, setup.value!, knownAreas)
  const filters = <FilterBar address={here} setup={setup.value!} areas={knownAreas} />
  return (
    <div class={`app-map-page app-map-page--${view}${selected ? ' app-map-page--panel' : ''}`}>
      <div class="app-bar">
        {isNarrow ? (
          <details class="app-filters-folded">
            <summary class="app-panel__summary">Filters: {shownWords}</summary>
            {filters}
          </details>
        ) : (
          filters
        )}
        <ViewChoice address={here} view={view} isNarrow={isNarrow} />
      </div>
      <p class="app-print-only">Shown: {shownWords}</p>
      {(problem || !answer || !hasList) && (
        <h1 class="govuk-visually-hidden">{answer ? headline(answer) : 'Map and ranked list'}</h1>
      )}
      <p class="app-counting" role="status">
        {isSlow ? 'Counting…' : ''}
      </p>
      {problem && (
        <div class="app-map-page__problem">
          <ProblemSummary problem={problem} {...(problem.status !== 400 && { onRetry: reload })} />
          {problem.status === 400 && (
            <p class="govuk-body">
              <a class="govuk-link" href="/">
                Show the last 12 complete months, without filters
              </a>
            </p>
          )}
        </div>
      )}
      {answer && !problem && (
        <>
          {hasList && (
            <div class={`app-list${view === 'table' ? ' app-list--strip' : ''}`}>
              <Headline answer={answer} />
              {view !== 'table' && hotspots.length > 0 && (
                <RankedList hotspots={hotspots} steps={steps} marks={marks} />
              )}
              {hotspots.length === 0 && <Nothing answer={answer} address={here} />}
              <FewChildren patterns={answer.fewChildren} />
              {hotspots.length > 0 && may('exactReport:export') && <Exports query={query} />}
            </div>
          )}
          {hasTable && (
            <HotspotTable
              hotspots={hotspots}
              steps={steps}
              marks={marks}
              caption={`Places by rank, ${periodWords(answer.period)}`}
            />
          )}
          {hasMap && <HotspotMap hotspots={hotspots} steps={steps} marks={marks} area={area} />}
          {selected && (
            <Panel
              hotspot={selected}
              answer={answer}
              query={query}
              isSheet={isNarrow}
              takesFocus={isNarrow || marks.wasChosen}
              onClose={close}
            />
          )}
        </>
      )}
    </div>
  )
}

/** The answer to the address, kept in sight until the next one is there, with the query it answers. */
const useHotspots = (asked: string) => {
  const { data, ...rest } = useLoaded<HotspotAnswer>(`/api/hotspots${asked}`)
  const answered = useRef({ data, query: asked })
  if (answered.current.data !== data) answered.current = { data, query: asked }
  return { ...rest, answer: data, query: answered.current.query }
}

const Exports = ({ query }: { query: string }) => (
  <p class="app-small app-exports app-no-print">
    For the co-ordinator:{' '}
    <a class="govuk-link" href={`/api/exports/hotspots.csv${query}`} download>
      these places as CSV
    </a>{' '}
    or{' '}
    <a class="govuk-link" href={`/api/exports/hotspots.geojson${query}`} download>
      GeoJSON
    </a>
    . Not for passing on as they are.
  </p>
)
