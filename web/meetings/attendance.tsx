import { useState } from 'preact/hooks'
import type { MeetingDetail } from '../../server/meetings/schema.ts'
import { SelectField, TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useSending } from '../form/sending.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { ask } from '../state/api.ts'
import { choices } from '../words.ts'
import { quorumWords } from './words.ts'

interface AttendanceProps {
  meeting: MeetingDetail
  onChanged: (meeting: MeetingDetail) => void
  onNewest: () => void
}

type One = MeetingDetail['attendance'][number]

const STATUS_WORDS: Record<One['status'], string> = { present: 'Present', apologies: 'Apologies', absent: 'Absent' }
const PARTNER_CHOICES = [
  { value: '', label: 'Another partner' },
  { value: 'chair', label: 'Chair or deputy' },
  { value: 'council', label: 'Council, children’s services' },
  { value: 'police', label: 'Police' },
]

/** Who is here, by role and agency: no names. */
export const Attendance = ({ meeting, onChanged, onNewest }: AttendanceProps) => {
  const { send, problem } = useSending()
  const [isAdding, setIsAdding] = useState(false)
  const { attendance, missing, canWrite } = meeting
  const change = ({ id, version }: One, status: string) =>
    send({}, async () =>
      onChanged(
        await ask<MeetingDetail>(`/api/meetings/${meeting.id}/attendance/${id}`, {
          method: 'PATCH',
          body: { version, status },
        }),
      ),
    )
  return (
    <section aria-labelledby="attendance-title">
      <h2 class="govuk-heading-m" id="attendance-title">
        Attendance
      </h2>
      {problem && <ProblemSummary problem={problem} {...(problem.status === 409 && { onRetry: onNewest })} />}
      {attendance.length === 0 ? (
        <p class="govuk-body">Nobody is noted yet.</p>
      ) : (
        <table class="govuk-table app-table--cards">
          <caption class="govuk-visually-hidden">Attendance by role and agency</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {['Role', 'Agency', 'Attendance'].map((heading) => (
                <th scope="col" class="govuk-table__header" key={heading}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {attendance.map((one) => (
              <tr class="govuk-table__row" key={one.id}>
                <th scope="row" class="govuk-table__header">
                  {one.role}
                </th>
                <td class="govuk-table__cell" data-label="Agency">
                  {one.agency}
                </td>
                <td class="govuk-table__cell" data-label="Attendance">
                  {canWrite ? (
                    <select
                      class="govuk-select app-no-print"
                      aria-label={`Attendance of ${one.role}, ${one.agency}`}
                      value={one.status}
                      onChange={(event) => void change(one, event.currentTarget.value)}
                    >
                      {choices(STATUS_WORDS).map(({ value, label }) => (
                        <option key={value} value={value}>
                          {label}
                        </option>
                      ))}
                    </select>
                  ) : (
                    STATUS_WORDS[one.status]
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p class="govuk-body">
        <strong>{quorumWords(missing)}</strong>
      </p>
      {canWrite && !isAdding && (
        <button type="button" class="govuk-button govuk-button--secondary" onClick={() => setIsAdding(true)}>
          Note somebody
        </button>
      )}
      {isAdding && (
        <AddAttendance
          meetingId={meeting.id}
          onCancel={() => setIsAdding(false)}
          onDone={(next) => {
            setIsAdding(false)
            onChanged(next)
          }}
        />
      )}
    </section>
  )
}

interface AddProps {
  meetingId: string
  onDone: (meeting: MeetingDetail) => void
  onCancel: () => void
}

const AddAttendance = ({ meetingId, onDone, onCancel }: AddProps) => {
  const [role, setRole] = useState('')
  const [agency, setAgency] = useState('')
  const [partner, setPartner] = useState('')
  const [status, setStatus] = useState('present')
  const sending = useSending({ '/role': 'attendance-role', '/agency': 'attendance-agency' })
  const submit = () =>
    sending.send(
      {
        ...(role.trim() === '' && { 'attendance-role': 'Say in which role' }),
        ...(agency.trim() === '' && { 'attendance-agency': 'Say of which agency' }),
      },
      async () =>
        onDone(
          await ask<MeetingDetail>(`/api/meetings/${meetingId}/attendance`, {
            method: 'POST',
            body: { role: role.trim(), agency: agency.trim(), partner: partner || null, status },
          }),
        ),
    )
  return (
    <Form class="app-inset" sending={sending} submitWords="Note" onSubmit={() => void submit()} onCancel={onCancel}>
      <TextField
        id="attendance-role"
        label="Role"
        hint="Such as “Sergeant, missing team”. No name."
        maxLength={120}
        error={sending.errors['attendance-role']}
        value={role}
        onInput={setRole}
      />
      <TextField
        id="attendance-agency"
        label="Agency"
        maxLength={120}
        error={sending.errors['attendance-agency']}
        value={agency}
        onInput={setAgency}
      />
      <div class="app-beside">
        <SelectField
          id="attendance-partner"
          label="Stands for"
          value={partner}
          options={PARTNER_CHOICES}
          onChange={setPartner}
        />
        <SelectField
          id="attendance-status"
          label="Attendance"
          value={status}
          options={choices(STATUS_WORDS)}
          onChange={setStatus}
        />
      </div>
    </Form>
  )
}
