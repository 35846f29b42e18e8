import type { EffectExact, LatestEffectExact } from '../../server/effects/schema.ts'
import type { PlanDetail } from '../../server/plans/schema.ts'
import { useLoaded } from '../form/load.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { BlocksChart } from './blocks-chart.tsx'
import { decimal } from './words.ts'

/** The counts behind the words, for the co-ordinator and the chair. */
export const EffectCounts = ({ plan, path }: { plan: PlanDetail; path: string }) => {
  const { data, problem, reload } = useLoaded<LatestEffectExact>(path)
  if (problem) return <ProblemSummary problem={problem} onRetry={reload} />
  if (!data?.effect) return <p class="govuk-body">{data ? 'No counts are kept.' : 'Loading…'}</p>
  const { effect } = data
  return (
    <>
      <BlocksChart effect={effect} plan={plan} />
      <CountsTable effect={effect} />
      <Difference effect={effect} />
    </>
  )
}

const PARTS: { part: keyof EffectExact['counts']; name: (effect: EffectExact) => string }[] = [
  { part: 'treated', name: ({ together }) => ['Here', ...together.map(({ name }) => name)].join(' and ') },
  { part: 'control', name: ({ comparators }) => comparators.map(({ name }) => name).join(', ') || 'Nothing compared' },
  { part: 'buffer', name: ({ bufferMetres }) => `Within ${bufferMetres} metres of here` },
  { part: 'bufferControl', name: ({ bufferMetres }) => `Within ${bufferMetres} metres of those` },
]

const CountsTable = ({ effect }: { effect: EffectExact }) => (
  <table class="app-table app-table--small app-doses">
    <caption class="app-table__caption">Child-weeks: a child counts once a place and week</caption>
    <thead>
      <tr>
        <th scope="col">Where</th>
        <th scope="col" class="app-table__number">
          {effect.weeks.before} weeks before
        </th>
        <th scope="col" class="app-table__number">
          {effect.weeks.after} weeks after
        </th>
      </tr>
    </thead>
    <tbody>
      {PARTS.filter(({ part }) => effect.bufferMetres > 0 || !part.startsWith('buffer')).map(({ part, name }) => (
        <tr key={part}>
          <th scope="row" class="app-break">
            {name(effect)}
          </th>
          <td class="app-table__number">{effect.counts[part][0]}</td>
          <td class="app-table__number">{effect.counts[part][1]}</td>
        </tr>
      ))}
      <tr>
        <th scope="row">Missing episodes of the children who were reported here before</th>
        <td class="app-table__number">{effect.episodes[0]}</td>
        <td class="app-table__number">{effect.episodes[1]}</td>
      </tr>
    </tbody>
  </table>
)

const Difference = ({ effect }: { effect: EffectExact }) => {
  const { difference, smallest, inflation, children, near, treatedComparators, withoutChild, divisors } = effect
  return (
    <ul class="app-limits">
      {difference && (
        <li>
          The weighted displacement difference is {decimal(difference.estimate)} child-weeks, 95% interval{' '}
          {decimal(difference.low)} to {decimal(difference.high)} (z {difference.z.toFixed(2).replace('-', '−')}). Its
          variance is {decimal(difference.variance)}, inflated {inflation.toFixed(2)} times because the same children
          are counted more than once. What was counted before is divided by {divisors.before.toFixed(2)}, to the length
          of the weeks after
          {divisors.control !== 1 &&
            `; the compared places are divided by ${divisors.control.toFixed(2)}, to their mean`}
          .
        </li>
      )}
      {smallest && (
        <li>
          Without any change about {decimal(smallest.expected)} child-weeks would have come after.{' '}
          {smallest.after === null
            ? 'Not even none would have been taken for a fall, four times in five.'
            : `Up to ${smallest.after} would have been taken for a fall, four times in five.`}
        </li>
      )}
      <li>
        {children.before} children were reported here before and {children.after} after, {children.all} in all.
        {withoutChild > 0 && ` ${withoutChild} reports here name no child and count nowhere.`}
      </li>
      {near.length > 0 && <li class="app-limits__warning">Another plan lies too near: {near.join(', ')}.</li>}
      {treatedComparators.length > 0 && (
        <li class="app-limits__warning">Compared with a place that had a plan: {treatedComparators.join(', ')}.</li>
      )}
    </ul>
  )
}
