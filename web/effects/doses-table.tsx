import type { Doses } from '../../server/effects/schema.ts'

/** What was planned and what was done in the days that the plan is judged by, and those before them since its start. */
export const DosesTable = ({ doses: { patrols, outreach } }: { doses: Doses }) => {
  if (!patrols && !outreach)
    return <p class="govuk-body-s app-dim">No patrol and no youth work was given out for this place in those days.</p>
  return (
    <table class="app-table app-table--small app-doses">
      <caption class="app-table__caption">What was planned, and what was done</caption>
      <thead>
        <tr>
          <th scope="col">Of what</th>
          <th scope="col" class="app-table__number">
            Planned
          </th>
          <th scope="col" class="app-table__number">
            Done
          </th>
        </tr>
      </thead>
      <tbody>
        {patrols && (
          <>
            <Row of="Patrol visits" planned={patrols.visitsPlanned} done={patrols.visits} />
            <Row of="Minutes of patrol" planned={patrols.minutesPlanned} done={patrols.minutes} />
            <Row of="People spoken to, and safeguarding actions" done={patrols.welfareContacts} />
            <Row of="Searches and other enforcement" done={patrols.enforcement} />
          </>
        )}
        {outreach && (
          <>
            <Row of="Sessions of youth work" planned={outreach.sessionsPlanned} done={outreach.sessions} />
            <Row of="Contacts with young people" done={outreach.contacts} />
          </>
        )}
      </tbody>
    </table>
  )
}

const Row = ({ of, planned, done }: { of: string; planned?: number; done: number }) => (
  <tr>
    <th scope="row">{of}</th>
    <td class="app-table__number">{planned ?? ''}</td>
    <td class="app-table__number">{done}</td>
  </tr>
)
