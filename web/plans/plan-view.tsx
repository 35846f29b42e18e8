import type { ComponentChildren } from 'preact'
import type { PlanDetail } from '../../server/plans/schema.ts'
import { dayWords } from '../dates.ts'
import { may } from '../state/session.ts'
import { hasWords, lastDayOf, QUESTIONS, type Stage } from './words.ts'

/** A plan as it is read: objective, goals and days. */
export const PlanView = ({ plan }: { plan: PlanDetail }) => (
  <dl class="govuk-summary-list">
    <Row name="Objective">
      <span class="app-typed">{plan.objective}</span>
    </Row>
    {plan.safetyGoals.length > 0 && (
      <Row name="Safety goals">
        <ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">
          {plan.safetyGoals.map(({ goal, measure }) => (
            <li key={goal} class="app-break">
              {goal}
              <span class="app-table__under app-dim">Known by: {measure}</span>
            </li>
          ))}
        </ul>
      </Row>
    )}
    {plan.response !== '' && (
      <Row name="What is done">
        <span class="app-typed">{plan.response}</span>
      </Row>
    )}
    <Row name="Leads">
      {plan.leadAgency}: {plan.leadRole}
    </Row>
    <Row name="Owner">
      {plan.owner.name}, {plan.owner.agency}
    </Row>
    {may('review:read') && (
      <Row name="Place">
        <a class="govuk-link app-break" href={`/reviews/${plan.hotspotId}`}>
          Everything about {plan.hotspotName}
        </a>
      </Row>
    )}
    <Row name="Starts">{dayWords(plan.startsOn)}</Row>
    <Row name="Judged by">{judgedWords(plan)}</Row>
    {plan.comparators && (
      <Row name="Compared with">
        {plan.comparators.length > 0 ? (
          plan.comparators.map(({ name }) => name).join(', ')
        ) : (
          <span class="app-dim">Nothing yet: without it, nobody can tell whether the plan did anything.</span>
        )}
        {plan.together && plan.together.length > 0 && (
          <span class="app-table__under">Judged together with {plan.together.map(({ name }) => name).join(', ')}.</span>
        )}
      </Row>
    )}
  </dl>
)

const judgedWords = ({ baselineFrom, evaluationFrom, evaluationTo, startsOn, bufferMetres }: PlanDetail) => {
  const after = `${dayWords(evaluationFrom)} to ${dayWords(lastDayOf(evaluationTo))}`
  if (baselineFrom === null) return after
  const before = `${dayWords(baselineFrom)} to ${dayWords(lastDayOf(startsOn))}`
  const buffer = bufferMetres ? `, and ${bufferMetres} metres around` : ''
  return `${after}, beside ${before}${buffer}`
}

const Row = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">{name}</dt>
    <dd class="govuk-summary-list__value">{children}</dd>
  </div>
)

/** What is said of one stage; nothing where nothing is. */
export const StageView = ({ plan, stage, title }: { plan: PlanDetail; stage: Stage; title: string }) => {
  const { analysis } = plan
  if (analysis === null || !hasWords(plan, stage)) return null
  return (
    <section class="app-section" aria-labelledby={`${stage}-title`}>
      <h2 class="govuk-heading-m" id={`${stage}-title`}>
        {title}
      </h2>
      <dl class="govuk-summary-list">
        {QUESTIONS.filter((question) => question.stage === stage && analysis[question.name] !== '').map(
          ({ name, label }) => (
            <Row key={name} name={label}>
              <span class="app-typed">{analysis[name]}</span>
            </Row>
          ),
        )}
      </dl>
    </section>
  )
}
