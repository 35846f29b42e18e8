import type { SharedAnswer } from '../../server/runs/schema.ts'
import { periodWords, withParameters } from '../hotspots/filters.ts'
import { goTo } from '../state/router.ts'
import { monthWords } from './bands.ts'

/** Which stored month is shown: the only choice there is. */
export const RunChoice = ({ address, answer }: { address: URL; answer: SharedAnswer | undefined }) => {
  const run = answer?.run
  if (!run) return <p class="app-run-choice">As partners see it</p>
  return (
    <div class="app-run-choice">
      <label class="app-filter app-filter--select">
        <span class="app-filter__label">Stored month</span>
        <select
          class="app-filter__select"
          value={run.id}
          onChange={(event) => goTo(withParameters(address, { run: event.currentTarget.value, place: undefined }))}
        >
          {answer.runs.map(({ id, month }) => (
            <option key={id} value={id}>
              {monthWords(month)}
            </option>
          ))}
        </select>
      </label>
      <span class="app-run-choice__period">Counted over {periodWords(run.period)}</span>
    </div>
  )
}
