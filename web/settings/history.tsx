import type { SettingHistory } from '../../server/settings/schema.ts'
import { momentWords } from '../dates.ts'
import { useLoaded } from '../form/load.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { unitWords, valueWords } from './value-words.ts'

/** What a setting was before each change, the newest first. */
export const History = ({ name, unit }: { name: string; unit: string }) => {
  const { data, problem, reload } = useLoaded<SettingHistory>(`/api/settings/${encodeURIComponent(name)}/history`)
  if (problem) return <ProblemSummary problem={problem} onRetry={reload} />
  if (!data) return <p class="govuk-body-s">Loading…</p>
  return (
    <ul class="govuk-list govuk-body-s app-history">
      {data.changes.map(({ was, value, changedBy, changedAt }) => (
        <li key={changedAt}>
          {momentWords(changedAt)}: from {was === null ? 'the default' : valueWords(was, unit)} to{' '}
          {valueWords(value, unit)} {unitWords(unit)}, by {changedBy}
        </li>
      ))}
    </ul>
  )
}
