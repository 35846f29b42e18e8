import type { RunFindings } from '../../server/findings/schema.ts'
import { LeftOut } from '../hotspots/left-out.tsx'
import { headline } from '../hotspots/sentences.ts'
import { monthWords } from '../shared/bands.ts'

/** “14 places, 1,012 reports, June 2023”, and every report that is not on the map. */
export const MonthHeadline = ({ findings }: { findings: RunFindings }) => (
  <div class="app-headline">
    <h1 class="app-headline__count">
      {headline(findings)}, <span class="app-month__name">{monthWords(findings.run.month)}</span>
    </h1>
    <LeftOut leftOut={findings.leftOut} />
  </div>
)

/** What else there is to know of a stored month. */
export const Onwards = ({ run }: Pick<RunFindings, 'run'>) => (
  <ul class="app-onwards app-no-print">
    <li>
      <a class="govuk-link" href={`/backtest?run=${run.id}`}>
        Would last month’s map have helped?
      </a>
    </li>
    <li>
      <a class="govuk-link" href={`/runs/${run.id}`}>
        What partners see of this month, and what is withheld
      </a>
    </li>
  </ul>
)
