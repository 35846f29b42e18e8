import type { Referral } from '../../server/referrals/schema.ts'
import { dayWords } from '../dates.ts'
import { StateTag } from './state-tag.tsx'
import { sessionsWords } from './words.ts'

interface ReferralsTableProps {
  id: string
  title: string
  /** What this group waits for, in a sentence. */
  says: string
  referrals: readonly Referral[]
  isProvider: boolean
}

/** One group of referrals: a table, or on a phone a card each. */
export const ReferralsTable = ({ id, title, says, referrals, isProvider }: ReferralsTableProps) => (
  <section aria-labelledby={`${id}-title`}>
    <h2 class="govuk-heading-m govuk-!-margin-bottom-1" id={`${id}-title`}>
      {title} <span class="app-dim">{referrals.length}</span>
    </h2>
    <p class="govuk-body-s app-dim">{says}</p>
    <table class="govuk-table app-table--cards app-patrols app-referrals">
      <caption class="govuk-visually-hidden">{title}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header">
            Place
          </th>
          <th scope="col" class="govuk-table__header">
            State
          </th>
          <th scope="col" class="govuk-table__header">
            {isProvider ? 'Asked by' : 'Provider'}
          </th>
          <th scope="col" class="govuk-table__header">
            Start by
          </th>
          <th scope="col" class="govuk-table__header govuk-table__header--numeric">
            Sessions
          </th>
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {referrals.map((referral) => (
          <Row key={referral.id} referral={referral} isProvider={isProvider} />
        ))}
      </tbody>
    </table>
  </section>
)

const Row = ({ referral, isProvider }: { referral: Referral; isProvider: boolean }) => (
  <tr class="govuk-table__row">
    <th scope="row" class="govuk-table__header">
      <a class="govuk-link app-break" href={`/referrals/${referral.id}`}>
        {referral.hotspotName}
      </a>
      <span class="app-table__under app-dim">
        {referral.ref}, {referral.serviceWords.toLowerCase()}
        {referral.priority !== 'routine' && `, ${referral.priorityWords.toLowerCase()}`}
      </span>
    </th>
    <td class="govuk-table__cell" data-label="State">
      <StateTag {...referral} />
      {referral.late && <span class="app-table__under app-warning-words">{referral.late}</span>}
    </td>
    <td class="govuk-table__cell app-break" data-label={isProvider ? 'Asked by' : 'Provider'}>
      {isProvider ? referral.requestedByAgency : referral.providerAgency}
    </td>
    <td class="govuk-table__cell app-nowrap" data-label="Start by">
      {dayWords(referral.startBy)}
      {referral.done.nextOn && <span class="app-table__under app-dim">next {dayWords(referral.done.nextOn)}</span>}
    </td>
    <td class="govuk-table__cell govuk-table__cell--numeric app-nowrap" data-label="Sessions">
      {sessionsWords(referral.done.sessions, referral.sessionsRequested)}
    </td>
  </tr>
)
