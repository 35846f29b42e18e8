import type { Lineage, NamedHotspot } from './schema.ts'

/** A hotspot, or pattern of few children, of a stored run: what it is made of. */
export interface Ancestor extends NamedHotspot {
  isPlace: boolean
  isFew: boolean
  /** Ids of its occurrences. */
  members: readonly string[]
}

export interface Descendant {
  /** Null for a cluster. */
  placeId: string | null
  members: readonly string[]
}

export interface Traced {
  /** Of each descendant. */
  hotspotId: string
  lineage: Lineage
}

/**
 * Who carries on whom (methods.md 1): a named place is its own hotspot; a cluster takes the id of the ancestor cluster with which it shares
 * most occurrences. Where two would take the same, the one that shares more does, and the other parted from it; an ancestor that nobody
 * takes was merged into the one that has most of its occurrences, or lapsed.
 * @param descendants in the order of their ranks, which decides between equals
 * @param ancestors null where there is no other stored run
 * @param newId an id for a cluster that carries on none
 * @returns `lapsed` holds hotspots only: a pattern of few children comes and goes with single reports
 */
export const trace = (
  descendants: readonly Descendant[],
  ancestors: readonly Ancestor[] | null,
  newId: (index: number) => string,
): { traced: Traced[]; lapsed: NamedHotspot[] } => {
  const earlier = ancestors ?? []
  const shared = sharedCounts(descendants, earlier)
  const idOfHeir = heirs(descendants, earlier, shared)
  const ids = descendants.map(({ placeId }, i) => placeId ?? idOfHeir.get(i) ?? newId(i))

  const gone = earlier.filter(({ hotspotId }) => !ids.includes(hotspotId))
  const takenBy = new Map(gone.map((ancestor) => [ancestor, mostSharing(shared, ancestor)]))
  const nameOnly = ({ hotspotId, name }: Ancestor) => ({ hotspotId, name })
  const traced = ids.map((hotspotId, i): Traced => {
    if (ancestors === null) return { hotspotId, lineage: { event: 'first', from: [] } }
    const taken = gone.filter((ancestor) => takenBy.get(ancestor) === i)
    if (taken.length > 0) return { hotspotId, lineage: { event: 'merged', from: taken.map(nameOnly) } }
    if (earlier.some((ancestor) => ancestor.hotspotId === hotspotId))
      return { hotspotId, lineage: { event: 'continued', from: [] } }
    const parent = earlier.toSorted((a, b) => (shared[i]!.get(b) ?? 0) - (shared[i]!.get(a) ?? 0))[0]
    if (parent && shared[i]!.has(parent)) return { hotspotId, lineage: { event: 'split', from: [nameOnly(parent)] } }
    return { hotspotId, lineage: { event: 'born', from: [] } }
  })
  const lapsed = gone.filter((ancestor) => !ancestor.isFew && takenBy.get(ancestor) === undefined).map(nameOnly)
  return { traced, lapsed }
}

type Shared = Map<Ancestor, number>[]

/** Of each descendant, how many occurrences it has in common with each ancestor; those with none left out. */
const sharedCounts = (descendants: readonly Descendant[], earlier: readonly Ancestor[]): Shared => {
  const stoodIn = new Map(earlier.flatMap((ancestor) => ancestor.members.map((member) => [member, ancestor] as const)))
  return descendants.map(({ members }) => {
    const counts = new Map<Ancestor, number>()
    for (const member of members) {
      const ancestor = stoodIn.get(member)
      if (ancestor) counts.set(ancestor, (counts.get(ancestor) ?? 0) + 1)
    }
    return counts
  })
}

/** Clusters take the ids of clusters, those that share most first. */
const heirs = (
  descendants: readonly Descendant[],
  earlier: readonly Ancestor[],
  shared: Shared,
): Map<number, string> => {
  const claims = descendants
    .flatMap(({ placeId }, i) =>
      placeId === null
        ? earlier
            .filter((ancestor) => !ancestor.isPlace && shared[i]!.has(ancestor))
            .map((ancestor) => ({ i, ancestor, count: shared[i]!.get(ancestor)! }))
        : [],
    )
    .toSorted((a, b) => b.count - a.count || a.i - b.i || (a.ancestor.hotspotId < b.ancestor.hotspotId ? -1 : 1))
  const idOf = new Map<number, string>()
  const taken = new Set<Ancestor>()
  for (const { i, ancestor } of claims) {
    if (idOf.has(i) || taken.has(ancestor)) continue
    idOf.set(i, ancestor.hotspotId)
    taken.add(ancestor)
  }
  return idOf
}

/** The descendant that has most of an ancestor's occurrences; undefined where none has any. */
const mostSharing = (shared: Shared, ancestor: Ancestor): number | undefined => {
  let [most, found]: [number, number | undefined] = [0, undefined]
  for (const [i, counts] of shared.entries()) {
    const count = counts.get(ancestor) ?? 0
    if (count > most) [most, found] = [count, i]
  }
  return found
}
