import type { Run, SharedAnswer } from '../../server/runs/schema.ts'
import { periodWords, withParameters } from '../hotspots/filters.ts'
import { goTo } from '../state/router.ts'
import { monthWords } from './bands.ts'

interface RunChoiceProps {
  address: URL
  answer: { run: Pick<Run, 'id' | 'period'> | null; runs: SharedAnswer['runs'] } | undefined
  /** What stands there before there is a stored month. */
  none?: string
  /** The parameters that make no sense in another month. */
  forgets?: readonly string[]
}

/** Which stored month is shown. */
export const RunChoice = ({ address, answer, none = 'As partners see it', forgets = ['place'] }: RunChoiceProps) => {
  const run = answer?.run
  if (!run) return <p class="app-run-choice">{none}</p>
  const forgotten = Object.fromEntries(forgets.map((name) => [name, undefined]))
  return (
    <div class="app-run-choice">
      <label class="app-filter app-filter--select">
        <span class="app-filter__label">Stored month</span>
        <select
          class="app-filter__select"
          value={run.id}
          onChange={(event) => goTo(withParameters(address, { run: event.currentTarget.value, ...forgotten }))}
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
