import type { Pack, PackExactContent } from '../../server/packs/schema.ts'
import { dayWords } from '../dates.ts'
import { monthWords } from '../shared/bands.ts'
import { Exactly } from './exactly.tsx'
import { toldWords } from './pack-words.ts'

interface HeadlineProps {
  pack: Pick<Pack['pack'], 'month' | 'headline'>
  exact?: PackExactContent | undefined
}

const ROWS = [
  { name: 'episodes', words: 'Episodes' },
  { name: 'distinctChildren', words: 'Children' },
  { name: 'repeatChildren', words: 'Children with two episodes or more' },
  { name: 'firstTimers', words: 'Children missing for the first time' },
] as const

/** Episodes, children, repeats and first-timers, of the month and of the twelve months, city-wide. */
export const Headline = ({ pack: { month, headline }, exact }: HeadlineProps) => (
  <>
    <table class="govuk-table app-keep app-pack__figures">
      <caption class="govuk-visually-hidden">Episodes and children, city-wide</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <td class="govuk-table__header" />
          <th scope="col" class="govuk-table__header govuk-table__header--numeric">
            {monthWords(month)}
          </th>
          <th scope="col" class="govuk-table__header govuk-table__header--numeric">
            Twelve months
          </th>
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {ROWS.map(({ name, words }) => (
          <tr class="govuk-table__row" key={name}>
            <th scope="row" class="govuk-table__header">
              {words}
            </th>
            {(['month', 'year'] as const).map((period) => (
              <td class="govuk-table__cell govuk-table__cell--numeric" key={period}>
                {name === 'firstTimers' && headline[period].firstTimers === null
                  ? 'cannot be told'
                  : toldWords(headline[period][name])}
                <Exactly count={exact?.headline[period][name]} told={headline[period][name]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    <p class="govuk-body-s app-dim">
      Episodes that started in the period, missing and away from placement alike.
      {headline.recordsFrom &&
        ` “For the first time” is as far as is kept here: the earliest episode is of ${dayWords(headline.recordsFrom)}.`}
    </p>
  </>
)
