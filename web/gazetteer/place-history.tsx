import { useState } from 'preact/hooks'
import type { Place, PlaceHistory } from '../../server/gazetteer/schema.ts'
import { momentWords } from '../dates.ts'
import { LinkButton, TextField } from '../form/fields.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { ApiError, ask } from '../state/api.ts'
import { PLACE_CATEGORY_WORDS } from '../words.ts'

interface RetirementProps {
  place: Place
  onChanged: (place: Place, words: string) => void
  onNewest: () => void
}

/** Taking a place out of use, with the reason, and bringing it back. */
export const Retirement = ({ place, onChanged, onNewest }: RetirementProps) => {
  const [isOpen, setIsOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string>()
  const [problem, setProblem] = useState<ApiError>()
  const send = async (action: 'retire' | 'restore', words: string) => {
    const body = { version: place.version, ...(action === 'retire' && { reason: reason.trim() }) }
    try {
      onChanged(await ask<Place>(`/api/places/${place.id}/${action}`, { method: 'POST', body }), words)
    } catch (refused) {
      setProblem(refused as ApiError)
    }
  }
  const retire = (event: Event) => {
    event.preventDefault()
    if (reason.trim() !== '') return void send('retire', 'The place is retired.')
    setError('Say in a few words why the place is retired')
    document.getElementById('retire-reason')?.focus()
  }

  return (
    <section aria-labelledby="retire-title">
      <h2 class="govuk-heading-m" id="retire-title">
        {place.retiredAt ? 'Bring it back' : 'Retire it'}
      </h2>
      {problem && <ProblemSummary problem={problem} {...(problem.status === 409 ? { onRetry: onNewest } : {})} />}
      {place.retiredAt && (
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          onClick={() => void send('restore', 'The place is in use again.')}
        >
          Bring this place back
        </button>
      )}
      {!place.retiredAt && !isOpen && (
        <p class="govuk-body">
          A place that is gone is retired, not removed: its reports and its history stay.{' '}
          <LinkButton onClick={() => setIsOpen(true)}>Retire this place</LinkButton>
        </p>
      )}
      {!place.retiredAt && isOpen && (
        <form class="app-inset" noValidate onSubmit={retire}>
          <TextField
            id="retire-reason"
            label={`Why is ${place.name} retired?`}
            hint="Such as “closed in May” or “now part of Derbion”. No report is placed here by its name afterwards."
            error={error}
            maxLength={500}
            value={reason}
            onInput={setReason}
          />
          <div class="govuk-button-group govuk-!-margin-bottom-0">
            <button type="submit" class="govuk-button govuk-button--warning">
              Retire {place.name}
            </button>
            <LinkButton onClick={() => setIsOpen(false)}>Cancel</LinkButton>
          </div>
        </form>
      )}
    </section>
  )
}

const CHANGE_WORDS: Record<string, string> = {
  moved: 'Outline moved',
  renamed: 'Renamed',
  described: 'Described anew',
  retired: 'Retired',
  restored: 'Brought back',
  imported: 'Changed by a file',
}

type Revision = PlaceHistory['revisions'][number]

interface HistoryProps {
  history: PlaceHistory | undefined
  shown: Revision | undefined
  onShow: (revision: Revision | undefined) => void
}

/** What the place was before each change. */
export const History = ({ history, shown, onShow }: HistoryProps) => (
  <section aria-labelledby="history-title">
    <h2 class="govuk-heading-m" id="history-title">
      What it was before
    </h2>
    {history?.revisions.length === 0 && <p class="govuk-body">It has not been changed since it was made.</p>}
    <ul class="govuk-list app-history">
      {history?.revisions.map((revision) => (
        <li key={revision.version}>
          <strong>{CHANGE_WORDS[revision.change] ?? revision.change}</strong> {momentWords(revision.changedAt)}. Before
          that: {revision.name}, {PLACE_CATEGORY_WORDS[revision.category].toLowerCase()}.{' '}
          <LinkButton
            aria-pressed={shown?.version === revision.version}
            onClick={() => onShow(shown?.version === revision.version ? undefined : revision)}
          >
            {shown?.version === revision.version ? 'Hide its outline' : 'Show its outline on the map'}
            <span class="govuk-visually-hidden"> before {momentWords(revision.changedAt)}</span>
          </LinkButton>
        </li>
      ))}
    </ul>
  </section>
)
