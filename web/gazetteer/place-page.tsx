import { useEffect, useState } from 'preact/hooks'
import type { Place, PlaceHistory } from '../../server/gazetteer/schema.ts'
import { useLoaded } from '../form/load.ts'
import { Notice } from '../form/notice.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { ask } from '../state/api.ts'
import { goTo } from '../state/router.ts'
import { may } from '../state/session.ts'
import { EMPTY_PLACE, toDraft, toPlaceChange, toPlaceInput, type PlaceDraft } from './place-draft.ts'
import { PlaceEditor } from './place-editor.tsx'
import { PlaceFacts } from './place-facts.tsx'
import { History, Retirement } from './place-history.tsx'

/** One place: drawn and named, or new. */
export default ({ id }: { id: string }) => (
  <>
    <a class="govuk-back-link" href="/places">
      Places
    </a>
    {id === 'new' ? <NewPlace /> : <KnownPlace id={id} />}
  </>
)

const NewPlace = () => {
  const save = async (draft: PlaceDraft) => {
    const place = await ask<Place>('/api/places', { method: 'POST', body: toPlaceInput(draft) })
    goTo(`/places/${place.id}?saved=new`)
  }
  return (
    <>
      <h1 class="govuk-heading-l">Draw a new place</h1>
      <PlaceEditor initial={EMPTY_PLACE} saveWords="Keep this place" onSave={save} />
    </>
  )
}

const KnownPlace = ({ id }: { id: string }) => {
  const path = `/api/places/${encodeURIComponent(id)}`
  const { data: place, problem, isLoading, reload, replace } = useLoaded<Place>(path)
  const canChange = may('gazetteer:update')
  const history = useLoaded<PlaceHistory>(canChange ? `${path}/history` : undefined)
  const isNew = new URL(window.location.href).searchParams.has('saved')
  const [said, setSaid] = useState(isNew ? 'The place is kept.' : '')
  const [shown, setShown] = useState<PlaceHistory['revisions'][number]>()
  useEffect(() => {
    // Said once: loading the page again must not say it anew.
    if (isNew) goTo(`/places/${id}`, { replace: true })
  }, [])

  const changed = (next: Place, words: string) => {
    replace(next)
    setSaid(words)
    history.reload()
  }
  const save = async (draft: PlaceDraft, isOverNewest: boolean) => {
    if (!place) return
    setSaid('')
    const change = toPlaceChange(draft, place)
    if (Object.keys(change).length === 1) return setSaid('Nothing was changed.')
    // What I changed goes over the newest version; what I left alone stays as somebody else made it.
    const { version } = isOverNewest ? await ask<Place>(path) : place
    changed(await ask<Place>(path, { method: 'PATCH', body: { ...change, version } }), 'The change is kept.')
  }

  if (problem?.status === 404)
    return (
      <>
        <h1 class="govuk-heading-l">This place is not known</h1>
        <p class="govuk-body">The link may be incomplete. A place that was retired can still be found in the list.</p>
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
          {place.retiredAt && <div class="govuk-inset-text">Retired: {place.retiredReason}</div>}
          {canChange ? (
            <PlaceEditor
              key={place.version}
              initial={toDraft(place)}
              shown={shown}
              saveWords="Keep the change"
              onSave={save}
              onNewest={reload}
            />
          ) : (
            <PlaceFacts place={place} />
          )}
          <p class="govuk-body-s app-dim app-break">Source: {place.source}</p>
          {canChange && (
            <>
              <Retirement key={`retire ${place.version}`} place={place} onChanged={changed} onNewest={reload} />
              <History history={history.data} shown={shown} onShow={setShown} />
            </>
          )}
        </>
      )}
    </>
  )
}
