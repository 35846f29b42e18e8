import type { FoundHotspot } from '../../server/findings/schema.ts'
import { CHANGE_WORDS_SHOWN, TREND_WORDS } from '../findings/words.ts'
import { COUNT_COLUMNS } from '../hotspots/hotspot-table.tsx'
import { PlacesTable, type PlacesColumn } from '../hotspots/places-table.tsx'
import type { Marks } from '../hotspots/ranked-list.tsx'
import { numberWords } from '../hotspots/sentences.ts'
import { colourOf, type Step } from '../hotspots/steps.ts'
import { monthWords } from '../shared/bands.ts'
import { shownCount } from './month-steps.ts'

/** Words sort by their place in the list that gives them. */
const words = <Key extends string>(
  id: string,
  label: string,
  shown: Record<Key, string>,
  keyOf: (row: FoundHotspot) => Key,
): PlacesColumn<FoundHotspot> => ({
  id,
  label,
  isText: true,
  value: (row) => Object.keys(shown).indexOf(keyOf(row)),
  show: (row) => shown[keyOf(row)],
})

const COLUMNS: PlacesColumn<FoundHotspot>[] = [
  ...COUNT_COLUMNS,
  {
    id: 'effective',
    label: 'Children, if shares were equal',
    value: ({ findings }) => findings.effectiveChildren,
    show: ({ findings }) => findings.effectiveChildren.toFixed(1),
  },
  { id: 'score', label: 'Score', value: ({ score }) => score, show: ({ score }) => score.toFixed(1) },
  {
    id: 'withoutSuspected',
    label: 'Score without suspected (rank)',
    value: ({ findings }) => findings.withoutSuspected.score,
    show: ({ findings: { withoutSuspected } }) => (
      <>
        {withoutSuspected.score.toFixed(1)}{' '}
        {withoutSuspected.rank === null ? (
          <span class="app-table__note">no hotspot</span>
        ) : (
          `(${withoutSuspected.rank})`
        )}
      </>
    ),
  },
  words('change', 'Change', CHANGE_WORDS_SHOWN, ({ findings }) => findings.change.word),
  words('trend', 'Class', TREND_WORDS, ({ findings }) => findings.trend),
  {
    id: 'moved',
    label: 'Holds when reports are moved',
    value: ({ findings }) => findings.stability.moved,
    show: ({ findings: { stability } }) => (
      <>
        {Math.round(stability.moved * stability.reRuns)} of {stability.reRuns}
      </>
    ),
  },
]

const monthColumn = (month: string): PlacesColumn<FoundHotspot> => ({
  id: 'month',
  label: `Reports in ${monthWords(month)}`,
  value: (row) => shownCount(row, month).reports,
  show: (row) => numberWords(shownCount(row, month).reports),
})

interface MonthTableProps {
  hotspots: readonly FoundHotspot[]
  steps: readonly Step[]
  marks: Marks
  month: string | undefined
  caption: string
}

/** The places of a stored month with all that is said of them. */
export const MonthTable = ({ hotspots, steps, marks, month, caption }: MonthTableProps) => (
  <PlacesTable
    hotspots={hotspots}
    columns={month ? [monthColumn(month), ...COLUMNS] : COLUMNS}
    colour={(row) => colourOf(steps, shownCount(row, month).reports)}
    marks={marks}
    caption={caption}
  />
)
