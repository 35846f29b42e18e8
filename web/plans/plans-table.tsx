import type { Plan } from '../../server/plans/schema.ts'
import { dayWords } from '../dates.ts'
import { effectTitle } from '../effects/words.ts'
import { countOf } from '../words.ts'
import { StateTag } from './state-tag.tsx'

interface PlansTableProps {
  id: string
  title: string
  /** What this group waits for, in a sentence. */
  says: string
  plans: readonly Plan[]
}

/** One group of plans: a table, or on a phone a card each. */
export const PlansTable = ({ id, title, says, plans }: PlansTableProps) => (
  <section aria-labelledby={`${id}-title`}>
    <h2 class="govuk-heading-m govuk-!-margin-bottom-1" id={`${id}-title`}>
      {title} <span class="app-dim">{plans.length}</span>
    </h2>
    <p class="govuk-body-s app-dim">{says}</p>
    <table class="govuk-table app-table--cards app-plans">
      <caption class="govuk-visually-hidden">{title}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {['Place', 'State', 'Owner', 'Review', 'Measures', 'Did it work?'].map((heading) => (
            <th scope="col" class="govuk-table__header" key={heading}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {plans.map((plan) => (
          <Row key={plan.id} plan={plan} />
        ))}
      </tbody>
    </table>
  </section>
)

const Row = ({ plan }: { plan: Plan }) => (
  <tr class="govuk-table__row">
    <th scope="row" class="govuk-table__header">
      <a class="govuk-link app-break" href={`/plans/${plan.id}`}>
        {plan.hotspotName}
      </a>
      <span class="app-table__under app-dim">
        {plan.ref}, {plan.leadAgency}
      </span>
    </th>
    <td class="govuk-table__cell" data-label="State">
      <StateTag {...plan} />
    </td>
    <td class="govuk-table__cell app-break" data-label="Owner">
      {plan.owner.name}
      <span class="app-table__under app-dim">{plan.owner.agency}</span>
    </td>
    <td class="govuk-table__cell" data-label="Review">
      <span class="app-nowrap">{plan.endedOn ? `ended ${dayWords(plan.endedOn)}` : dayWords(plan.reviewOn)}</span>
      {plan.isLate && <span class="app-table__under app-warning-words">Late</span>}
    </td>
    <td class="govuk-table__cell" data-label="Measures">
      {measureWords(plan)}
    </td>
    <td class="govuk-table__cell" data-label="Did it work?">
      {plan.effect ? effectTitle(plan.effect) : <span class="app-dim">not worked out</span>}
    </td>
  </tr>
)

const measureWords = ({ measures }: Plan) => {
  const parts = [
    measures.underWay > 0 && `${measures.underWay} under way`,
    measures.proposed > 0 && `${measures.proposed} proposed`,
    measures.completed > 0 && countOf(measures.completed, 'completed', 'completed'),
  ].filter((part) => part !== false)
  return parts.length > 0 ? parts.join(', ') : <span class="app-dim">none yet</span>
}
