import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Hotspot } from '../../server/hotspots/schema.ts'
import { RankDisc } from './rank-disc.tsx'
import type { Marks } from './ranked-list.tsx'
import { sortRows, type Column, type Sorting } from './sort-rows.ts'

type Ranked = Pick<Hotspot, 'rank' | 'name' | 'method'>

export interface PlacesColumn<Row> extends Column<Row> {
  label: string
  /** Words stand at the left, and are first asked for from their beginning. */
  isText?: boolean
  show: (row: Row) => ComponentChildren
}

const NAME: Column<Ranked> = { id: 'name', value: ({ name }) => name }
const RANK: Column<Ranked> = { id: 'rank', value: ({ rank }) => rank }

interface PlacesTableProps<Row> {
  hotspots: readonly Row[]
  columns: readonly PlacesColumn<Row>[]
  /** The colour of a row's number, an index into the theme's steps. */
  colour: (row: Row) => number
  marks: Marks
  caption: string
}

/** The rows of the list with every count, sorted by any column. Ranks stay those of the score. */
export const PlacesTable = <Row extends Ranked>({
  hotspots,
  columns,
  colour,
  marks,
  caption,
}: PlacesTableProps<Row>) => {
  const [sorting, setSorting] = useState<Sorting>({ id: 'rank', isDescending: false })
  const rows = sortRows<Row>(hotspots, [RANK, NAME, ...columns], sorting)
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
            {columns.map(({ id, label, isText = false }) => (
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
                <RankDisc rank={row.rank} method={row.method} colour={colour(row)} />
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
              {columns.map(({ id, isText, show }) => (
                <td key={id} class={isText ? undefined : 'app-table__number'}>
                  {show(row)}
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
