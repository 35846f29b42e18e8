import { Fragment } from 'preact'
import type { Met } from '../../server/findings/schema.ts'
import { numberWords } from '../hotspots/sentences.ts'
import { monthWords } from '../shared/bands.ts'
import { reportsIn, totalOf, WAYS, type ForetoldMonth } from './compare.ts'
import { percent, WAY_EXPLAINED, WAY_WORDS } from './sentences.ts'

interface TablesProps {
  months: readonly ForetoldMonth[]
  wholeAreaHectares: number
}

/** The three ways over all twelve months. */
export const TotalsTable = ({ months, wholeAreaHectares }: TablesProps) => {
  const reports = reportsIn(months)
  return (
    <table class="govuk-table app-table--tight app-table--cards">
      <caption class="govuk-table__caption govuk-table__caption--s">The twelve months together</caption>
      <thead class="govuk-table__head">
        <Headings of={['Chosen', ...TOTALS]} />
      </thead>
      <tbody class="govuk-table__body">
        {WAYS.map((way) => {
          const { hits, areaShare, pai } = totalOf(months, way)
          const cells = [
            `${numberWords(hits)} of ${numberWords(reports)}`,
            reports === 0 ? '–' : percent(hits / reports),
            `${percent(areaShare)}, ${numberWords(Math.round(areaShare * wholeAreaHectares))} hectares`,
            pai === null ? '–' : numberWords(Math.round(pai)),
          ]
          return (
            <tr class="govuk-table__row" key={way}>
              <th scope="row" class="govuk-table__header">
                {WAY_WORDS[way]}
                <span class="app-dim app-table__under">{WAY_EXPLAINED[way]}</span>
              </th>
              {cells.map((words, i) => (
                <td class="govuk-table__cell govuk-table__cell--numeric" data-label={TOTALS[i]} key={TOTALS[i]}>
                  {words}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const TOTALS = ['Reports met', 'Share of reports', 'Share of the area', 'PAI']

/** Each month by each way. */
export const MonthsTable = ({ months }: Pick<TablesProps, 'months'>) => (
  <div class="app-scroll" role="region" aria-label="Month by month" tabIndex={0}>
    <table class="govuk-table app-table--tight">
      <caption class="govuk-visually-hidden">Month by month, each way of choosing</caption>
      <thead class="govuk-table__head">
        <Headings of={['Month', 'Chosen', 'Places', 'Met', 'Share of reports', 'Share of the area', 'PAI', 'PEI']} />
      </thead>
      <tbody class="govuk-table__body">
        {months.map((month) => (
          <Fragment key={month.month}>
            {WAYS.map((way, i) => (
              <tr class="govuk-table__row app-backtest__row" key={way}>
                {i === 0 && (
                  <th scope="rowgroup" rowSpan={WAYS.length} class="govuk-table__header">
                    {monthWords(month.month)}
                    <span class="app-dim app-table__under">
                      {numberWords(month.reports)} reports{!month.isComplete && ', incomplete'}
                    </span>
                  </th>
                )}
                <th scope="row" class="govuk-table__header app-backtest__way">
                  {WAY_WORDS[way]}
                </th>
                <MetCells met={month[way]} />
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  </div>
)

const MetCells = ({ met: { places, hits, hitRate, areaShare, pai, pei } }: { met: Met }) => (
  <>
    <Cell>{places}</Cell>
    <Cell>{hits}</Cell>
    <Cell>{hitRate === null ? '–' : percent(hitRate)}</Cell>
    <Cell>{percent(areaShare)}</Cell>
    <Cell>{pai === null ? '–' : numberWords(Math.round(pai))}</Cell>
    <Cell>{pei === null ? '–' : pei.toFixed(2)}</Cell>
  </>
)

const Headings = ({ of }: { of: readonly string[] }) => (
  <tr class="govuk-table__row">
    {of.map((heading) => (
      <th
        scope="col"
        class={`govuk-table__header${['Month', 'Chosen'].includes(heading) ? '' : ' govuk-table__header--numeric'}`}
        key={heading}
      >
        {heading}
      </th>
    ))}
  </tr>
)

const Cell = ({ children }: { children: preact.ComponentChildren }) => (
  <td class="govuk-table__cell govuk-table__cell--numeric">{children}</td>
)
