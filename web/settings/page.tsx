import { useState } from 'preact/hooks'
import type { SettingList } from '../../server/settings/schema.ts'
import { useLoaded } from '../form/load.ts'
import { Said } from '../form/said.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { may } from '../state/session.ts'
import { SettingCard } from './setting-card.tsx'

/** What the partnership has decided in numbers: the co-ordinator proposes, the chair approves, an administrator applies. */
export default () => {
  const { data, problem, isLoading, reload } = useLoaded<SettingList>('/api/settings')
  const [said, setSaid] = useState('')
  const settings = data?.settings ?? []
  const waiting = settings.filter(({ proposal }) => proposal)
  const done = (words: string) => {
    setSaid(words)
    reload()
  }
  return (
    <>
      <h1 class="govuk-heading-l">Settings</h1>
      <p class="govuk-body">
        These numbers are the partnership’s policy. The co-ordinator proposes a change, the chair approves it, and an
        administrator puts it into force. Months that are stored keep the numbers they were made with.
        {may('retention:read') && (
          <>
            {' '}
            <a class="govuk-link" href="/retention">
              What falls due for deletion
            </a>
            .
          </>
        )}
      </p>
      <Said words={said} />
      {problem && <ProblemSummary problem={problem} onRetry={reload} />}
      {!data && isLoading && <p class="govuk-body">Loading…</p>}
      {waiting.length > 0 && (
        <section aria-labelledby="waiting-title">
          <h2 class="govuk-heading-m" id="waiting-title">
            Changes that wait
          </h2>
          {waiting.map((setting) => (
            <SettingCard key={setting.name} setting={setting} onDone={done} />
          ))}
        </section>
      )}
      {data && (
        <section aria-labelledby="settings-title">
          <h2 class="govuk-heading-m" id="settings-title">
            {waiting.length > 0 ? 'All others' : 'All settings'}
          </h2>
          {settings
            .filter(({ proposal }) => !proposal)
            .map((setting) => (
              <SettingCard key={setting.name} setting={setting} onDone={done} />
            ))}
        </section>
      )}
    </>
  )
}
