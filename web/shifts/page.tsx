import { useState } from 'preact/hooks'
import type { SharedAnswer } from '../../server/runs/schema.ts'
import type { Shift, ShiftList } from '../../server/shifts/schema.ts'
import { FormErrors, type FieldErrors } from '../form/errors.tsx'
import { useLoaded } from '../form/load.ts'
import { Said } from '../form/said.tsx'
import { useSending } from '../form/sending.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { WorkTabs } from '../layout/work-tabs.tsx'
import { ask, toQueryString } from '../state/api.ts'
import { setup } from '../state/setup.ts'
import { KeptShifts } from './kept-shifts.tsx'
import { PlacesTable } from './places-table.tsx'
import { RouteEditor } from './route-editor.tsx'
import { toTimes, typedDay, type TimesDraft } from './shift-times.ts'
import { TimesForm } from './times-form.tsx'
import { useRoute } from './use-route.ts'
import { toDay } from '../form/date-field.tsx'

/** A shift’s visits: when and how, which places, then their order on the map and in the list. */
export default () => {
  const [draft, setDraft] = useState<TimesDraft>({
    day: typedDay(setup.value!.today),
    preset: 'late',
    from: '',
    to: '',
    how: 'foot',
  })
  const [picked, setPicked] = useState<string[]>()
  const [errors, setErrors] = useState<FieldErrors>({})
  const [shift, setShift] = useState<Shift>()
  const [said, setSaid] = useState('')
  const routing = useRoute()
  const dropping = useSending()
  const day = toDay(draft.day)
  const shared = useLoaded<SharedAnswer>('/api/shared/hotspots')
  const list = useLoaded<ShiftList>(day && `/api/shifts${toQueryString({ day })}`)
  const tasks = list.data?.tasks ?? []
  // Until somebody unticks one, all of them.
  const chosen =
    picked?.filter((id) => tasks.some(({ patrolId }) => patrolId === id)) ?? tasks.map(({ patrolId }) => patrolId)

  const workOut = () => {
    const result = toTimes(draft)
    const wrong = {
      ...('errors' in result && result.errors),
      ...(chosen.length === 0 && { 'pick-places': 'Choose at least one task' }),
    }
    setErrors(wrong)
    setSaid('')
    if ('times' in result && Object.keys(wrong).length === 0)
      void routing.workOut({ ...result.times, patrolIds: chosen })
  }
  const anew = () => {
    setShift(undefined)
    routing.setRoute(undefined)
  }
  const drop = (one: Shift) =>
    dropping.send({}, async () => {
      await ask(`/api/shifts/${one.id}`, { method: 'DELETE' })
      setSaid('The shift is taken back.')
      list.reload()
    })

  return (
    <>
      <WorkTabs />
      <a class="govuk-back-link" href="/patrols">
        Patrols
      </a>
      <h1 class="govuk-heading-l">Plan a shift</h1>
      <Said words={said} />
      {dropping.problem && <ProblemSummary problem={dropping.problem} />}
      {list.problem && <ProblemSummary problem={list.problem} onRetry={list.reload} />}
      {shared.problem && <ProblemSummary problem={shared.problem} onRetry={shared.reload} />}
      {routing.route ? (
        <RouteEditor
          route={routing.route}
          routing={routing}
          shift={shift}
          onAnew={anew}
          onKept={(sentence) => {
            anew()
            setSaid(sentence)
            list.reload()
            window.scrollTo(0, 0)
          }}
        />
      ) : (
        <>
          <FormErrors errors={errors} />
          {routing.problem && <ProblemSummary problem={routing.problem} />}
          <TimesForm
            draft={draft}
            errors={errors}
            onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
          />
          {list.data && list.data.shifts.length > 0 && (
            <KeptShifts
              shifts={list.data.shifts}
              onDrop={(one) => void drop(one)}
              onOpen={(one) => {
                setSaid('')
                setShift(one)
                routing.setRoute(one)
              }}
            />
          )}
          <h2 class="govuk-heading-m" id="pick-places" tabIndex={-1}>
            Places in your areas
          </h2>
          {!list.data && list.isLoading && <p class="govuk-body">Loading…</p>}
          {list.data && (
            <>
              {tasks.length === 0 && (
                <p class="govuk-body">
                  No task runs on that day. A shift is made of tasks that are given out:{' '}
                  <a class="govuk-link" href="/patrols">
                    see what the meeting asked for
                  </a>
                  .
                </p>
              )}
              <PlacesTable hotspots={shared.data?.hotspots ?? []} tasks={tasks} picked={chosen} onPick={setPicked} />
              {tasks.length > 0 && (
                <button type="button" class="govuk-button" aria-disabled={routing.isBusy} onClick={workOut}>
                  {routing.isBusy ? 'One moment…' : 'Put them in order'}
                </button>
              )}
            </>
          )}
        </>
      )}
    </>
  )
}
