import type { RunList } from '../../server/runs/schema.ts'
import { useLoaded, type Loaded } from '../form/load.ts'

/** What is said of the stored month that an address names, or of the newest. */
export const useStoredMonth = <Answer extends { run: { id: string } }>(
  address: URL,
  what: 'findings' | 'backtest',
): Loaded<Answer> & { hasNone: boolean } => {
  const asked = address.searchParams.get('run')
  const list = useLoaded<RunList>(asked ? undefined : '/api/runs')
  const newest = list.data?.runs.find(({ kind }) => kind === 'month')?.id
  const id = asked ?? newest
  const month = useLoaded<Answer>(id ? `/api/runs/${encodeURIComponent(id)}/${what}` : undefined)
  const problem = asked ? undefined : list.problem
  return {
    ...month,
    problem: problem ?? month.problem,
    reload: problem ? list.reload : month.reload,
    isLoading: month.isLoading || list.isLoading,
    hasNone: !asked && list.data !== undefined && !newest,
  }
}
