import type { ShiftRoute } from '../../server/shifts/schema.ts'
import { metresWords, minutesWords } from '../patrols/words.ts'

/** What the shift comes to, and what that rests on. */
export const RouteFacts = ({ route: { totals, coverage, method, how } }: { route: ShiftRoute }) => (
  <>
    <dl class="app-bands app-bands--wrap">
      <div>
        <dt>Visits planned</dt>
        <dd>{totals.visits}</dd>
      </div>
      <div>
        <dt>Minutes there</dt>
        <dd>{totals.visitMinutes}</dd>
      </div>
      <div>
        <dt>{how === 'foot' ? 'Walking' : 'Driving'}</dt>
        <dd>{metresWords(totals.metres)}</dd>
      </div>
      <div>
        <dt>On the way</dt>
        <dd>{minutesWords(totals.travelMinutes)}</dd>
      </div>
      <div>
        <dt>Best windows met</dt>
        <dd>{coverage.inShift === 0 ? 'none falls into it' : `${coverage.met} of ${coverage.inShift}`}</dd>
      </div>
    </dl>
    <p class="app-small app-quiet">{method.says}</p>
    <p class="app-small app-quiet">
      {coverage.inShift} of the {coverage.inWeek} best windows that these places have in a week fall into this shift.{' '}
      {coverage.why}
    </p>
  </>
)
