import type { Hotspot } from '../../server/hotspots/schema.ts'
import { PLACE_CATEGORY_WORDS } from '../words.ts'
import { PlacesTable, type PlacesColumn } from './places-table.tsx'
import type { Marks } from './ranked-list.tsx'
import { isMostlyOneChild, numberWords, oneChildWords } from './sentences.ts'
import { colourOf, type Step } from './steps.ts'

type NumberName = 'reports' | 'found' | 'disclosed' | 'sighted' | 'suspected' | 'frequented' | 'children'

const number = (id: NumberName, label: string): PlacesColumn<Pick<Hotspot, NumberName>> => ({
  id,
  label,
  value: (row) => row[id],
  show: (row) => numberWords(row[id]),
})

/** What is counted at a place, by how it came to be known, and how many children that is. */
export const COUNT_COLUMNS: PlacesColumn<Pick<Hotspot, NumberName | 'topChildShare'>>[] = [
  number('reports', 'Reports'),
  number('found', 'Found there'),
  number('disclosed', 'Child said so'),
  number('sighted', 'Seen there'),
  number('suspected', 'Thought there'),
  number('frequented', 'Goes there often'),
  number('children', 'Children'),
  {
    id: 'topChild',
    label: 'Most by one child',
    value: ({ topChildShare }) => topChildShare,
    show: (row) => (
      <>
        {oneChildWords(row)}
        {isMostlyOneChild(row) && <span class="app-table__note">over half</span>}
      </>
    ),
  },
]

const COLUMNS: PlacesColumn<Hotspot>[] = [
  { id: 'category', label: 'Kind of place', isText: true, value: kindOf, show: kindOf },
  ...COUNT_COLUMNS,
  {
    id: 'area',
    label: 'Hectares',
    value: ({ areaHectares }) => areaHectares,
    show: ({ areaHectares }) => areaHectares.toFixed(1),
  },
  { id: 'score', label: 'Score', value: ({ score }) => score, show: ({ score }) => score.toFixed(1) },
]

function kindOf({ category, method }: Hotspot): string {
  return method === 'cluster'
    ? `Cluster: ${PLACE_CATEGORY_WORDS[category].toLowerCase()}`
    : PLACE_CATEGORY_WORDS[category]
}

interface HotspotTableProps {
  hotspots: readonly Hotspot[]
  steps: readonly Step[]
  marks: Marks
  caption: string
}

/** The places that were asked for, with every count. */
export const HotspotTable = ({ hotspots, steps, marks, caption }: HotspotTableProps) => (
  <PlacesTable
    hotspots={hotspots}
    columns={COLUMNS}
    colour={({ reports }) => colourOf(steps, reports)}
    marks={marks}
    caption={caption}
  />
)
