import { useState } from 'preact/hooks'
import type { Minutes, MinutesSection } from '../../server/minutes/schema.ts'
import { dayWords, momentWords } from '../dates.ts'
import { useLoaded } from '../form/load.ts'
import { Said } from '../form/said.tsx'
import { useSending } from '../form/sending.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { PrintActions } from '../print/print-actions.tsx'
import { monthWords } from '../shared/bands.ts'
import { ask } from '../state/api.ts'
import { pageHere } from '../state/router.ts'
import { roleWords } from '../words.ts'
import { KeptTextField } from '../kept/kept-text-field.tsx'
import { hasBegun } from '../kept/kept-texts.ts'
import { NewTextForm } from '../kept/new-text-form.tsx'
import { MinutesWords } from './minutes-words.tsx'

/** The minutes of a meeting’s Part A: drafted from what happened, edited, agreed, corrected by addenda. */
export default ({ id }: { id: string }) => {
  const path = `/api/minutes/${encodeURIComponent(id)}`
  const { data, problem, isLoading, reload, replace } = useLoaded<Minutes>(path)
  const [said, setSaid] = useState('')
  return (
    <>
      <a class="govuk-back-link" href={`/meetings/${id}`}>
        Meeting
      </a>
      {problem && <ProblemSummary problem={problem} onRetry={reload} />}
      {!data && isLoading && <p class="govuk-body">Loading…</p>}
      <Said words={said} />
      {data && (
        <article class="app-minutes">
          <span class="govuk-caption-l">Monthly missing monitoring group, Part A</span>
          <h1 class="govuk-heading-l">Minutes for {monthWords(data.month)}</h1>
          <p class="govuk-body">
            Held on {dayWords(data.heldOn)}
            {data.venue && `, ${data.venue}`}. {stateSentence(data)}
          </p>
          {data.sections.length === 0 ? (
            <p class="govuk-body">There are no minutes yet: they are drafted when the meeting ends.</p>
          ) : (
            <PrintActions document="minutes" id={data.meetingId} name={data.month} />
          )}
          {data.canWrite && (
            <div class="app-no-print">
              {data.decisionsLeftOut.length > 0 && <LeftOut decisions={data.decisionsLeftOut} />}
              <DraftAgain path={path} onDone={replace} />
              <p class="govuk-body">
                The chair agrees the minutes on{' '}
                <a class="govuk-link" href={`/meetings/${data.meetingId}`}>
                  the meeting’s page
                </a>
                ; they are locked then.
              </p>
            </div>
          )}
          {data.sections.map((section) => (
            <Section key={section.id} minutes={data} section={section} path={path} onChanged={replace} />
          ))}
          {data.addenda.length > 0 && <h2 class="govuk-heading-m">Addenda</h2>}
          {data.addenda.map(({ id: addendum, words, at, by, role }) => (
            <div key={addendum} class="app-addendum">
              <p class="govuk-body app-words govuk-!-margin-bottom-1">{words}</p>
              <p class="govuk-body-s app-quiet">
                {by}, {roleWords(role).toLowerCase()}, {momentWords(at)}
              </p>
            </div>
          ))}
          {data.canAdd && (
            <AddAddendum
              meetingId={data.meetingId}
              path={path}
              onDone={(next) => {
                replace(next)
                setSaid('The addendum is kept with the minutes.')
              }}
            />
          )}
        </article>
      )}
    </>
  )
}

const stateSentence = ({ isAgreed, agreed }: Minutes): string => {
  if (!isAgreed) return 'These minutes are a draft: they have not been agreed.'
  return agreed
    ? `Agreed by ${agreed.by} on ${dayWords(agreed.at)}. What stands here is not changed any more.`
    : 'Agreed. What stands here is not changed any more.'
}

interface SectionProps {
  minutes: Minutes
  section: MinutesSection
  path: string
  onChanged: (minutes: Minutes) => void
}

const Section = ({ minutes, section, path, onChanged }: SectionProps) => {
  const find = (from: Minutes) => from.sections.find(({ id }) => id === section.id)!
  return (
    <section aria-labelledby={`section-${section.id}`}>
      <h2 class="govuk-heading-m" id={`section-${section.id}`}>
        {section.title}
      </h2>
      <div class={minutes.canWrite ? 'app-print-only' : undefined}>
        <MinutesWords words={section.words} />
      </div>
      {minutes.canWrite && (
        <div class="app-no-print">
          <KeptTextField
            id={`words-${section.id}`}
            label={`Minutes of “${section.title}”`}
            rows={Math.min(14, 2 + section.words.split('\n').length)}
            maxLength={20_000}
            saved={section}
            target={{
              called: `Minutes of “${section.title}”`,
              href: pageHere(),
              newest: async () => find(await ask<Minutes>(path)),
              send: async (words, version) => {
                const next = await ask<Minutes>(`${path}/sections/${section.id}`, {
                  method: 'PATCH',
                  body: { version, words },
                })
                onChanged(next)
                return find(next)
              },
            }}
          />
        </div>
      )}
    </section>
  )
}

/** So that nothing that was decided is forgotten when the minutes are agreed. */
const LeftOut = ({ decisions }: { decisions: readonly string[] }) => (
  <div class="govuk-inset-text">
    <p class="govuk-body">
      {decisions.length === 1 ? 'A decision does' : 'Some decisions do'} not stand in these minutes as taken down:
    </p>
    <ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">
      {decisions.map((words) => (
        <li class="app-words" key={words}>
          {words}
        </li>
      ))}
    </ul>
  </div>
)

/** For what was minuted after the meeting ended; nobody's changes are overwritten. */
const DraftAgain = ({ path, onDone }: { path: string; onDone: (minutes: Minutes) => void }) => {
  const { send, problem, isBusy } = useSending()
  return (
    <div>
      {problem && <ProblemSummary problem={problem} />}
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        aria-disabled={isBusy}
        onClick={() =>
          void send({}, async () => onDone(await ask<Minutes>(`${path}/draft`, { method: 'POST', body: {} })))
        }
      >
        Draft again from the agenda
      </button>
    </div>
  )
}

interface AddAddendumProps {
  meetingId: string
  path: string
  onDone: (minutes: Minutes) => void
}

const AddAddendum = ({ meetingId, path, onDone }: AddAddendumProps) => {
  const [isOpen, setIsOpen] = useState(() => hasBegun(`addendum-${meetingId}`))
  if (!isOpen)
    return (
      <button type="button" class="govuk-button govuk-button--secondary app-no-print" onClick={() => setIsOpen(true)}>
        Correct by an addendum
      </button>
    )
  return (
    <div class="app-no-print">
      <NewTextForm
        id={`addendum-${meetingId}`}
        called="An addendum to minutes"
        href={pageHere()}
        label="What is to be corrected?"
        hint="It stands below the minutes with your name and the day. No name or reference of a child."
        submitWords="Keep the addendum"
        emptyWords="Say what is to be corrected"
        onCancel={() => setIsOpen(false)}
        create={async (words, id) => {
          const next = await ask<Minutes>(`${path}/addenda`, { method: 'POST', body: { id, words } })
          setIsOpen(false)
          onDone(next)
        }}
      />
    </div>
  )
}
