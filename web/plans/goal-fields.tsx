import { LinkButton, TextField } from '../form/fields.tsx'
import type { PlanDraft } from './plan-draft.ts'

interface GoalFieldsProps {
  goals: PlanDraft['safetyGoals']
  errors: Record<string, string>
  onChange: (goals: PlanDraft['safetyGoals']) => void
}

const MOST_GOALS = 5

/** A few goals, each with how anybody will know. */
export const GoalFields = ({ goals, errors, onChange }: GoalFieldsProps) => (
  <>
    {goals.map((goal, i) => (
      <div class="app-goal" key={i}>
        <TextField
          id={`plan-goal-${i}`}
          label={`Safety goal ${i + 1}: what should become safer?`}
          maxLength={500}
          error={errors[`plan-goal-${i}`]}
          value={goal.goal}
          onInput={(words) => onChange(goals.with(i, { ...goal, goal: words }))}
        />
        <TextField
          id={`plan-goal-measure-${i}`}
          label="How will anybody know?"
          maxLength={500}
          error={errors[`plan-goal-measure-${i}`]}
          value={goal.measure}
          onInput={(words) => onChange(goals.with(i, { ...goal, measure: words }))}
        />
        <LinkButton onClick={() => onChange(goals.toSpliced(i, 1))}>Remove goal {i + 1}</LinkButton>
      </div>
    ))}
    {goals.length < MOST_GOALS && (
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        onClick={() => onChange([...goals, { goal: '', measure: '' }])}
      >
        {goals.length === 0 ? 'Add a safety goal' : 'Add another goal'}
      </button>
    )}
  </>
)
