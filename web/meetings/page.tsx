import { useState } from 'preact/hooks'
import type { Meeting, MeetingDetail, MeetingList } from '../../server/meetings/schema.ts'
import { TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useList } from '../form/load.ts'
import { MoreButton } from '../form/more.tsx'
import { useSending } from '../form/sending.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { monthWords } from '../shared/bands.ts'
import { ask } from '../state/api.ts'
import { goTo } from '../state/router.ts'
import { may } from '../state/session.ts'
import { setup } from '../state/setup.ts'
import { toWhenInput, WHEN_FIELDS, whenErrors, WhenFields, type When } from './when-fields.tsx'
import { whenWords } from './words.ts'

/** The monthly meetings, the latest first. */
export default () => {
  const list = useList<MeetingList, Meeting>('/api/meetings', ({ meetings }) => meetings)
  const { data, problem, isLoading, reload, items } = list
  const [isCalling, setIsCalling] = useState(false)
  const over = (one: Meeting) => one.state === 'closed' || one.state === 'cancelled'
  // The next one first.
  const current = items.filter((one) => !over(one)).toReversed()
  const before = items.filter(over)

  return (
    <>
      <h1 class="govuk-heading-l">Monthly meetings</h1>
      <p class="govuk-body">
        The monthly missing monitoring group: its pack is frozen before it meets, its decisions are minuted where they
        are taken.
      </p>
      {problem && <ProblemSummary problem={problem} onRetry={reload} />}
      {!data && isLoading && <p class="govuk-body">Loading…</p>}
      {may('meeting:create') && !isCalling && (
        <button type="button" class="govuk-button" onClick={() => setIsCalling(true)}>
          Call a meeting
        </button>
      )}
      {isCalling && <CallMeeting onCancel={() => setIsCalling(false)} />}
      {data && items.length === 0 && <p class="govuk-body">No meeting stands here yet.</p>}
      {current.length > 0 && <Meetings title="To come, or not closed" meetings={current} />}
      {before.length > 0 && <Meetings title="Earlier" meetings={before} />}
      <MoreButton list={list} words="Show earlier meetings" />
    </>
  )
}

const Meetings = ({ title, meetings }: { title: string; meetings: readonly Meeting[] }) => (
  <table class="govuk-table app-table--cards">
    <caption class="govuk-table__caption govuk-table__caption--m">{title}</caption>
    <thead class="govuk-table__head">
      <tr class="govuk-table__row">
        {['Looks back on', 'When and where', 'State', 'Papers'].map((heading) => (
          <th scope="col" class="govuk-table__header" key={heading}>
            {heading}
          </th>
        ))}
      </tr>
    </thead>
    <tbody class="govuk-table__body">
      {meetings.map((meeting) => (
        <tr class="govuk-table__row" key={meeting.id}>
          <th scope="row" class="govuk-table__header">
            <a class="govuk-link" href={`/meetings/${meeting.id}`}>
              {monthWords(meeting.month)}
            </a>
          </th>
          <td class="govuk-table__cell" data-label="When and where">
            {whenWords(meeting)}
          </td>
          <td class="govuk-table__cell" data-label="State">
            {meeting.stateWords}
          </td>
          <td class="govuk-table__cell" data-label="Papers">
            <Papers meeting={meeting} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)

const WITH_MINUTES: Meeting['state'][] = ['minutes_draft', 'minutes_agreed', 'closed']

const Papers = ({ meeting }: { meeting: Meeting }) => {
  const papers = [
    ...(meeting.hasPack && may('meetingPack:read') ? [{ href: `/packs/${meeting.id}`, says: 'Pack' }] : []),
    ...(WITH_MINUTES.includes(meeting.state) && may('minutes:read')
      ? [{ href: `/meetings/${meeting.id}/minutes`, says: 'Minutes' }]
      : []),
  ]
  if (papers.length === 0) return <>None yet</>
  return (
    <>
      {papers.map(({ href, says }, i) => (
        <>
          {i > 0 && ', '}
          <a class="govuk-link" href={href} aria-label={`${says} for ${monthWords(meeting.month)}`}>
            {says}
          </a>
        </>
      ))}
    </>
  )
}

const FIELDS = { ...WHEN_FIELDS, '/month': 'meeting-month' }

const CallMeeting = ({ onCancel }: { onCancel: () => void }) => {
  const { today } = setup.value!
  const [month, setMonth] = useState(monthBefore(today))
  const [when, setWhen] = useState<When>({ heldOn: '', startsAt: '14:00', venue: '' })
  const sending = useSending(FIELDS)
  const submit = () =>
    sending.send(whenErrors(when), async () => {
      const body = { month: month.trim(), ...toWhenInput(when) }
      const { id } = await ask<MeetingDetail>('/api/meetings', { method: 'POST', body })
      goTo(`/meetings/${id}`)
    })
  return (
    <Form class="app-quick" sending={sending} submitWords="Call it" onSubmit={() => void submit()} onCancel={onCancel}>
      <TextField
        id="meeting-month"
        label="Which month does it look back on?"
        hint="As year and month, such as 2023-06."
        width={10}
        error={sending.errors['meeting-month']}
        value={month}
        onInput={setMonth}
      />
      <WhenFields when={when} errors={sending.errors} onChange={setWhen} />
    </Form>
  )
}

/** The month before a day’s. */
const monthBefore = (day: string): string => {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
}
