import type { ReferralDetail } from '../../server/referrals/schema.ts'
import { minutesWords } from '../patrols/words.ts'
import { countOf } from '../words.ts'

/** What came of it, in sums: how many young people were met and what they brought up, and nothing about anybody. */
export const Outcome = ({ referral: { done, outcome, sessionsRequested } }: { referral: ReferralDetail }) => {
  if (done.sessions === 0) return null
  return (
    <section aria-labelledby="outcome-title">
      <h2 class="govuk-heading-m" id="outcome-title">
        What came of it
      </h2>
      <p class="govuk-body">
        <strong>{countOf(done.sessions, 'session')}</strong> of {sessionsRequested} asked for,{' '}
        {minutesWords(done.minutes)} in all.
        {done.contacts !== null && (
          <>
            {' '}
            Young people were met <strong>{countOf(done.contacts, 'time')}</strong>
            {done.onwardReferrals !== null && `, with ${countOf(done.onwardReferrals, 'onward referral')}`}.
          </>
        )}
      </p>
      {outcome && (
        <>
          <p class="govuk-body">
            {outcome.levels[0]} greeted, {outcome.levels[1]} talked with, {outcome.levels[2]} helped or met again. The
            same young person may be met in several sessions.
          </p>
          <h3 class="govuk-heading-s govuk-!-margin-bottom-1">What they brought up</h3>
          {outcome.themes.length > 0 && (
            <ul class="govuk-list govuk-list--bullet">
              {outcome.themes.map(({ theme, words, sessions }) => (
                <li key={theme}>
                  {words}: in {countOf(sessions, 'session')}
                </li>
              ))}
            </ul>
          )}
          <p class="govuk-body-s app-dim">
            {outcome.rarerThemes > 0 &&
              `${countOf(outcome.rarerThemes, outcome.themes.length > 0 ? 'further theme' : 'theme')} came up too seldom to be told. `}
            A theme is told once it came up in two sessions in which five young people or more were met.
          </p>
        </>
      )}
    </section>
  )
}
