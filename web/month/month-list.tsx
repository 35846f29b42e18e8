import type { FoundHotspot, RunFindings } from '../../server/findings/schema.ts'
import { FindingWords } from '../findings/finding-words.tsx'
import { RankedRow, type Marks } from '../hotspots/ranked-list.tsx'
import { childrenWords, numberWords, oneChildSentence } from '../hotspots/sentences.ts'
import { colourOf, type Step } from '../hotspots/steps.ts'
import { monthWords } from '../shared/bands.ts'
import { shownCount } from './month-steps.ts'

interface MonthListProps {
  hotspots: readonly FoundHotspot[]
  steps: readonly Step[]
  marks: Marks
  /** The month that is shown alone. */
  month: string | undefined
}

/** The ranked places with the words for how they change; while one month is shown, with that month's count. */
export const MonthList = ({ hotspots, steps, marks, month }: MonthListProps) => (
  <ol class="app-ranked">
    {hotspots.map((hotspot) => {
      const { reports, children } = shownCount(hotspot, month)
      return (
        <RankedRow
          key={hotspot.hotspotId}
          hotspot={hotspot}
          colour={colourOf(steps, reports)}
          marks={marks}
          reports={reports}
          warning={oneChildSentence(hotspot)}
        >
          {month ? (
            <>
              {childrenWords(children)} in {monthWords(month)}; {numberWords(hotspot.reports)} in the twelve months
            </>
          ) : (
            <>
              {childrenWords(children)}:{' '}
              <FindingWords change={hotspot.findings.change.word} trend={hotspot.findings.trend} />
            </>
          )}
        </RankedRow>
      )
    })}
  </ol>
)

/** What was a hotspot a month ago and is none any more. */
export const Lapsed = ({ lapsed }: Pick<RunFindings, 'lapsed'>) =>
  lapsed.length === 0 ? null : (
    <section class="app-few" aria-labelledby="lapsed">
      <h2 class="app-few__title" id="lapsed">
        No longer a hotspot since the stored month before: {lapsed.length}
      </h2>
      <ul class="app-few__list">
        {lapsed.map(({ hotspotId, name }) => (
          <li key={hotspotId}>{name}</li>
        ))}
      </ul>
    </section>
  )
