import type { FoundHotspot, RunFindings } from '../../server/findings/schema.ts'
import { dayWords, momentWords } from '../dates.ts'
import { chanceWords } from '../findings/sentences.ts'
import { addDays, periodWords } from '../hotspots/filters.ts'
import { numberWords } from '../hotspots/sentences.ts'

interface PanelHowProps {
  hotspot: FoundHotspot
  run: RunFindings
}

/** By which method, with which parameters, from which data, and with which limits. */
export const PanelHow = ({ hotspot, run }: PanelHowProps) => (
  <details class="app-small app-how">
    <summary class="app-panel__summary">How was this worked out?</summary>
    <ul class="app-how__list">
      <Data run={run} />
      <Places hotspot={hotspot} run={run} />
      <ChangeTested hotspot={hotspot} run={run} />
      <li>
        Class: by the months with three or more children. The first that fits: new, emerging, persistent, diminishing,
        lapsed, never hot, else intermittent.
      </li>
      <li>
        When: a report known only as a span of hours is spread evenly over it (aoristic weights), local time. Best times
        are the 2 to 4 hours in a row that hold most per hour, where at least 10 reports of 5 children have a time.
      </li>
      <li>
        How sure: worked out anew {hotspot.findings.stability.reRuns} times with every report moved within its recorded
        accuracy, once without each child, and with half the distance, half as much again, one report fewer and one more
        asked for.
        {hotspot.method === 'place' && ' The distance is not used at a named place.'} A report without a recorded
        accuracy is not moved.
      </li>
    </ul>
    <Limits />
  </details>
)

const Data = ({ run: { run, completeUntil } }: Pick<PanelHowProps, 'run'>) => (
  <li>
    Data: the reports of {periodWords(run.period)} that were in the service when the month was stored,{' '}
    {momentWords(run.madeAt)}; complete up to {dayWords(addDays(completeUntil, -1))}. A report told by several sources
    counts once, by its strongest basis. Method {run.version}.
  </li>
)

const Places = ({ hotspot, run: { run } }: PanelHowProps) => (
  <>
    <li>
      Named places first: a report inside a place’s outline, or within its own accuracy of exactly one, belongs to it.
      The others are taken to the middle of their 200 metre square of the National Grid, and squares that share a side
      are joined around any that has at least {run.method.minPoints} reports in it and those beside it (DBSCAN).{' '}
      {hotspot.method === 'place'
        ? 'This is a named place.'
        : 'This is such a cluster; its outline only follows the reports.'}
    </li>
    <li>
      A hotspot has at least {run.method.minPoints} reports of {run.method.minChildren} children. Rank is by score,{' '}
      {hotspot.score.toFixed(1)} here ({hotspot.findings.withoutSuspected.score.toFixed(1)} without suspected reports,{' '}
      {hotspot.findings.patrol.score.toFixed(1)} with finds on patrol): a child’s three heaviest reports, found weighing
      most, suspected less, halved for every 90 days of age.
    </li>
  </>
)

const ChangeTested = ({ hotspot: { findings }, run: { windows, hotspots } }: PanelHowProps) => {
  const { p, adjustedP, isExact, rateRatio, low, high } = findings.change
  return (
    <li>
      Change: {periodWords(windows.after)} against {periodWords(windows.before)}, in child-weeks. If nothing had
      changed, each child’s two counts could as well be swapped: over {isExact ? 'all' : '9,999 random'} ways of
      swapping whole children, as large a difference came up with p = {chanceWords(p)}; adjusted over all{' '}
      {numberWords(hotspots.length)} hotspots of the month (Benjamini-Hochberg), {chanceWords(adjustedP)}. At .05 or
      less it is called a change. {ratioWords(rateRatio, low, high)}
    </li>
  )
}

const ratioWords = (ratio: number | null, low: number | null, high: number | null): string =>
  ratio === null
    ? 'There is no ratio, for there was nothing before to divide by.'
    : `The ratio is ${ratio.toFixed(2)}${low === null ? '' : `, 95 % interval ${low.toFixed(2)} to ${high === null ? 'no upper end' : high.toFixed(2)}`} (children drawn again 2,000 times); it is for show, the word comes from the test.`

const Limits = () => (
  <>
    <p class="app-panel__limits">What it cannot tell</p>
    <ul class="app-how__list">
      <li>Counts follow who is asked and what is written down, not only where children go.</li>
      <li>A place that is known is looked at more, and so reported more.</li>
      <li>Private addresses, places outside the area and reports that nobody could place are not in it.</li>
      <li>It says nothing about any child, and nothing about what will happen.</li>
    </ul>
  </>
)
