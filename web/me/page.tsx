import { person } from '../state/session.ts'
import { roleWords } from '../words.ts'
import { ChangePassword } from './change-password.tsx'
import { OneTimeCodes } from './one-time-codes.tsx'
import { Sessions } from './sessions.tsx'

/** A person's own sign-in: who they are here, their password, one-time codes, and where they are signed in. */
export default () => {
  const { username, name, role, agency, areas, hasPassword, mustSetOneTimeCode } = person.value!
  const facts: [string, string][] = [
    ['Name', name],
    ['Username', username],
    ['Role', roleWords(role)],
    ['Agency', agency],
    ...(areas.length > 0 ? [['Areas', areas.map((area) => area.name).join(', ')] as [string, string]] : []),
  ]
  return (
    <div class="app-form">
      <h1 class="govuk-heading-l">My sign-in</h1>
      {mustSetOneTimeCode && (
        <div class="govuk-inset-text">
          Everybody who signs in with a password here needs one-time codes. Set them up below; then the other pages
          open.
        </div>
      )}
      <dl class="govuk-summary-list app-facts">
        {facts.map(([key, value]) => (
          <div class="govuk-summary-list__row" key={key}>
            <dt class="govuk-summary-list__key">{key}</dt>
            <dd class="govuk-summary-list__value app-break">{value}</dd>
          </div>
        ))}
      </dl>
      {hasPassword ? (
        <>
          <OneTimeCodes />
          <ChangePassword />
        </>
      ) : (
        <p class="govuk-body">You sign in with your organisation’s account: your password and codes are kept there.</p>
      )}
      <Sessions />
    </div>
  )
}
