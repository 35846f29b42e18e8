import { useState } from 'preact/hooks'
import type { PatrolDetail } from '../../server/patrols/schema.ts'
import { dayWords } from '../dates.ts'
import { LinkButton } from '../form/fields.tsx'
import { useLoaded } from '../form/load.ts'
import { Said } from '../form/said.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { Timeline } from '../layout/timeline.tsx'
import { WorkTabs } from '../layout/work-tabs.tsx'
import { may } from '../state/session.ts'
import { roleWords } from '../words.ts'
import { DoseTable } from './dose.tsx'
import { PatrolSteps } from './patrol-steps.tsx'
import { PlanForm } from './plan-form.tsx'
import { PlanWords } from './plan-words.tsx'
import { StateTag } from './state-tag.tsx'
import { VisitsTable } from './visits-table.tsx'

/** One patrol task: why, when, how, what was done on it, and what can be done with it now. */
export default ({ id }: { id: string }) => {
  const { data, problem, isLoading, reload, replace } = useLoaded<PatrolDetail>(
    `/api/patrols/${encodeURIComponent(id)}`,
  )
  const [said, setSaid] = useState('')
  const done = (patrol: PatrolDetail, sentence: string) => {
    replace(patrol)
    setSaid(sentence)
  }
  return (
    <>
      <WorkTabs />
      <a class="govuk-back-link" href="/patrols">
        Patrols
      </a>
      {problem?.status === 404 && (
        <>
          <h1 class="govuk-heading-l">This patrol task is not known</h1>
          <p class="govuk-body">It may be of another area, or the link may be incomplete.</p>
        </>
      )}
      {problem && problem.status !== 404 && (
        <>
          {!data && <h1 class="govuk-heading-l">Patrol task</h1>}
          <ProblemSummary problem={problem} onRetry={reload} />
        </>
      )}
      {!data && isLoading && <p class="govuk-body">Loading…</p>}
      {data && <Task key={data.id} patrol={data} said={said} onDone={done} onNewest={reload} />}
    </>
  )
}

interface TaskProps {
  patrol: PatrolDetail
  said: string
  onDone: (patrol: PatrolDetail, sentence: string) => void
  onNewest: () => void
}

const Task = ({ patrol, said, onDone, onNewest }: TaskProps) => {
  const { task, why } = patrol
  return (
    <>
      <span class="govuk-caption-l">
        {patrol.ref}, asked for by {patrol.requestedBy}, {dayWords(patrol.requestedAt)}
      </span>
      <h1 class="govuk-heading-l govuk-!-margin-bottom-2">{patrol.hotspotName}</h1>
      <p class="govuk-body">
        <StateTag {...patrol} /> {validWords(patrol)}
      </p>
      <Said words={said} />
      {patrol.isExpiring && (
        <div class="govuk-inset-text app-warning-box" role="note">
          This expires after {dayWords(patrol.validTo!)}. If the place should still be visited, the meeting has to ask
          again.
        </div>
      )}
      <PatrolSteps patrol={patrol} onDone={onDone} onNewest={onNewest} />
      <dl class="govuk-summary-list">
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">What for</dt>
          <dd class="govuk-summary-list__value app-break">{patrol.objective}</dd>
        </div>
        {why && (
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">Why</dt>
            <dd class="govuk-summary-list__value app-typed">{why}</dd>
          </div>
        )}
        {may('review:read') && (
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">Place</dt>
            <dd class="govuk-summary-list__value">
              <a class="govuk-link" href={`/reviews/${patrol.hotspotId}`}>
                Everything about {patrol.hotspotName}
              </a>
            </dd>
          </div>
        )}
      </dl>
      {task && <Plan patrol={patrol} onDone={onDone} onNewest={onNewest} />}
      {patrol.planned && <DoseTable patrol={patrol} />}
      {patrol.visits && patrol.visits.length > 0 && <VisitsTable visits={patrol.visits} />}
      {patrol.planned && <FoundOnPatrol />}
      {patrol.taken && <Taken taken={patrol.taken} />}
    </>
  )
}

const validWords = ({ validFrom, validTo }: PatrolDetail) =>
  validFrom && validTo ? `${dayWords(validFrom)} to ${dayWords(validTo)}` : ''

/** The plan in words, or the form for it: at once where nothing is planned yet. */
const Plan = ({ patrol, onDone, onNewest }: Omit<TaskProps, 'said'>) => {
  const isPlanned = (patrol.task?.windows.length ?? 0) > 0
  const canPlan = may('patrol:update') && ['triaged', 'tasked', 'active'].includes(patrol.state)
  const [isOpen, setIsOpen] = useState(false)
  if (!isPlanned && !canPlan) return null
  const isForm = canPlan && (isOpen || !isPlanned)
  return (
    <section aria-labelledby="plan-title">
      <h2 class="govuk-heading-m" id="plan-title">
        {isForm ? 'Plan the visits' : 'The plan'}
      </h2>
      {isForm ? (
        <PlanForm
          key={patrol.version}
          patrol={patrol}
          onNewest={onNewest}
          onCancel={isPlanned ? () => setIsOpen(false) : undefined}
          onDone={(next, sentence) => {
            setIsOpen(false)
            onDone(next, sentence)
          }}
        />
      ) : (
        <>
          <PlanWords task={patrol.task!} />
          <p class="govuk-body app-links">
            <a class="govuk-link" href={`/patrols/${patrol.id}/briefing`}>
              Briefing to print
            </a>
            {canPlan && <LinkButton onClick={() => setIsOpen(true)}>Change the plan</LinkButton>}
          </p>
        </>
      )}
    </section>
  )
}

const FoundOnPatrol = () => (
  <section aria-labelledby="found-title">
    <h2 class="govuk-heading-m" id="found-title">
      If a patrol finds a child
    </h2>
    <p class="govuk-body">
      {may('exactReport:create') ? (
        <>
          Enter it as{' '}
          <a class="govuk-link" href="/data/report">
            one report by hand
          </a>{' '}
          and answer yes to “Were they found because a patrol was there?”:
        </>
      ) : (
        'Tell the police missing team, and say that a patrol found them. They enter it so:'
      )}{' '}
      a patrol finds children where it is sent, so such finds are kept apart when places are ranked.
    </p>
  </section>
)

const STEP_WORDS: Record<string, string> = {
  begin: 'Asked for',
  triage: 'Taken up',
  reject: 'Rejected',
  task: 'Given out',
  start: 'First visit',
  expire: 'Expired',
  complete: 'Completed',
  debrief: 'Debriefed',
}

const Taken = ({ taken }: { taken: NonNullable<PatrolDetail['taken']> }) => (
  <section aria-labelledby="taken-title">
    <h2 class="govuk-heading-m" id="taken-title">
      What happened with it
    </h2>
    <Timeline
      steps={taken.toReversed().map((step) => ({
        ...step,
        words: STEP_WORDS[step.step] ?? step.step,
        role: step.role && roleWords(step.role),
      }))}
    />
  </section>
)
