import type { DuplicatePair } from '../../server/locations/schema.ts'
import { factsOf, placeWords } from './report-facts.tsx'

interface PairProps {
  pair: DuplicatePair
  onDecide: (decision: 'join' | 'keep_apart' | 'undecided') => void
}

/** Two reports side by side. What differs says so in words, not by its colour only. */
export const Pair = ({ pair, onDecide }: PairProps) => {
  const { first, second, state } = pair
  const seconds = [{ key: 'Where', value: placeWords(second) }, ...factsOf(second)]
  const rows = [{ key: 'Where', value: placeWords(first) }, ...factsOf(first)].map(({ key, value }, index) => {
    const other = seconds[index]!.value
    return { key, value, other, isDifferent: value !== other && key !== 'Number of the report' }
  })
  const names = `${first.reportRef} and ${second.reportRef}`

  return (
    <article class="app-duplicate" aria-labelledby={`pair-${first.id}-${second.id}`}>
      <h2 class="govuk-heading-m app-break" id={`pair-${first.id}-${second.id}`} tabIndex={-1}>
        {names}
      </h2>
      <p class="govuk-body">{apartWords(pair)}</p>
      <table class="govuk-table app-compare">
        <caption class="govuk-visually-hidden">{names} compared</caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            <td class="govuk-table__header">
              <span class="govuk-visually-hidden">What is compared</span>
            </td>
            <th scope="col" class="govuk-table__header app-break">
              {first.reportRef}
            </th>
            <th scope="col" class="govuk-table__header app-break">
              {second.reportRef}
            </th>
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {rows.map(({ key, value, other, isDifferent }) => (
            <tr class={`govuk-table__row${isDifferent ? ' app-compare__different' : ''}`} key={key}>
              <th scope="row" class="govuk-table__header">
                {key}
                {isDifferent && <span class="app-compare__mark">differs</span>}
              </th>
              <td class="govuk-table__cell app-break">{value}</td>
              <td class="govuk-table__cell app-break">{other}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div class="govuk-button-group">
        {state !== 'joined' && (
          <button type="button" class="govuk-button" onClick={() => onDecide('join')}>
            {state === 'kept_apart' ? 'Make them one occurrence' : 'One occurrence'}
            <span class="govuk-visually-hidden">: {names}</span>
          </button>
        )}
        {state !== 'kept_apart' && (
          <button type="button" class="govuk-button govuk-button--secondary" onClick={() => onDecide('keep_apart')}>
            {state === 'joined' ? 'Make them two different ones' : 'Two different ones'}
            <span class="govuk-visually-hidden">: {names}</span>
          </button>
        )}
        {state !== 'waiting' && (
          <button type="button" class="govuk-button govuk-button--secondary" onClick={() => onDecide('undecided')}>
            Decide later
            <span class="govuk-visually-hidden">: {names}</span>
          </button>
        )}
      </div>
    </article>
  )
}

const apartWords = ({ metresApart, state }: DuplicatePair) => {
  const decided = { waiting: '', joined: 'Decided: one occurrence. ', kept_apart: 'Decided: two different ones. ' }[
    state
  ]
  if (metresApart === null) return `${decided}At least one of them is not on the map.`
  const metres = Math.round(metresApart)
  return (
    decided +
    (metres < 10 ? 'Both stand at the same spot.' : `They stand ${metres.toLocaleString('en-GB')} metres apart.`)
  )
}
