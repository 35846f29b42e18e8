import type { PatrolTask } from '../../server/patrols/schema.ts'
import { Hours } from './hours.tsx'
import { ACTIVITY_WORDS } from './words.ts'

/** When, how long, how often and how, in words. */
export const PlanWords = ({ task }: { task: PatrolTask }) => (
  <dl class="govuk-summary-list">
    <Row name="When">
      <Hours windows={task.windows} />
    </Row>
    <Row name="How long and how often">
      {task.dwellMinutes} minutes a visit, {task.visitsADay === 1 ? 'once' : `up to ${task.visitsADay} times`} a day, at
      most once in two hours
    </Row>
    <Row name="What is done there">
      <ul class="govuk-list">
        {task.activities.map((activity) => (
          <li key={activity}>{ACTIVITY_WORDS[activity]}</li>
        ))}
      </ul>
    </Row>
    {task.briefing && (
      <Row name="Briefing">
        <span class="app-typed">{task.briefing}</span>
      </Row>
    )}
    {task.riskNotes && (
      <Row name="Risks to officers">
        <span class="app-typed">{task.riskNotes}</span>
      </Row>
    )}
  </dl>
)

const Row = ({ name, children }: { name: string; children: preact.ComponentChildren }) => (
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">{name}</dt>
    <dd class="govuk-summary-list__value">{children}</dd>
  </div>
)
