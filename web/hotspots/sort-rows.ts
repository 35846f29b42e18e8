export interface Column<Row> {
  id: string
  value: (row: Row) => string | number
}

export interface Sorting {
  id: string
  isDescending: boolean
}

/** The rows by one column, names as a reader sorts them; rows that are equal there stay in the order they came in. */
export const sortRows = <Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { id, isDescending }: Sorting,
): Row[] => {
  const column = columns.find((known) => known.id === id)
  if (!column) return [...rows]
  const sign = isDescending ? -1 : 1
  return rows.toSorted((a, b) => sign * compare(column.value(a), column.value(b)))
}

const compare = (a: string | number, b: string | number) =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en-GB')
