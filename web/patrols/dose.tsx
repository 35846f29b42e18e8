import type { Patrol } from '../../server/patrols/schema.ts'
import { dayWords } from '../dates.ts'
import { countOf } from '../words.ts'

const ROWS: {
  name: 'engagements' | 'safeguardingActions' | 'stopAndSearch' | 'otherEnforcement' | 'intelligence'
  label: string
  isApart?: true
}[] = [
  { name: 'engagements', label: 'People spoken to' },
  { name: 'safeguardingActions', label: 'Safeguarding actions' },
  { name: 'stopAndSearch', label: 'Stops and searches', isApart: true },
  { name: 'otherEnforcement', label: 'Other enforcement' },
  { name: 'intelligence', label: 'Visits after which intelligence was submitted' },
]

/** What was planned and what was done, in sums; welfare and enforcement apart. */
export const DoseTable = ({ patrol: { planned, delivered, isEnforcementOnly } }: { patrol: Patrol }) => (
  <section aria-labelledby="dose-title">
    <h2 class="govuk-heading-m" id="dose-title">
      Planned and done
    </h2>
    {isEnforcementOnly && (
      <div class="govuk-inset-text app-warning-box" role="note">
        <strong>This has become enforcement only.</strong> On the last visits somebody was searched or enforced against,
        and nobody was spoken to or made safe. The task is for children’s welfare: look at how it is done, or end it.
      </div>
    )}
    {planned ? (
      <dl class="app-bands app-bands--wrap">
        <div>
          <dt>Visits planned up to today</dt>
          <dd>{planned.soFar.visits}</dd>
        </div>
        <div>
          <dt>Visits made</dt>
          <dd>{delivered.visits}</dd>
        </div>
        <div>
          <dt>Minutes planned up to today</dt>
          <dd>{planned.soFar.minutes}</dd>
        </div>
        <div>
          <dt>Minutes there</dt>
          <dd>{delivered.minutes}</dd>
        </div>
      </dl>
    ) : (
      <p class="govuk-body">Nothing is planned yet.</p>
    )}
    {planned && (
      <p class="govuk-body-s app-dim">
        {countOf(planned.inAll.visits, 'visit')} and {countOf(planned.inAll.minutes, 'minute')} in all its days.{' '}
        {delivered.visits > 0 &&
          `${delivered.inWindows} of ${countOf(delivered.visits, 'visit')} began within the planned windows; the last was on ${dayWords(delivered.lastOn!)}.`}
      </p>
    )}
    {delivered.visits > 0 && (
      <table class="govuk-table app-table--tight app-dose">
        <caption class="govuk-visually-hidden">What was done on the visits</caption>
        <tbody class="govuk-table__body">
          {ROWS.map(({ name, label, isApart }) => (
            <tr class={`govuk-table__row${isApart ? ' app-dose__apart' : ''}`} key={name}>
              <th scope="row" class="govuk-table__header">
                {label}
              </th>
              <td class="govuk-table__cell govuk-table__cell--numeric">{delivered[name]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    {delivered.unsaid > 0 && (
      <p class="govuk-body-s">Of {countOf(delivered.unsaid, 'visit')} nobody has said yet what was done.</p>
    )}
  </section>
)
