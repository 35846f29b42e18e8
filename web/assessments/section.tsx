import { useEffect, useRef, useState } from 'preact/hooks'
import type { AssessmentAnswer, AssessmentHistory } from '../../server/assessments/schema.ts'
import type { ReviewDetail } from '../../server/reviews/schema.ts'
import { dayWords } from '../dates.ts'
import { DateField, toDay, type TypedDay } from '../form/date-field.tsx'
import { Form } from '../form/form.tsx'
import { useLoaded } from '../form/load.ts'
import { Notice } from '../form/notice.tsx'
import { useSending } from '../form/sending.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { ask } from '../state/api.ts'
import { AssessmentForm } from './assessment-form.tsx'
import { AssessmentView, Goals } from './assessment-view.tsx'

/** The assessment of a place: the whole of it, or its goals for those who work there. */
export const AssessmentSection = ({ review }: { review: Pick<ReviewDetail, 'id' | 'state'> }) => {
  const path = `/api/assessments/${review.id}`
  const { data, problem, reload, replace } = useLoaded<AssessmentAnswer>(path)
  // What may be written hangs on the state of the place. What is being typed stays.
  const state = useRef(review.state)
  useEffect(() => {
    if (state.current !== review.state) reload()
    state.current = review.state
  }, [review.state])
  const [isOpen, setIsOpen] = useState<'write' | 'agree'>()
  const [said, setSaid] = useState('')
  const done = (answer: AssessmentAnswer, sentence: string) => {
    replace(answer)
    setIsOpen(undefined)
    setSaid(sentence)
  }
  return (
    <section class="app-section" aria-labelledby="assessment-title">
      <h2 class="govuk-heading-m" id="assessment-title">
        Assessment
      </h2>
      {said && (
        <Notice key={`${said} ${data?.assessment?.version}`} takesFocus>
          <p class="govuk-body govuk-!-margin-bottom-0">{said}</p>
        </Notice>
      )}
      {problem && <ProblemSummary problem={problem} onRetry={reload} />}
      {!data && !problem && <p class="govuk-body">Loading…</p>}
      {data && isOpen === 'write' && (
        <AssessmentForm
          answer={data}
          onCancel={() => setIsOpen(undefined)}
          onDone={(answer) => done(answer, 'The assessment is kept as a draft until the chair agrees it.')}
        />
      )}
      {data && isOpen !== 'write' && (
        <>
          <p class="govuk-body">{statusSentence(data, review.state)}</p>
          {data.assessment ? (
            <AssessmentView assessment={data.assessment} />
          ) : (
            data.summary && <Goals goals={data.summary.safetyGoals} />
          )}
          {isOpen === 'agree' ? (
            <AgreeForm
              answer={data}
              onCancel={() => setIsOpen(undefined)}
              onDone={(answer) => done(answer, 'The assessment is agreed. Partners can read its goals.')}
            />
          ) : (
            <div class="govuk-button-group">
              {data.canAgree && (
                <button type="button" class="govuk-button" onClick={() => setIsOpen('agree')}>
                  Agree it
                </button>
              )}
              {data.canWrite && (
                <button type="button" class="govuk-button govuk-button--secondary" onClick={() => setIsOpen('write')}>
                  {data.assessment ? 'Rewrite it' : 'Write the assessment'}
                </button>
              )}
            </div>
          )}
          {data.assessment && data.assessment.version > 1 && (
            <Earlier key={data.assessment.version} path={`${path}/history`} />
          )}
        </>
      )}
    </section>
  )
}

const CONFIRMED: ReviewDetail['state'][] = ['confirmed', 'under_assessment', 'plan_active', 'monitoring']

const statusSentence = ({ assessment, summary }: AssessmentAnswer, state: ReviewDetail['state']): string => {
  if (assessment?.agreedOn)
    return `Agreed on ${dayWords(assessment.agreedOn)} by ${assessment.agreedBy}, to be reviewed on ${dayWords(assessment.reviewOn)}.`
  if (assessment)
    return `A draft of ${dayWords(assessment.writtenAt)}, to be reviewed on ${dayWords(assessment.reviewOn)}. ${summary ? 'Partners go by the goals that were agreed before.' : 'Partners do not see it.'}`
  if (summary) return `Agreed on ${dayWords(summary.agreedOn)}, to be reviewed on ${dayWords(summary.reviewOn)}.`
  return CONFIRMED.includes(state)
    ? 'There is no agreed assessment of this place yet.'
    : 'There is no agreed assessment of this place. A place is assessed while it is confirmed.'
}

interface AgreeFormProps {
  answer: AssessmentAnswer
  onDone: (answer: AssessmentAnswer) => void
  onCancel: () => void
}

const AgreeForm = ({ answer, onDone, onCancel }: AgreeFormProps) => {
  const [on, setOn] = useState<TypedDay>({ day: '', month: '', year: '' })
  const sending = useSending({ '/agreedOn': 'agreedOn' })
  const submit = () => {
    const agreedOn = toDay(on)
    return sending.send(agreedOn ? {} : { agreedOn: 'Give the day it was agreed on' }, async () => {
      const body = { version: answer.assessment!.version, agreedOn }
      onDone(await ask<AssessmentAnswer>(`/api/assessments/${answer.hotspotId}/agree`, { method: 'POST', body }))
    })
  }
  return (
    <Form
      class="app-inset"
      sending={sending}
      submitWords="Agree this assessment"
      onSubmit={() => void submit()}
      onCancel={onCancel}
    >
      <DateField
        id="agreedOn"
        label="On which day did the group agree it?"
        error={sending.errors.agreedOn}
        value={on}
        onChange={setOn}
      />
    </Form>
  )
}

/** What it was before, fetched when it is asked for. */
const Earlier = ({ path }: { path: string }) => {
  const [isOpen, setIsOpen] = useState(false)
  const { data, problem, reload } = useLoaded<AssessmentHistory>(isOpen ? path : undefined)
  return (
    <details class="govuk-details" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">What it was before</span>
      </summary>
      <div class="govuk-details__text">
        {problem && <ProblemSummary problem={problem} onRetry={reload} />}
        {!data && !problem && <p class="govuk-body">Loading…</p>}
        {data?.revisions.map((assessment) => (
          <details class="govuk-details" key={assessment.version}>
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">
                Version {assessment.version}, {dayWords(assessment.writtenAt)}
                {assessment.agreedOn ? `, agreed on ${dayWords(assessment.agreedOn)}` : ', a draft'}
              </span>
            </summary>
            <div class="govuk-details__text">
              <AssessmentView assessment={assessment} />
            </div>
          </details>
        ))}
      </div>
    </details>
  )
}
