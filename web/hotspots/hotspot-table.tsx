import { useState } from 'preact/hooks'
import type { Hotspot } from '../../server/hotspots/schema.ts'
import { PLACE_CATEGORY_WORDS } from '../words.ts'
import { RankDisc } from './rank-disc.tsx'
import type { Marks } from './ranked-list.tsx'
import { isMostlyOneChild, numberWords, oneChildWords } from './sentences.ts'
import { sortRows, type Column, type Sorting } from './sort-rows.ts'
import { colourOf, type Step } from './steps.ts'

type Row = Hotspot
const COLUMNS: (Column<Row> & { label: string; isText?: boolean; show: (row: Row) => string })[] = [
  { id: 'category', label: 'Kind of place', isText: true, value: kindOf, show: kindOf },
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
    show: oneChildWords,
  },
  {
    id: 'area',
    label: 'Hectares',
    value: ({ areaHectares }) => areaHectares,
    show: ({ areaHectares }) => areaHectares.toFixed(1),
  },
  { id: 'score', label: 'Score', value: ({ score }) => score, show: ({ score }) => score.toFixed(1) },
]

function kindOf({ category, method }: Row): string {
  return method === 'cluster'
    ? `Cluster: ${PLACE_CATEGORY_WORDS[category].toLowerCase()}`
    : PLACE_CATEGORY_WORDS[category]
}

type NumberName = 'reports' | 'found' | 'disclosed' | 'sighted' | 'suspected' | 'frequented' | 'children'
function number(id: NumberName, label: string) {
  return { id, label, value: (row: Row) => row[id], show: (row: Row) => numberWords(row[id]) }
}

const NAME: Column<Row> = { id: 'name', value: ({ name }) => name }
const RANK: Column<Row> = { id: 'rank', value: ({ rank }) => rank }

interface HotspotTableProps {
  hotspots: readonly Hotspot[]
  steps: readonly Step[]
  marks: Marks
  caption: string
}

/** The rows of the list with every count, sorted by any column. Ranks stay those of the score. */
export const HotspotTable = ({ hotspots, steps, marks, caption }: HotspotTableProps) => {
  const [sorting, setSorting] = useState<Sorting>({ id: 'rank', isDescending: false })
  const rows = sortRows(hotspots, [RANK, NAME, ...COLUMNS], sorting)
  const sortBy = (id: string, isText: boolean) =>
    // Counts are first asked for from the largest; names and ranks from the first.
    setSorting({ id, isDescending: sorting.id === id ? !sorting.isDescending : !isText })
  const header = { sorting, sortBy }

  return (
    <div class="app-table-scroll" role="region" aria-label={caption} tabIndex={0}>
      <table class="app-table">
        <caption class="app-table__caption">{caption}</caption>
        <thead>
          <tr>
            <HeaderCell id="rank" label="Rank" isText {...header} />
            <HeaderCell id="name" label="Place" isText {...header} />
            {COLUMNS.map(({ id, label, isText = false }) => (
              <HeaderCell key={id} id={id} label={label} isText={isText} {...header} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.rank}
              class={rowClass(row.rank, marks)}
              onMouseEnter={() => marks.onHover(row.rank)}
              onMouseLeave={() => marks.onHover(undefined)}
            >
              <td>
                <RankDisc rank={row.rank} method={row.method} colour={colourOf(steps, row.reports)} />
              </td>
              <th scope="row" class="app-table__name">
                <button
                  type="button"
                  id={`row-${row.rank}`}
                  class="app-table__open"
                  aria-pressed={marks.selected === row.rank}
                  onClick={() => marks.onSelect(row.rank)}
                  onFocus={() => marks.onHover(row.rank)}
                  onBlur={() => marks.onHover(undefined)}
                >
                  {row.name}
                </button>
              </th>
              {COLUMNS.map(({ id, isText, show }) => (
                <td key={id} class={isText ? undefined : 'app-table__number'}>
                  {show(row)}
                  {id === 'topChild' && isMostlyOneChild(row) && <span class="app-table__note">over half</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const rowClass = (rank: number, { selected, hovered }: Marks) =>
  rank === selected ? 'app-table__row--selected' : rank === hovered ? 'app-table__row--hovered' : undefined

interface HeaderCellProps {
  id: string
  label: string
  isText?: boolean
  sorting: Sorting
  sortBy: (id: string, isText: boolean) => void
}

const HeaderCell = ({ id, label, isText = false, sorting, sortBy }: HeaderCellProps) => {
  const isSorted = sorting.id === id
  const direction = sorting.isDescending ? 'descending' : 'ascending'
  return (
    <th scope="col" class={isText ? undefined : 'app-table__number'} aria-sort={isSorted ? direction : 'none'}>
      <button type="button" class="app-table__sort" onClick={() => sortBy(id, isText)}>
        {label}
        {isSorted && (
          <span aria-hidden="true" class="app-table__direction">
            {sorting.isDescending ? '▼' : '▲'}
          </span>
        )}
      </button>
    </th>
  )
}
