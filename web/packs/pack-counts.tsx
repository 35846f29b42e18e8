import type { ComponentChildren } from 'preact'
import type { Pack, PackBucket, PackExactContent } from '../../server/packs/schema.ts'
import { countOf } from '../hotspots/sentences.ts'
import { monthWords } from '../shared/bands.ts'
import { Exactly } from './exactly.tsx'
import { BUCKET_WORDS, toldWords } from './pack-words.ts'

interface CountsProps {
  pack: Pack['pack']
  exact?: PackExactContent | undefined
}

const BUCKETS = Object.keys(BUCKET_WORDS) as PackBucket[]

/** Return interviews by bucket; each percentage names what it is of. */
export const Interviews = ({ pack: { month, interviews }, exact }: CountsProps) => (
  <>
    <table class="govuk-table app-keep app-pack__figures">
      <caption class="govuk-visually-hidden">Return interviews of the episodes that started in the period</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          <th scope="col" class="govuk-table__header">
            Return interview
          </th>
          <th scope="col" class="govuk-table__header govuk-table__header--numeric">
            {monthWords(month)}
          </th>
          <th scope="col" class="govuk-table__header govuk-table__header--numeric">
            Twelve months
          </th>
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {BUCKETS.map((bucket) => (
          <tr class="govuk-table__row" key={bucket}>
            <th scope="row" class="govuk-table__header app-pack__plain">
              {BUCKET_WORDS[bucket]}
            </th>
            {(['month', 'year'] as const).map((period) => (
              <td class="govuk-table__cell govuk-table__cell--numeric" key={period}>
                {toldWords(interviews[period].buckets[bucket])}
                <Exactly count={exact?.interviews[period].buckets[bucket]} told={interviews[period].buckets[bucket]} />
              </td>
            ))}
          </tr>
        ))}
        <tr class="govuk-table__row">
          <th scope="row" class="govuk-table__header">
            All episodes that started in the period
          </th>
          {(['month', 'year'] as const).map((period) => (
            <td class="govuk-table__cell govuk-table__cell--numeric" key={period}>
              <strong>{toldWords(interviews[period].episodes)}</strong>
              <Exactly count={exact?.interviews[period].episodes} told={interviews[period].episodes} />
            </td>
          ))}
        </tr>
      </tbody>
    </table>
    <Shares title={`In time, ${monthWords(month)}`} shares={interviews.month.inTime} />
    <Shares title="In time, twelve months" shares={interviews.year.inTime} />
    {exact && (
      <div class="app-exact app-no-print">
        <Shares title="In time, twelve months, of every denominator" shares={exact.interviews.year.inTime} />
      </div>
    )}
    <p class="govuk-body-s app-dim">
      Interviews of the latest episodes are still due. No percentage is given of fewer than 20.
    </p>
  </>
)

const Shares = ({ title, shares }: { title: string; shares: Pack['pack']['interviews']['year']['inTime'] }) =>
  shares.length === 0 ? null : (
    <p class="govuk-body">
      {title}: {shares.map(({ percent, whole, of }) => `${percent} % of ${whole} ${of}`).join('; ')}.
    </p>
  )

/** Children placed, and reports made, out of the area: city-wide. */
export const OutOfArea = ({ pack: { month, outOfArea, headline }, exact }: CountsProps) => (
  <>
    <dl class="govuk-summary-list app-pack__list">
      <Count
        name={`Episodes of children placed out of the area, ${monthWords(month)}`}
        of={`of ${toldWords(headline.month.episodes)}`}
      >
        {toldWords(outOfArea.month)}
        <Exactly count={exact?.outOfArea.month} told={outOfArea.month} />
      </Count>
      <Count name="The same, twelve months" of={`of ${toldWords(headline.year.episodes)}`}>
        {toldWords(outOfArea.year)}
        <Exactly count={exact?.outOfArea.year} told={outOfArea.year} />
      </Count>
      <Count name="Reports of places outside the area, twelve months">
        {toldWords(outOfArea.reports)}
        <Exactly count={exact?.outOfArea.reports} told={outOfArea.reports} />
      </Count>
    </dl>
    {exact && exact.outOfArea.hosts.length > 0 && (
      <div class="app-exact app-no-print">
        <p class="govuk-body-s">
          Host authorities, twelve months:{' '}
          {exact.outOfArea.hosts
            .map(({ host, episodes, children }) => `${host} ${episodes} (${countOf(children, 'child', 'children')})`)
            .join('; ')}
          .
        </p>
      </div>
    )}
  </>
)

const QUALITY: { name: keyof Pack['pack']['quality']; words: string }[] = [
  { name: 'reports', words: 'Reports of the twelve months' },
  { name: 'withoutPlace', words: 'of them without a place' },
  { name: 'dateOnly', words: 'of them without a time of day' },
  { name: 'privateAddress', words: 'of them at private addresses: counted, never shown' },
  { name: 'outsideArea', words: 'of them outside the area' },
  { name: 'foundOnPatrol', words: 'of them found on patrol: left out of the ranking' },
  { name: 'notCounted', words: 'of them at places with too few reports' },
  { name: 'late', words: 'of them late: they came after the month before was stored' },
  { name: 'episodesWithoutReport', words: 'Episodes of the twelve months without any report of a place' },
  { name: 'waitingToPlace', words: 'Reports waiting to be placed, whatever their day' },
  { name: 'likelyDuplicates', words: 'Likely duplicates waiting for a decision' },
]

/** What the numbers rest on. */
export const Quality = ({ pack: { quality }, exact }: CountsProps) => (
  <dl class="govuk-summary-list app-pack__list">
    {QUALITY.map(({ name, words }) => (
      <Count key={name} name={words}>
        {quality[name] === null ? 'no pack before to compare with' : toldWords(quality[name])}
        <Exactly count={exact?.quality[name]} told={quality[name]} />
      </Count>
    ))}
  </dl>
)

const Count = ({ name, of, children }: { name: string; of?: string; children: ComponentChildren }) => (
  <div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">{name}</dt>
    <dd class="govuk-summary-list__value">
      {children}
      {of && <span class="app-dim"> {of}</span>}
    </dd>
  </div>
)
