import type { SessionAnswer } from '../../server/sign-in/schema.ts'
import { LinkButton } from '../form/fields.tsx'
import { roleWords } from '../words.ts'

type DemoAccount = NonNullable<SessionAnswer['demoAccounts']>[number]

interface DemoAccountsProps {
  accounts: readonly DemoAccount[]
  onChoose: (account: DemoAccount) => void
}

/** One account a role, where all data are invented: nothing to type. */
export const DemoAccounts = ({ accounts, onChoose }: DemoAccountsProps) => {
  const passwords = [...new Set(accounts.map(({ password }) => password))]
  return (
    <section aria-labelledby="demo-title" class="app-demo">
      <h2 class="govuk-heading-m govuk-!-margin-bottom-2" id="demo-title">
        Accounts of this demonstration
      </h2>
      <p class="govuk-body govuk-!-margin-bottom-2">
        Choose a role to sign in with it: it sees what it would see of real data.
        {passwords.length === 1 && (
          <>
            {' '}
            All have the password <code>{passwords[0]}</code>.
          </>
        )}
      </p>
      <table class="govuk-table app-table--tight">
        <caption class="govuk-visually-hidden">One account for each role</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <th scope="col" class="govuk-table__header">
              Role
            </th>
            <th scope="col" class="govuk-table__header">
              Username
            </th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {accounts.map((account) => (
            <tr class="govuk-table__row" key={account.username}>
              <th scope="row" class="govuk-table__header">
                <LinkButton onClick={() => onChoose(account)}>
                  <span class="govuk-visually-hidden">Sign in as </span>
                  {roleWords(account.role)}
                </LinkButton>
              </th>
              <td class="govuk-table__cell">{account.username}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
