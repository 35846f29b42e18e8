import { useState } from 'preact/hooks'
import type { Shift, ShiftList } from '../../server/shifts/schema.ts'
import type { How, Street, StreetTask } from '../../server/visits/schema.ts'
import { Radios } from '../form/choices.tsx'
import { useLoaded } from '../form/load.ts'
import { Notice } from '../form/notice.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { HOW_WORDS, shortDay } from '../patrols/words.ts'
import { choices, countOf } from '../words.ts'
import { isCutOff, refused, waiting } from './outbox.ts'
import { SayForm } from './say-form.tsx'
import { TaskCard } from './task-card.tsx'
import { VisitUnderWay } from './under-way.tsx'
import { useStreet } from './use-street.ts'

/** On the street: today’s places, one tap to begin a visit and one to end it, then what was done. */
export default () => {
  const street = useStreet()
  const shifts = useLoaded<ShiftList>('/api/shifts')
  const [justEnded, setJustEnded] = useState<string>()
  const [how, setHow] = useState<How>('foot')
  const { data, problem, isLoading, reload, underWay, toSay } = street
  const task = data?.tasks.find(({ patrolId }) => patrolId === underWay?.patrolId)
  return (
    <div class="app-street">
      <h1 class="govuk-heading-l govuk-!-margin-bottom-2">
        Visits{data && <span class="app-dim">, {shortDay(data.today)}</span>}
      </h1>
      {(isCutOff.value || (problem?.status === 0 && data)) && <NoConnection count={waiting.value.length} />}
      {refused.value && <ProblemSummary problem={refused.value} />}
      {problem && !data && <ProblemSummary problem={problem} onRetry={reload} />}
      {!data && isLoading && <p class="govuk-body">Loading…</p>}
      {data && <ChildFirst sentences={data.childFirst} />}
      {underWay && (
        <VisitUnderWay
          visit={underWay}
          dwellMinutes={task?.dwellMinutes}
          onEnd={() => {
            setJustEnded(underWay.visitId)
            street.end(underWay.visitId)
          }}
        />
      )}
      {toSay.map((visit) => (
        <SayForm
          key={visit.id}
          visit={visit}
          takesFocus={visit.id === justEnded}
          onSay={(report) => street.say(visit, report)}
        />
      ))}
      {data && !underWay && (
        <>
          {data.tasks.length > 0 && (
            <Radios
              id="visit-how"
              label="How you go"
              legendSize="s"
              isInline
              isSmall
              value={how}
              choices={choices(HOW_WORDS)}
              onChange={(next) => setHow(next as How)}
            />
          )}
          <Tasks street={data} shifts={shifts.data?.shifts ?? []} onStart={(one) => street.start(one, how)} />
        </>
      )}
      {data && <Done street={data} />}
      {data && <IfFound />}
    </div>
  )
}

const NoConnection = ({ count }: { count: number }) => (
  <Notice kind="important">
    <p class="govuk-body govuk-!-margin-bottom-0">
      <strong>No connection.</strong>{' '}
      {count > 0
        ? `${countOf(count, 'tap is', 'taps are')} kept in this page and sent when the connection is back, with the right time. Do not close the page.`
        : 'You can go on: what you tap is kept in this page and sent later.'}
    </p>
  </Notice>
)

const ChildFirst = ({ sentences }: { sentences: readonly string[] }) => (
  <div class="app-child-first">
    <p class="app-child-first__main">{sentences[0]}</p>
    <details class="app-task__more">
      <summary>What to check first</summary>
      {sentences.slice(1).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </details>
  </div>
)

interface TasksProps {
  street: Street
  shifts: readonly Shift[]
  onStart: (task: StreetTask) => void
}

/** Those of today’s shifts first, in their order, then the others. */
const Tasks = ({ street, shifts, onStart }: TasksProps) => {
  const stops = shifts.flatMap((shift) => shift.stops)
  const first = stops.map(({ patrolId }) => patrolId)
  const placeOf = ({ patrolId }: StreetTask) => (first.includes(patrolId) ? first.indexOf(patrolId) : Infinity)
  const tasks = street.tasks.toSorted((a, b) => placeOf(a) - placeOf(b) || 0)
  if (tasks.length === 0)
    return (
      <div class="app-empty">
        <h2 class="govuk-heading-m">Nothing to visit today</h2>
        <p class="govuk-body govuk-!-margin-bottom-0">
          No task is given out in your areas now. Your planner gives them out.
        </p>
      </div>
    )
  return (
    <section aria-labelledby="tasks-title">
      <h2 class="govuk-heading-m govuk-!-margin-bottom-2" id="tasks-title">
        Places to visit
      </h2>
      {shifts.map((shift) => (
        <p class="govuk-body-s app-dim" key={shift.id}>
          Shift {shift.from} to {shift.to}, {shift.how === 'foot' ? 'on foot' : 'driving'}: in the order below.
        </p>
      ))}
      <ul class="app-tasks">
        {tasks.map((task) => (
          <TaskCard
            key={task.patrolId}
            task={task}
            today={street.today}
            now={street.now}
            planned={stops.filter(({ patrolId }) => patrolId === task.patrolId).map(({ begin }) => begin)}
            onStart={() => onStart(task)}
          />
        ))}
      </ul>
    </section>
  )
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' })

const Done = ({ street: { ended } }: { street: Street }) => {
  const said = ended.filter(({ engagements }) => engagements !== null)
  if (said.length === 0) return null
  return (
    <section aria-labelledby="done-title">
      <h2 class="govuk-heading-m govuk-!-margin-bottom-2" id="done-title">
        Your visits today
      </h2>
      <ul class="govuk-list">
        {said.map((visit) => (
          <li key={visit.id}>
            {clock.format(new Date(visit.startedAt))}–{clock.format(new Date(visit.endedAt!))} {visit.hotspotName}:{' '}
            {countOf(visit.engagements!, 'person', 'people')} spoken to,{' '}
            {countOf(visit.safeguardingActions!, 'safeguarding action')}
          </li>
        ))}
      </ul>
    </section>
  )
}

const IfFound = () => (
  <p class="govuk-body">
    <strong>If you find a missing child,</strong> tell the police missing team at once and say that a patrol found them.
    They enter it with “found on patrol”, so that it is kept apart when places are ranked.
  </p>
)
