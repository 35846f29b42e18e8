import type { Setting, SettingProposal } from '../../server/settings/schema.ts'
import { momentWords } from '../dates.ts'
import { useSending } from '../form/sending.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { ask } from '../state/api.ts'
import { may } from '../state/session.ts'
import { unitWords, valueWords } from './value-words.ts'

interface ProposalProps {
  setting: Setting
  proposal: SettingProposal
  onDone: (words: string) => void
}

type Step = 'approve' | 'refuse' | 'apply' | 'withdraw'

const STEPS: Record<Step, { words: string; done: string; needs: string; in: SettingProposal['state'][] }> = {
  approve: {
    words: 'Approve',
    done: 'The change is approved. An administrator puts it into force.',
    needs: 'policy:approve',
    in: ['proposed'],
  },
  apply: { words: 'Put into force', done: 'The change is in force.', needs: 'policy:update', in: ['approved'] },
  refuse: {
    words: 'Refuse',
    done: 'The change is refused. The value stays as it was.',
    needs: 'policy:approve',
    in: ['proposed'],
  },
  withdraw: {
    words: 'Withdraw',
    done: 'The proposal is withdrawn.',
    needs: 'policy:create',
    in: ['proposed', 'approved'],
  },
}

/** A change on its way, with what this person may do about it. */
export const Proposal = ({ setting, proposal, onDone }: ProposalProps) => {
  const { id, value, reason, state, proposedBy, proposedAt, decidedBy, decidedAt } = proposal
  const { unit } = setting
  const sending = useSending()
  const act = (step: Step) =>
    sending.send({}, async () => {
      await ask(`/api/settings/proposals/${id}/${step}`, { method: 'POST' })
      onDone(STEPS[step].done)
    })
  const mine = (Object.keys(STEPS) as Step[]).filter((step) => may(STEPS[step].needs) && STEPS[step].in.includes(state))
  return (
    <div class="app-proposal">
      {sending.problem && <ProblemSummary problem={sending.problem} />}
      <p class="govuk-body govuk-!-margin-bottom-1">
        Proposed: <strong>{valueWords(value, unit)}</strong> {unitWords(unit)} instead of{' '}
        {valueWords(setting.value, unit)}. {reason}
      </p>
      <p class="govuk-body-s app-dim">
        By {proposedBy}, {momentWords(proposedAt)}. {state === 'proposed' && 'It waits for the chair.'}
        {state === 'approved' &&
          `Approved by ${decidedBy ?? 'the chair'}${decidedAt ? `, ${momentWords(decidedAt)}` : ''}. It waits for an administrator.`}
      </p>
      {mine.length > 0 && (
        <div class="govuk-button-group govuk-!-margin-bottom-0">
          {mine.map((step) => (
            <button
              type="button"
              key={step}
              class={`govuk-button${step === 'approve' || step === 'apply' ? '' : ' govuk-button--secondary'}`}
              aria-disabled={sending.isBusy}
              onClick={() => void act(step)}
            >
              {STEPS[step].words}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
