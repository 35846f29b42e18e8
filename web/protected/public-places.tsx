import { useState } from 'preact/hooks'
import type { PlaceList } from '../../server/gazetteer/schema.ts'
import type { PublicPlace, PublicPlaceList } from '../../server/protected/schema.ts'
import { dayWords } from '../dates.ts'
import { LinkButton, SelectField, TextArea } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useLoaded } from '../form/load.ts'
import { Said } from '../form/said.tsx'
import { useSending } from '../form/sending.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { ask } from '../state/api.ts'
import { may } from '../state/session.ts'

/** Named places near a protected setting that everybody knows anyway: shown all the same where the chair approves. */
export const PublicPlaces = () => {
  const { data, problem, reload } = useLoaded<PublicPlaceList>('/api/public-places')
  const [said, setSaid] = useState('')
  const sending = useSending()
  const canApprove = may('publicPlace:approve')
  const done = (words: string) => {
    setSaid(words)
    reload()
  }
  const takeBack = ({ placeId, name }: PublicPlace) =>
    sending.send({}, async () => {
      await ask(`/api/public-places/${placeId}`, { method: 'DELETE' })
      done(`The approval of ${name} is taken back. It counts from the next run on.`)
    })
  return (
    <section aria-labelledby="public-title">
      <h2 class="govuk-heading-m" id="public-title">
        Places that are public in their own right
      </h2>
      <p class="govuk-body">
        A named place near a protected setting is shown only if everybody knows it anyway, such as a shopping centre,
        and the chair approves it.
      </p>
      <Said words={said} />
      {(problem ?? sending.problem) && <ProblemSummary problem={(problem ?? sending.problem)!} />}
      {data?.places.length === 0 && <p class="govuk-body">None is approved.</p>}
      {data && data.places.length > 0 && (
        <ul class="govuk-list app-rows">
          {data.places.map((place) => (
            <li class="app-rows__row" key={place.placeId}>
              <span>
                <strong>{place.name}</strong>
                <span class="app-dim app-table__under">
                  {place.reason} Approved by {place.approvedBy}, {dayWords(place.approvedAt)}
                </span>
              </span>
              {canApprove && (
                <LinkButton onClick={() => void takeBack(place)}>
                  Take back<span class="govuk-visually-hidden"> the approval of {place.name}</span>
                </LinkButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {canApprove && <Approve approved={data?.places ?? []} onDone={done} />}
    </section>
  )
}

const Approve = ({ approved, onDone }: { approved: readonly PublicPlace[]; onDone: (words: string) => void }) => {
  const known = useLoaded<PlaceList>('/api/places?limit=500')
  const [placeId, setPlaceId] = useState('')
  const [reason, setReason] = useState('')
  const sending = useSending({ '/placeId': 'public-place', '/reason': 'public-reason' })
  const places = (known.data?.places ?? []).filter(({ id }) => !approved.some((one) => one.placeId === id))
  const approve = () => {
    const wrong = {
      ...(placeId === '' && { 'public-place': 'Choose a place' }),
      ...(reason.trim() === '' && { 'public-reason': 'Say why it is public in its own right' }),
    }
    return sending.send(wrong, async () => {
      const { name } = await ask<PublicPlace>('/api/public-places', {
        method: 'POST',
        body: { placeId, reason: reason.trim() },
      })
      setPlaceId('')
      setReason('')
      onDone(`${name} is approved. It counts from the next run on.`)
    })
  }
  return (
    <Form
      class="app-inset"
      sending={sending}
      submitWords="Approve the place"
      isSecondary
      onSubmit={() => void approve()}
    >
      <SelectField
        id="public-place"
        label="Place"
        error={sending.errors['public-place']}
        value={placeId}
        options={[{ value: '', label: 'Choose' }, ...places.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={setPlaceId}
      />
      <TextArea
        id="public-reason"
        label="Why it is public in its own right"
        error={sending.errors['public-reason']}
        rows={2}
        maxLength={500}
        value={reason}
        onInput={setReason}
      />
    </Form>
  )
}
