import type { ReviewDetail } from '../../server/reviews/schema.ts'
import { LinkButton } from '../form/fields.tsx'
import { useLoaded } from '../form/load.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { Decisions } from './decisions.tsx'
import { StateTag } from './state-tag.tsx'
import { stepsOf } from './take-step.ts'

interface QuickDecisionProps {
  hotspot: { id: string; name: string }
  meetingId: string | undefined
  onDone: (sentence: string) => void
  onCancel: () => void
}

/** A decision about a place where it is talked of, without leaving it. */
export const QuickDecision = ({ hotspot, meetingId, onDone, onCancel }: QuickDecisionProps) => {
  const { data, problem, reload } = useLoaded<ReviewDetail>(`/api/reviews/${encodeURIComponent(hotspot.id)}`)
  return (
    <section class="app-quick" aria-label={`Decide on ${hotspot.name}`}>
      {problem && <ProblemSummary problem={problem} onRetry={reload} />}
      {!data && !problem && <p class="govuk-body">Loading…</p>}
      {data && (
        <>
          <p class="govuk-body">
            {data.name} is <StateTag {...data} />
            {stepsOf(data).length === 0 && '. There is nothing for you to decide about it.'}
          </p>
          <Decisions
            review={data}
            meetingId={meetingId}
            onDone={(_review, sentence) => onDone(sentence)}
            onNewest={reload}
          />
        </>
      )}
      <LinkButton onClick={onCancel}>Cancel</LinkButton>
    </section>
  )
}
