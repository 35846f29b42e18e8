/** Puts each table after those that its rows refer to. A table's references to itself do not count. Throws Error where tables refer in a circle. */
export const inOrderOfReference = <Table extends { name: string; refersTo: readonly string[] }>(
  tables: readonly Table[],
): Table[] => {
  const ordered: Table[] = []
  let waiting = [...tables]
  while (waiting.length > 0) {
    const isFree = ({ name, refersTo }: Table) =>
      refersTo.every((other) => other === name || !waiting.some((table) => table.name === other))
    const free = waiting.filter(isFree)
    if (free.length === 0)
      throw new Error(`These tables refer to each other in a circle: ${waiting.map(({ name }) => name).join(', ')}.`)
    ordered.push(...free)
    waiting = waiting.filter((table) => !free.includes(table))
  }
  return ordered
}
