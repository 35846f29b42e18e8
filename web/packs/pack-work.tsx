import type { Pack, PackPlace } from '../../server/packs/schema.ts'
import { dayWords } from '../dates.ts'
import { countOf } from '../hotspots/sentences.ts'
import { monthWords } from '../shared/bands.ts'

const has = (list: (place: PackPlace) => readonly unknown[]) => (place: PackPlace) => list(place).length > 0

type Draft = NonNullable<Pack['group']>['drafts'][number]

interface PlansProps {
  pack: Pack['pack']
  places: readonly PackPlace[]
  drafts: readonly Draft[]
}

/** The plans with what is said of their effect, place by place. */
export const Plans = ({ pack, places, drafts }: PlansProps) => {
  const planned = places.filter(has(({ plans }) => plans))
  return (
    <>
      {planned.length === 0 ? (
        <p class="govuk-body">There is no plan for a place that is shown to you.</p>
      ) : (
        <PlanTable pack={pack} planned={planned} />
      )}
      {drafts.length > 0 && (
        <p class="govuk-body">
          In draft, for the group alone:{' '}
          {drafts.map(({ place, objective }) => `${place} (${objective.replace(/\.$/, '')})`).join('; ')}.
        </p>
      )}
    </>
  )
}

const PlanTable = ({ pack, planned }: { pack: Pack['pack']; planned: readonly PackPlace[] }) => {
  return (
    <>
      <p class="govuk-body">
        {pack.plans.map(({ words, plans }) => `${countOf(plans, 'plan')} ${words.toLowerCase()}`).join(', ')}, over all
        places.
      </p>
      <table class="govuk-table app-table--cards">
        <caption class="govuk-visually-hidden">Plans by place</caption>
        <Head headings={['Place', 'Plan', 'Measures', 'Did it work?']} />
        <tbody class="govuk-table__body">
          {planned.flatMap(({ hotspotId, name, plans }) =>
            plans.map((plan) => (
              <tr class="govuk-table__row" key={plan.id}>
                <th scope="row" class="govuk-table__header app-pack__of-place">
                  <a class="govuk-link app-break" href={`/reviews/${hotspotId}`}>
                    {name}
                  </a>
                </th>
                <td class="govuk-table__cell" data-label="Plan">
                  <div>
                    {plan.objective}
                    <span class="app-table__under">
                      {plan.stateWords}; {plan.owner}
                      {plan.reviewOn && `; review ${dayWords(plan.reviewOn)}`}
                    </span>
                  </div>
                </td>
                <td class="govuk-table__cell" data-label="Measures">
                  <div>
                    {plan.measures.length === 0
                      ? 'none yet'
                      : plan.measures
                          .map(({ words, stateWords }) => `${words} (${stateWords.toLowerCase()})`)
                          .join('; ')}
                  </div>
                </td>
                <td class="govuk-table__cell" data-label="Did it work?">
                  <div>{plan.effect ?? 'Not worked out yet.'}</div>
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </>
  )
}

/** What was delivered in the month: sessions of the youth providers and visits of the police, place by place. */
export const DeliveredWork = ({ pack, places }: { pack: Pack['pack']; places: readonly PackPlace[] }) => {
  const { sessions, contacts, visits, visitMinutes } = pack.delivered
  const referred = places.filter(has(({ counted }) => counted?.referrals ?? []))
  const patrolled = places.filter(has(({ counted }) => counted?.patrols ?? []))
  return (
    <>
      <p class="govuk-body">
        In {monthWords(pack.month)}, over all places:{' '}
        {sessions === 0
          ? 'no session of outreach'
          : `${countOf(sessions, 'session')} of outreach with ${countOf(contacts, 'contact')}`}
        ;{' '}
        {visits === 0
          ? 'no patrol visit'
          : `${countOf(visits, 'patrol visit')}, ${countOf(visitMinutes, 'minute')} together`}
        .
      </p>
      {referred.length > 0 && (
        <table class="govuk-table app-table--cards">
          <caption class="govuk-table__caption govuk-table__caption--s">Referrals to youth providers</caption>
          <Head headings={['Place', 'Service', 'State', 'Delivered']} />
          <tbody class="govuk-table__body">
            {referred.flatMap(({ name, counted }) =>
              counted!.referrals.map(({ id, service, stateWords, sessions: all, sessionsInMonth, contactsInMonth }) => (
                <tr class="govuk-table__row" key={id}>
                  <th scope="row" class="govuk-table__header app-pack__of-place app-break">
                    {name}
                  </th>
                  <td class="govuk-table__cell" data-label="Service">
                    {service}
                  </td>
                  <td class="govuk-table__cell" data-label="State">
                    {stateWords}
                  </td>
                  <td class="govuk-table__cell" data-label="Delivered">
                    {countOf(sessionsInMonth, 'session')} in the month with {countOf(contactsInMonth, 'contact')};{' '}
                    {countOf(all, 'session')} so far
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      )}
      {patrolled.length > 0 && (
        <table class="govuk-table app-table--cards">
          <caption class="govuk-table__caption govuk-table__caption--s">Patrols</caption>
          <Head headings={['Place', 'State', 'Valid until', 'Delivered']} />
          <tbody class="govuk-table__body">
            {patrolled.flatMap(({ name, counted }) =>
              counted!.patrols.map(({ id, stateWords, validTo, visits: all, visitsInMonth, minutesInMonth }) => (
                <tr class="govuk-table__row" key={id}>
                  <th scope="row" class="govuk-table__header app-pack__of-place app-break">
                    {name}
                  </th>
                  <td class="govuk-table__cell" data-label="State">
                    {stateWords}
                  </td>
                  <td class="govuk-table__cell" data-label="Valid until">
                    {validTo ? dayWords(validTo) : 'not given out'}
                  </td>
                  <td class="govuk-table__cell" data-label="Delivered">
                    {countOf(visitsInMonth, 'visit')} in the month, {countOf(minutesInMonth, 'minute')};{' '}
                    {countOf(all, 'visit')} so far
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      )}
      <p class="govuk-body-s app-dim">
        What was delivered says what was done, not that it worked. Nothing found shows that patrols reduce sightings of
        missing children.
      </p>
    </>
  )
}

type Action = NonNullable<Pack['group']>['actions'][number]

/** The actions that are not done, what is overdue first. */
export const Actions = ({ pack, places, group }: Pick<Pack, 'pack' | 'places' | 'group'>) => {
  const rows: (Action & { place: string | null })[] = [
    ...places.flatMap(({ name, counted }) => (counted?.actions ?? []).map((action) => ({ ...action, place: name }))),
    ...(group?.actions ?? []).map((action) => ({ ...action, place: null })),
  ].toSorted((a, b) => Number(b.isOverdue) - Number(a.isOverdue) || (a.dueOn < b.dueOn ? -1 : 1))
  const { open, overdue } = pack.actions
  return (
    <>
      <p class="govuk-body">
        {open === 0
          ? 'No action is open.'
          : `${countOf(open, 'action')} ${open === 1 ? 'is' : 'are'} open; ${overdue === 0 ? 'none is' : `${overdue} of them ${overdue === 1 ? 'is' : 'are'}`} overdue.`}
        {rows.length < open && rows.length > 0 && ' Those of your places stand below.'}
      </p>
      {rows.length > 0 && (
        <table class="govuk-table app-table--cards">
          <caption class="govuk-visually-hidden">Actions that are not done, what is overdue first</caption>
          <Head headings={['Number', 'Action', 'Owner', 'Due']} />
          <tbody class="govuk-table__body">
            {rows.map(({ id, number, what, place, owner, agency, dueOn, isOverdue }) => (
              <tr class="govuk-table__row" key={id}>
                <th scope="row" class="govuk-table__header app-pack__whole">
                  {number}
                </th>
                <td class="govuk-table__cell" data-label="Action">
                  <div>
                    {what}
                    {place && <span class="app-table__under">{place}</span>}
                  </div>
                </td>
                <td class="govuk-table__cell" data-label="Owner">
                  <div>
                    {owner}
                    <span class="app-table__under">{agency}</span>
                  </div>
                </td>
                <td class="govuk-table__cell" data-label="Due">
                  <div>
                    <span class="app-pack__whole">{dayWords(dueOn)}</span>
                    {isOverdue && <strong class="govuk-tag govuk-tag--red app-pack__overdue">Overdue</strong>}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

const Head = ({ headings }: { headings: readonly string[] }) => (
  <thead class="govuk-table__head">
    <tr class="govuk-table__row">
      {headings.map((heading) => (
        <th scope="col" class="govuk-table__header" key={heading}>
          {heading}
        </th>
      ))}
    </tr>
  </thead>
)
