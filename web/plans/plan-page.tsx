import { useState } from 'preact/hooks'
import type { PlanDetail } from '../../server/plans/schema.ts'
import { dayWords } from '../dates.ts'
import { EffectPanel } from '../effects/effect-panel.tsx'
import { useLoaded } from '../form/load.ts'
import { Said } from '../form/said.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { Timeline } from '../layout/timeline.tsx'
import { WorkTabs } from '../layout/work-tabs.tsx'
import { MeasuresSection } from '../measures/measures-section.tsx'
import { PersonMeasures } from '../measures/person-measures.tsx'
import { may } from '../state/session.ts'
import { roleWords } from '../words.ts'
import { PlanForm } from './plan-form.tsx'
import { PlanSteps } from './plan-steps.tsx'
import { PlanView, StageView } from './plan-view.tsx'
import { StateTag } from './state-tag.tsx'
import { STEP_WORDS } from './words.ts'

/** One disruption plan: why, what is done, by whom, what it is judged by, and whether it did anything. */
export default ({ id }: { id: string }) => {
  const { data, problem, isLoading, reload, replace } = useLoaded<PlanDetail>(`/api/plans/${encodeURIComponent(id)}`)
  const [said, setSaid] = useState('')
  return (
    <>
      <WorkTabs />
      <a class="govuk-back-link" href="/plans">
        Plans
      </a>
      {problem?.status === 404 && (
        <>
          <h1 class="govuk-heading-l">This plan is not known</h1>
          <p class="govuk-body">It may not be proposed yet, or be of a place that is not shared with you.</p>
        </>
      )}
      {problem && problem.status !== 404 && (
        <>
          {!data && <h1 class="govuk-heading-l">Plan</h1>}
          <ProblemSummary problem={problem} onRetry={reload} />
        </>
      )}
      {!data && isLoading && <p class="govuk-body">Loading…</p>}
      {data && (
        <Plan
          key={data.id}
          plan={data}
          said={said}
          onDone={(plan, sentence) => {
            replace(plan)
            setSaid(sentence)
          }}
          onNewest={reload}
        />
      )}
    </>
  )
}

const STAGES = [
  { stage: 'scanning', title: 'Scanning' },
  { stage: 'analysis', title: 'Analysis' },
  { stage: 'assessment', title: 'Assessment' },
] as const

interface PlanProps {
  plan: PlanDetail
  said: string
  onDone: (plan: PlanDetail, sentence: string) => void
  onNewest: () => void
}

const Plan = ({ plan, said, onDone, onNewest }: PlanProps) => {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <span class="govuk-caption-l">
        Plan {plan.ref}, {plan.leadAgency}
      </span>
      <h1 class="govuk-heading-l govuk-!-margin-bottom-2 app-break">{plan.hotspotName}</h1>
      <p class="govuk-body">
        <StateTag {...plan} />{' '}
        {plan.endedOn ? `since ${dayWords(plan.endedOn)}` : `to be looked at on ${dayWords(plan.reviewOn)}`}
        {plan.isLate && <strong class="app-warning-words">, which is past</strong>}
      </p>
      <Said words={said} />
      {!isOpen && <PlanSteps plan={plan} onDone={onDone} onNewest={onNewest} />}
      {isOpen ? (
        <PlanForm
          plan={plan}
          onCancel={() => setIsOpen(false)}
          onDone={(next) => {
            setIsOpen(false)
            onDone(next, 'The change is kept; what the plan was before is in its history.')
          }}
        />
      ) : (
        <>
          <PlanView plan={plan} />
          {plan.canChange && (
            <button type="button" class="govuk-button govuk-button--secondary" onClick={() => setIsOpen(true)}>
              Change the plan
            </button>
          )}
        </>
      )}
      <EffectPanel plan={plan} onWorkedOut={onNewest} />
      <MeasuresSection plan={plan} onChanged={onNewest} />
      {may('personMeasure:read') && <PersonMeasures planId={plan.id} />}
      {!isOpen && STAGES.map((stage) => <StageView key={stage.stage} plan={plan} {...stage} />)}
      <Taken plan={plan} />
    </>
  )
}

const Taken = ({ plan: { taken } }: { plan: PlanDetail }) => (
  <section class="app-section" aria-labelledby="taken-title">
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
