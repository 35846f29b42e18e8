import type { ReferralDetail } from '../../server/referrals/schema.ts'
import { Timeline } from '../layout/timeline.tsx'
import { roleWords } from '../words.ts'

/** The steps that were taken, the latest first. */
export const Taken = ({ taken }: Pick<ReferralDetail, 'taken'>) => (
  <section aria-labelledby="taken-title">
    <h2 class="govuk-heading-m" id="taken-title">
      What happened so far
    </h2>
    <Timeline
      steps={taken
        .toReversed()
        .map((step) => ({ ...step, words: step.toWords, role: step.role && roleWords(step.role).toLowerCase() }))}
    />
  </section>
)
