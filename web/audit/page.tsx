import type { AuditLogLine, AuditPage } from '../../server/audit/schema.ts'
import { useList } from '../form/load.ts'
import { MoreButton } from '../form/more.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import { toQueryString } from '../state/api.ts'
import { address, goTo } from '../state/router.ts'
import { may } from '../state/session.ts'
import { Health } from './health.tsx'
import { LogLines } from './log-lines.tsx'
import { LogSearch } from './log-search.tsx'
import { FILTERS, type LogFilters } from './filters.ts'

/** Who looked at what: for information governance. Administrators are told only whether the log is whole. */
export default () => (
  <>
    <h1 class="govuk-heading-l">Access log</h1>
    {may('auditHealth:read') && <Health />}
    {may('auditLog:read') ? (
      <Log />
    ) : (
      <p class="govuk-body">The lines of the log are read by the information governance auditor, not in your role.</p>
    )}
  </>
)

const Log = () => {
  const parameters = address.value.searchParams
  const filters = Object.fromEntries(FILTERS.map((name) => [name, parameters.get(name) ?? ''])) as LogFilters
  const list = useList<AuditPage, AuditLogLine>(`/api/audit${toQueryString({ ...filters })}`, ({ lines }) => lines)
  const isFiltered = Object.values(filters).some((value) => value !== '')
  return (
    <>
      <LogSearch
        key={address.value.search}
        filters={filters}
        onSearch={(next) => goTo(`/access-log${toQueryString({ ...next })}`)}
      />
      {list.problem && <ProblemSummary problem={list.problem} onRetry={list.reload} />}
      {!list.data && list.isLoading && <p class="govuk-body">Loading…</p>}
      {list.data && list.items.length === 0 && (
        <p class="govuk-body">
          {isFiltered ? 'No line fits. Try a longer period, or fewer words.' : 'No line is there yet.'}
        </p>
      )}
      {list.items.length > 0 && <LogLines lines={list.items} />}
      <MoreButton list={list} words="Show earlier lines" />
      <p class="govuk-body-s app-dim">Reading this log is logged as well.</p>
    </>
  )
}
