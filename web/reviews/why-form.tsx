import { useEffect, useRef, useState } from 'preact/hooks'
import type { ReviewDetail, ReviewList } from '../../server/reviews/schema.ts'
import { SelectField, TextArea } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useLoaded } from '../form/load.ts'
import { useSending } from '../form/sending.ts'
import { doneSentence, MERGE, SPLIT, takeStep, type OfferedStep } from './take-step.ts'

interface WhyFormProps {
  step: OfferedStep
  review: ReviewDetail
  meetingId: string | undefined
  onDone: (review: ReviewDetail, sentence: string) => void
  onCancel: () => void
  onNewest: () => void
}

const HINTS: Record<string, string> = {
  confirm: 'Such as “three agencies know it” or “seen again in June by the youth team”.',
  dismiss: 'Such as “one child, who has an own plan”.',
  close: 'What has changed, and who will notice if it comes back.',
  merge: 'It keeps its own record; the work goes on at the other place.',
  split: 'What was counted together cannot be told apart afterwards: only the lineage is kept.',
}

/** The reason of a decision, and the other place where there is one. Never a child’s name or reference: partners read it. */
export const WhyForm = ({ step, review, meetingId, onDone, onCancel, onNewest }: WhyFormProps) => {
  const [why, setWhy] = useState('')
  const [other, setOther] = useState('')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector<HTMLElement>('select, textarea')?.focus(), [])
  const sending = useSending({ '/why': 'step-why', '/into': 'step-other', '/part': 'step-other' })
  const isOfTwo = step.step === MERGE.step || step.step === SPLIT.step
  const submit = () =>
    sending.send(
      {
        ...(isOfTwo && other === '' && { 'step-other': 'Choose the other place' }),
        ...(why.trim() === '' && { 'step-why': 'Say why' }),
      },
      async () => {
        const given = { why: why.trim(), meetingId, ...(isOfTwo && { other }) }
        onDone(await takeStep(review, step, given), doneSentence(step, review.name))
      },
    )
  return (
    <div ref={box}>
      <Form
        class="app-inset"
        sending={sending}
        submitWords={step.says}
        onSubmit={() => void submit()}
        onCancel={onCancel}
      >
        {sending.problem?.slug === 'changed-meanwhile' && (
          <p class="govuk-body">
            What you typed is still here.{' '}
            <button type="button" class="govuk-link app-link-button" onClick={onNewest}>
              Look at the newest
            </button>
          </p>
        )}
        {isOfTwo && (
          <OtherPlace
            step={step}
            review={review}
            value={other}
            error={sending.errors['step-other']}
            onChange={setOther}
          />
        )}
        <TextArea
          id="step-why"
          label={`${step.says}: why?`}
          hint={`${HINTS[step.step] ?? ''} Operational partners read this: no name or reference of a child.`.trim()}
          rows={3}
          maxLength={1000}
          error={sending.errors['step-why']}
          value={why}
          onInput={setWhy}
        />
      </Form>
    </div>
  )
}

interface OtherPlaceProps {
  step: OfferedStep
  review: ReviewDetail
  value: string
  error: string | undefined
  onChange: (id: string) => void
}

/** What was merged into it first, for a split; then the other open places. */
const OtherPlace = ({ step, review, value, error, onChange }: OtherPlaceProps) => {
  const { data } = useLoaded<ReviewList>('/api/reviews?state=open')
  const isSplit = step.step === SPLIT.step
  const back = isSplit ? review.includes.filter(({ isDirect }) => isDirect) : []
  const open = (data?.reviews ?? []).filter(({ id }) => id !== review.id)
  return (
    <SelectField
      id="step-other"
      label={isSplit ? 'Which place is parted from it?' : 'Into which place?'}
      hint={isSplit ? 'One that was merged into it comes back. Any other keeps its state.' : undefined}
      error={error}
      value={value}
      options={[
        { value: '', label: data ? 'Choose' : 'Loading…' },
        ...back.map(({ id, name }) => ({ value: id, label: `${name} (merged into it)` })),
        ...open.map(({ id, name, stateWords }) => ({ value: id, label: `${name} (${stateWords.toLowerCase()})` })),
      ]}
      onChange={onChange}
    />
  )
}
