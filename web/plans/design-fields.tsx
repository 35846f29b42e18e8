import type { PlaceList } from '../../server/gazetteer/schema.ts'
import type { PlanDetail } from '../../server/plans/schema.ts'
import { DayField } from '../form/day-field.tsx'
import { TextField } from '../form/fields.tsx'
import { ComparatorChoice } from './comparator-choice.tsx'
import type { PlanDraft } from './plan-draft.ts'

interface DesignFieldsProps {
  plan: PlanDetail
  draft: PlanDraft
  places: PlaceList['places']
  errors: Record<string, string>
  onChange: (part: Partial<PlanDraft>) => void
}

/** The days and the places that a plan is judged by; fixed once its effect was worked out. */
export const DesignFields = ({ plan, draft, places, errors, onChange }: DesignFieldsProps) => {
  if (plan.isDesignFixed)
    return (
      <p class="govuk-body">
        Its effect was worked out, so the days and places that it is judged by stay as they are: nobody chooses them by
        the answer. To judge it by more weeks, begin its review and extend it.
      </p>
    )
  return (
    <>
      <p class="govuk-body">
        Choose these before the first answer is worked out; then they are fixed. Whole weeks are counted, from the start
        outward.
      </p>
      <div class="app-beside">
        <DayField
          id="plan-baselineFrom"
          label="Days before begin on"
          hint="They end where the plan starts."
          error={errors['plan-baselineFrom']}
          value={draft.baselineFrom}
          onChange={(baselineFrom) => onChange({ baselineFrom })}
        />
        <DayField
          id="plan-startsOn"
          label="The plan starts on"
          hint="The day of its first measure."
          error={errors['plan-startsOn']}
          value={draft.startsOn}
          onChange={(startsOn) =>
            onChange({ startsOn, ...(draft.evaluationFrom < startsOn && { evaluationFrom: startsOn }) })
          }
        />
        <DayField
          id="plan-evaluationFrom"
          label="Judged from"
          hint="The start, or when it is in full swing."
          error={errors['plan-evaluationFrom']}
          value={draft.evaluationFrom}
          onChange={(evaluationFrom) => onChange({ evaluationFrom })}
        />
        <DayField
          id="plan-evaluationTo"
          label="Judged until"
          hint="This day is not counted any more."
          error={errors['plan-evaluationTo']}
          value={draft.evaluationTo}
          onChange={(evaluationTo) => onChange({ evaluationTo })}
        />
      </div>
      <ComparatorChoice hotspotId={plan.hotspotId} draft={draft} places={places} errors={errors} onChange={onChange} />
      <TextField
        id="plan-bufferMetres"
        label="Buffer in metres"
        hint="How far around a place is looked at, in case things only moved; 0 for none. Named places are left out of it."
        width={5}
        inputMode="numeric"
        error={errors['plan-bufferMetres']}
        value={draft.bufferMetres}
        onInput={(bufferMetres) => onChange({ bufferMetres })}
      />
    </>
  )
}
