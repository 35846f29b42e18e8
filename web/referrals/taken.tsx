import type { ReferralDetail } from '../../server/referrals/schema.ts'
import { momentWords } from '../dates.ts'
import { roleWords } from '../words.ts'

/** The steps that were taken, the latest first. */
export const Taken = ({ taken }: Pick<ReferralDetail, 'taken'>) => (
  <section aria-labelledby="taken-title">
    <h2 class="govuk-heading-m" id="taken-title">
      What happened so far
    </h2>
    <ol class="app-timeline">
      {taken.toReversed().map(({ step, at, by, role, toWords, why }) => (
        <li class="app-timeline__item" key={`${at} ${step}`}>
          <strong>{toWords}</strong>
          <span class="app-timeline__when">
            {momentWords(at)}, {by}
            {role && ` (${roleWords(role).toLowerCase()})`}
          </span>
          {why && <p class="app-timeline__why">{why}</p>}
        </li>
      ))}
    </ol>
  </section>
)
