import { useEffect, useState } from 'preact/hooks'
import type { SafePlace, SafePlaceHistory } from '../../server/safe-places/schema.ts'
import { dayWords, momentWords } from '../dates.ts'
import { LinkButton, TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useLoaded } from '../form/load.ts'
import { Notice } from '../form/notice.tsx'
import { useSending } from '../form/sending.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { WorkTabs } from '../layout/work-tabs.tsx'
import { ask } from '../state/api.ts'
import { address, goTo } from '../state/router.ts'
import { may } from '../state/session.ts'
import { EMPTY_SAFE_PLACE, toDraft, toInput, type SafePlaceDraft } from './draft.ts'
import { openWords } from './hours.ts'
import { SafePlaceForm } from './safe-place-form.tsx'
import { SafePlacesMap } from './safe-places-map.tsx'
import { KIND_WORDS, Sign } from './signs.tsx'

/** One safe place or guardian, or a new one. */
export default ({ id }: { id: string }) => (
  <>
    <WorkTabs />
    <a class="govuk-back-link" href="/safe-places">
      Safe places and guardians
    </a>
    {id === 'new' ? <NewSafePlace /> : <KnownSafePlace id={id} />}
  </>
)

const NewSafePlace = () => {
  const save = async (draft: SafePlaceDraft) => {
    const made = await ask<SafePlace>('/api/safe-places', { method: 'POST', body: toInput(draft) })
    goTo(`/safe-places/${made.id}?saved=new`)
  }
  return (
    <>
      <h1 class="govuk-heading-l">Put a safe place or a guardian on the map</h1>
      <SafePlaceForm initial={EMPTY_SAFE_PLACE} saveWords="Keep it" onSave={save} />
    </>
  )
}

const KnownSafePlace = ({ id }: { id: string }) => {
  const path = `/api/safe-places/${encodeURIComponent(id)}`
  const { data: place, problem, isLoading, reload, replace } = useLoaded<SafePlace>(path)
  const history = useLoaded<SafePlaceHistory>(`${path}/history`)
  const isNew = address.value.searchParams.has('saved')
  const [said, setSaid] = useState(isNew ? 'It is on the map.' : '')
  const [isEditing, setIsEditing] = useState(false)
  useEffect(() => {
    // Said once: loading the page again must not say it anew.
    if (isNew) goTo(`/safe-places/${id}`, { replace: true })
  }, [])
  const changed = (next: SafePlace, words: string) => {
    replace(next)
    setSaid(words)
    setIsEditing(false)
    history.reload()
  }
  const save = async (draft: SafePlaceDraft, isOverNewest: boolean) => {
    const { version } = isOverNewest ? await ask<SafePlace>(path) : place!
    changed(await ask<SafePlace>(path, { method: 'PUT', body: { ...toInput(draft), version } }), 'The change is kept.')
  }

  if (problem?.status === 404)
    return (
      <>
        <h1 class="govuk-heading-l">This safe place is not known</h1>
        <p class="govuk-body">The link may be incomplete.</p>
      </>
    )
  return (
    <>
      {said && (
        <Notice key={`${said} ${place?.version}`} takesFocus>
          <p class="govuk-body govuk-!-margin-bottom-0">{said}</p>
        </Notice>
      )}
      {problem && <ProblemSummary problem={problem} onRetry={reload} />}
      {!place && isLoading && <p class="govuk-body">Loading…</p>}
      {place && (
        <>
          <h1 class="govuk-heading-l app-break">{place.name}</h1>
          {place.retiredAt && (
            <div class="govuk-inset-text">
              Retired on {dayWords(place.retiredAt)}: {place.retiredWhy}
            </div>
          )}
          {isEditing ? (
            <SafePlaceForm
              initial={toDraft(place)}
              saveWords="Keep the change"
              onSave={save}
              onCancel={() => setIsEditing(false)}
            />
          ) : (
            <>
              <Facts place={place} />
              {may('safePlace:update') && (
                <Keeping key={place.version} place={place} onEdit={() => setIsEditing(true)} onChanged={changed} />
              )}
              <Earlier history={history.data} />
            </>
          )}
        </>
      )}
    </>
  )
}

const Facts = ({ place }: { place: SafePlace }) => (
  <div class="app-place">
    <dl class="govuk-summary-list app-facts">
      {(
        [
          [
            'Kind',
            <>
              <Sign kind={place.kind} /> {KIND_WORDS[place.kind]}
            </>,
          ],
          ['Somebody is there', openWords(place.openHours)],
          ['Ask for', place.contactRole || 'Nobody is named'],
          ['Notes', place.notes || 'None'],
          ['Last changed', `${dayWords(place.changedAt)} by ${place.changedBy}`],
        ] as const
      ).map(([name, value]) => (
        <div class="govuk-summary-list__row" key={name}>
          <dt class="govuk-summary-list__key">{name}</dt>
          <dd class="govuk-summary-list__value app-words">{value}</dd>
        </div>
      ))}
    </dl>
    <div>
      <SafePlacesMap label={`Map of ${place.name}`} safePlaces={[place]} isClose />
    </div>
  </div>
)

interface KeepingProps {
  place: SafePlace
  onEdit: () => void
  onChanged: (place: SafePlace, words: string) => void
}

const Keeping = ({ place, onEdit, onChanged }: KeepingProps) => {
  const [isRetiring, setIsRetiring] = useState(false)
  const [why, setWhy] = useState('')
  const sending = useSending({ '/why': 'retire-why' })
  const post = async (step: string, body: object, words: string) =>
    onChanged(
      await ask<SafePlace>(`/api/safe-places/${place.id}/${step}`, {
        method: 'POST',
        body: { version: place.version, ...body },
      }),
      words,
    )
  if (isRetiring)
    return (
      <Form
        class="app-inset"
        sending={sending}
        submitWords={`Retire ${place.name}`}
        onSubmit={() =>
          void sending.send(why.trim() === '' ? { 'retire-why': 'Say why it is retired' } : {}, () =>
            post('retire', { why: why.trim() }, 'It is retired.'),
          )
        }
        onCancel={() => setIsRetiring(false)}
      >
        <TextField
          id="retire-why"
          label={`Why is ${place.name} retired?`}
          hint="Such as “closed in May”. It stays in the history and counts for no place any more."
          maxLength={500}
          error={sending.errors['retire-why']}
          value={why}
          onInput={setWhy}
        />
      </Form>
    )
  return (
    <>
      {sending.problem && <ProblemSummary problem={sending.problem} />}
      <div class="govuk-button-group">
        {place.retiredAt ? (
          <button
            type="button"
            class="govuk-button govuk-button--secondary"
            onClick={() => void sending.send({}, () => post('restore', {}, 'It is in use again.'))}
          >
            Bring it back
          </button>
        ) : (
          <>
            <button type="button" class="govuk-button" onClick={onEdit}>
              Change it
            </button>
            <LinkButton onClick={() => setIsRetiring(true)}>Retire it</LinkButton>
          </>
        )}
      </div>
    </>
  )
}

/** What it was before each change. */
const Earlier = ({ history }: { history: SafePlaceHistory | undefined }) =>
  history && history.revisions.length > 0 ? (
    <section aria-labelledby="earlier-title">
      <h2 class="govuk-heading-m" id="earlier-title">
        What it was before
      </h2>
      <ol class="app-timeline">
        {history.revisions.map((was) => (
          <li class="app-timeline__item" key={was.version}>
            <strong class="app-break">
              {was.name}, {KIND_WORDS[was.kind].toLowerCase()}
            </strong>
            {was.retiredAt && ' (retired)'}
            <span class="app-timeline__when">
              as of {momentWords(was.changedAt)}, {was.changedBy}
            </span>
            <p class="app-timeline__why">{openWords(was.openHours)}</p>
          </li>
        ))}
      </ol>
    </section>
  ) : null
