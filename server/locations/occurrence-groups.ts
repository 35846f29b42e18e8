export interface GroupedReport {
  id: string
  occurrenceId: string
}

/** Two reports that a person joined. */
export type JoinedPair = readonly [string, string]

/**
 * Reports that tell of one occurrence: those that joined pairs link, directly or through others. Sorted by their lowest id.
 * Pairs that name a report not among the given are passed over.
 */
export const occurrenceGroups = (ids: readonly string[], joined: readonly JoinedPair[]): string[][] => {
  const groupOf = new Map(ids.toSorted().map((id): [string, string[]] => [id, [id]]))
  for (const [first, second] of joined) {
    const [one, other] = [groupOf.get(first), groupOf.get(second)]
    if (!one || !other || one === other) continue
    const group = [...one, ...other].sort()
    for (const id of group) groupOf.set(id, group)
  }
  return [...new Set(groupOf.values())]
}

/**
 * Which reports change their occurrence when the joined pairs among them are these. A group keeps the occurrence of its lowest report
 * that no group before it has kept; where none is left it gets a new one.
 * @param newId gives the id of a new occurrence
 */
export const regroup = (
  reports: readonly GroupedReport[],
  joined: readonly JoinedPair[],
  newId: () => string,
): { moves: GroupedReport[]; added: string[] } => {
  const occurrenceOf = new Map(reports.map(({ id, occurrenceId }) => [id, occurrenceId]))
  const kept = new Set<string>()
  const added: string[] = []
  const moves: GroupedReport[] = []
  for (const group of occurrenceGroups([...occurrenceOf.keys()], joined)) {
    let occurrenceId = group.map((id) => occurrenceOf.get(id)!).find((id) => !kept.has(id))
    if (!occurrenceId) added.push((occurrenceId = newId()))
    kept.add(occurrenceId)
    for (const id of group) if (occurrenceOf.get(id) !== occurrenceId) moves.push({ id, occurrenceId })
  }
  return { moves, added }
}
