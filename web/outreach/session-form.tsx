import type { ReferralSessions, Theme } from '../../server/outreach/schema.ts'
import { Checkboxes } from '../form/choices.tsx'
import { DayField, TimeField } from '../form/day-field.tsx'
import { FormErrors } from '../form/errors.tsx'
import { SelectField, TextArea } from '../form/fields.tsx'
import { Notice } from '../form/notice.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { shortDay } from '../patrols/words.ts'
import { Counter } from '../visits/counter.tsx'
import { countOf } from '../words.ts'
import { complain, send, write, type KeptSession } from './kept-sessions.ts'
import { plannedChoices, sessionErrors, type SessionDraft } from './session-draft.ts'

interface SessionFormProps {
  kept: KeptSession
  sessions: ReferralSessions
}

/** When it was, how many were met, what they brought up: taps, and one text that may stay empty. */
export const SessionForm = ({ kept, sessions }: SessionFormProps) => {
  const { id, draft, errors, problem, state } = kept
  const set = (part: Partial<SessionDraft>) => write(id, part)
  const submit = () => {
    const wrong = sessionErrors(draft)
    if (Object.keys(wrong).length > 0) return complain(id, wrong)
    void send(id)
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {state === 'waiting' && <NoConnection />}
      <FormErrors errors={errors} />
      {problem && <ProblemSummary problem={problem} />}
      <When kept={kept} sessions={sessions} set={set} />
      <Met draft={draft} set={set} />
      <Checkboxes
        id="session-themes"
        label="What did they bring up?"
        hint="About the place and what goes on there. Leave out what would point to one person."
        error={errors['session-themes']}
        values={draft.themes}
        choices={sessions.themes.map(({ value, words }) => ({ value, label: words }))}
        onChange={(themes) => set({ themes: themes as Theme[] })}
      />
      <Counter
        id="session-onward"
        label="Onward referrals"
        value={draft.onwardReferrals}
        most={100}
        onChange={(onwardReferrals) => set({ onwardReferrals })}
      />
      <TextArea
        id="session-observations"
        label="What you saw of the place (if anything)"
        hint="No names, no descriptions. The group reads this. A safeguarding concern goes by the usual route at once, not in here."
        rows={3}
        maxLength={1000}
        error={errors['session-observations']}
        value={draft.observations}
        onInput={(observations) => set({ observations })}
      />
      <button type="submit" class="govuk-button app-tap" aria-disabled={state === 'sending'}>
        {state === 'sending' ? 'One moment…' : state === 'waiting' ? 'Try again now' : 'Save'}
      </button>
    </form>
  )
}

const NoConnection = () => (
  <Notice kind="important">
    <p class="govuk-body govuk-!-margin-bottom-0">
      <strong>No connection.</strong> What you typed is kept in this page and sent by itself when the connection is
      back. You can go on typing, but do not close the page.
    </p>
  </Notice>
)

interface PartProps {
  kept: KeptSession
  sessions: ReferralSessions
  set: (part: Partial<SessionDraft>) => void
}

const When = ({ kept: { draft, errors, version }, sessions, set }: PartProps) => {
  const planned = plannedChoices(sessions)
  const choose = (plannedId: string) => {
    const chosen = planned.find((one) => one.id === plannedId)
    set({ plannedId, ...(chosen && { day: chosen.day, from: chosen.from, to: chosen.to }) })
  }
  return (
    <>
      {version === undefined && planned.length > 0 && (
        <SelectField
          id="session-planned"
          label="Which session?"
          error={errors['session-planned']}
          value={draft.plannedId}
          options={[
            ...planned.map(({ id, day, from, to }) => ({
              value: id,
              label: `Planned: ${shortDay(day)}, ${from}–${to}`,
            })),
            { value: '', label: 'One that was not planned' },
          ]}
          onChange={choose}
        />
      )}
      <DayField
        id="session-day"
        label="Day"
        error={errors['session-day']}
        value={draft.day}
        onChange={(day) => set({ day })}
      />
      <div class="app-row app-session__times">
        <TimeField
          id="session-from"
          label="From"
          error={errors['session-from']}
          value={draft.from}
          onChange={(from) => set({ from })}
        />
        <TimeField
          id="session-to"
          label="To"
          error={errors['session-to']}
          value={draft.to}
          onChange={(to) => set({ to })}
        />
      </div>
      <Counter id="session-staff" label="Staff" value={draft.staff} most={30} onChange={(staff) => set({ staff })} />
    </>
  )
}

const LEVELS = [
  { name: 'level1', label: '1. Greeted', says: 'said hello, said who we are' },
  { name: 'level2', label: '2. Talked with', says: 'a conversation' },
  { name: 'level3', label: '3. Helped', says: 'support that goes on, or a next meeting' },
] as const

/** Each young person once, by how far it went. */
const Met = ({ draft, set }: { draft: SessionDraft; set: PartProps['set'] }) => {
  const met = draft.level1 + draft.level2 + draft.level3
  return (
    <fieldset class="govuk-fieldset govuk-!-margin-bottom-4">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Young people met</legend>
      <p class="govuk-hint">Each one once, by how far it went.</p>
      {LEVELS.map(({ name, label, says }) => (
        <div key={name}>
          <Counter
            id={`session-${name}`}
            label={label}
            value={draft[name]}
            most={500}
            onChange={(count) => set({ [name]: count })}
          />
          <p class="app-session__says">{says}</p>
        </div>
      ))}
      <p class="govuk-body" role="status">
        <strong>{countOf(met, 'young person', 'young people')}</strong> met in all
      </p>
    </fieldset>
  )
}
