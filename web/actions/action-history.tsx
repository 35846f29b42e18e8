import { useEffect } from 'preact/hooks'
import type { ActionDetail } from '../../server/actions/schema.ts'
import { useLoaded } from '../form/load.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { Timeline } from '../layout/timeline.tsx'
import { happenedWith } from './words.ts'

/** Everything that was done with an action and said of it. @param version changes when there is something new */
export const ActionHistory = ({ id, version }: { id: string; version: string }) => {
  const { data, problem, reload } = useLoaded<ActionDetail>(`/api/actions/${id}`)
  useEffect(() => {
    if (data && `${data.version} ${data.notes.length}` !== version) reload()
  }, [version])
  return (
    <div class="app-action__history">
      {problem && <ProblemSummary problem={problem} onRetry={reload} />}
      {!data && !problem && <p class="govuk-body">Loading…</p>}
      {data && (
        <Timeline
          steps={happenedWith(data).map(({ what, by, agency, words, at }) => ({
            words: what,
            at,
            by: agency ? `${by}, ${agency}` : by,
            why: words,
          }))}
        />
      )}
    </div>
  )
}
