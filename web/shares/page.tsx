import { useState } from 'preact/hooks'
import type { ChildShareList } from '../../server/children/schema.ts'
import { dayWords } from '../dates.ts'
import { LinkButton } from '../form/fields.tsx'
import { useLoaded } from '../form/load.ts'
import { Said } from '../form/said.tsx'
import { useSending } from '../form/sending.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { ask } from '../state/api.ts'
import { may } from '../state/session.ts'
import { roleWords } from '../words.ts'
import { ShareChild } from './share-child.tsx'

/** Which children are shared with a practitioner, the exploitation team or the quality auditor. */
export default () => {
  const { data, problem, isLoading, reload } = useLoaded<ChildShareList>('/api/child-shares')
  const [said, setSaid] = useState('')
  const sending = useSending()
  const done = (words: string) => {
    setSaid(words)
    reload()
  }
  const end = (id: string, reference: string) =>
    sending.send({}, async () => {
      await ask(`/api/child-shares/${id}`, { method: 'DELETE' })
      done(`${reference} is not shared that way any more.`)
    })
  return (
    <>
      <a class="govuk-back-link" href="/data">
        Data
      </a>
      <h1 class="govuk-heading-l">Children shared with others</h1>
      <p class="govuk-body">
        A practitioner sees the reports of children that are shared with them; the exploitation team and the quality
        auditor, those that are shared with their role.
      </p>
      <Said words={said} />
      {(problem ?? sending.problem) && <ProblemSummary problem={(problem ?? sending.problem)!} onRetry={reload} />}
      {!data && isLoading && <p class="govuk-body">Loading…</p>}
      {data && may('childShare:create') && <ShareChild practitioners={data.practitioners} onDone={done} />}
      {data?.shares.length === 0 && <p class="govuk-body">No child is shared.</p>}
      {data && data.shares.length > 0 && (
        <ul class="govuk-list app-rows">
          {data.shares.map(({ id, reference, person, role, sharedAt }) => {
            const withWhom = person?.name ?? roleWords(role ?? '')
            return (
              <li class="app-rows__row" key={id}>
                <span>
                  <strong>{reference}</strong> with {withWhom}
                  <span class="app-dim app-table__under">Since {dayWords(sharedAt)}</span>
                </span>
                <LinkButton onClick={() => void end(id, reference)}>
                  End
                  <span class="govuk-visually-hidden">
                    : {reference} with {withWhom}
                  </span>
                </LinkButton>
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}
