import { dbscan } from './dbscan.ts'
import { seededRandom } from './random.ts'

type ChildId = string | number | null
type PlaceId = string | number | null

export interface StabilityReport {
  /** Metres of the British National Grid. */
  x: number
  y: number
  /** How far from there it may have been; null where nobody recorded it: then it is not moved. */
  accuracyMetres: number | null
  /** Null for a report of no known child: it counts as a report, never as a child. */
  child: ChildId
  /** The named place that it stands at as it is, or null; left out: what `placeOf` says of its point. */
  place?: PlaceId
}

/** What a report is grouped by. */
interface Standing {
  x: number
  y: number
  place: PlaceId
}

/** A hotspot by what it is made of: indices of the reports, and its place (null for a cluster). */
export interface StabilityHotspot {
  place: PlaceId
  reports: readonly number[]
}

export interface StabilityMethod {
  epsMetres: number
  minPoints: number
  minChildren: number
}

type Variation = 'smallerEps' | 'largerEps' | 'fewerPoints' | 'morePoints'

export interface Stability {
  /** Share of the re-runs with every report moved within its own accuracy in which the hotspot survives. */
  moved: number
  /** Whether it survives without any one of its children, whichever that is. */
  withoutOneChild: boolean
  /** Whether it survives with eps halved, eps half as large again, minPoints one fewer and one more, each by itself. */
  otherParameters: Record<Variation, boolean>
}

export interface StabilityOptions {
  method: StabilityMethod
  /** The named place that a report at this point belongs to, or null. */
  placeOf: (x: number, y: number, accuracyMetres: number | null) => PlaceId
  /** Where the clustering takes a point to stand; the point itself unless given. */
  standAt?: (x: number, y: number) => { x: number; y: number }
  runs?: number
  /** The same seed gives the same answer. */
  seed: number
}

const RUNS = 200

/**
 * How sure a hotspot is (methods.md 2). It **survives** a re-run in which a group of the same kind (the same named place; for a
 * cluster, any cluster) has at least `minPoints` reports of at least `minChildren` children, and what the two have in common is at
 * least half of those of the hotspot's reports that the re-run knows of, and of the group's: what is swallowed by something
 * more than twice its size is lost. Each re-run groups all reports anew, named places first, DBSCAN on the rest.
 * @param reports those that the hotspots were found in, whether in one of them or not
 * @throws RangeError where there is no run, an accuracy is negative or not finite, or a hotspot has no report or one that is not
 *   there, and as `dbscan` does
 */
export function stabilityOf(
  reports: readonly StabilityReport[],
  hotspots: readonly StabilityHotspot[],
  { method, placeOf, standAt, runs = RUNS, seed }: StabilityOptions,
): Stability[] {
  refuseBadInput(reports, hotspots, runs)
  const stand = ({ x, y, accuracyMetres, place = placeOf(x, y, accuracyMetres) }: StabilityReport): Standing => ({
    place,
    ...(standAt?.(x, y) ?? { x, y }),
  })
  const standing = reports.map(stand)
  const survivorsOf = (spots: readonly Standing[], kept: readonly number[], tried: StabilityMethod) =>
    survivors(hotspots, groupAnew(reports, spots, kept, tried), new Set(kept))

  const everyone = reports.map((_, report) => report)
  const random = seededRandom(seed)
  const moved = Array.from({ length: runs }, () =>
    survivorsOf(
      reports.map((report, index) => {
        const { x, y } = move(report, random)
        return x === report.x && y === report.y ? standing[index]! : stand({ ...withoutPlace(report), x, y })
      }),
      everyone,
      method,
    ),
  )
  const varied = eachOf(variations(method), (tried) => survivorsOf(standing, everyone, tried))
  const withoutChild = new Map(
    childrenOf(reports, hotspots).map((child) => {
      const others = everyone.filter((report) => reports[report]!.child !== child)
      return [child, survivorsOf(standing, others, method)] as const
    }),
  )

  return hotspots.map((hotspot, index) => ({
    moved: moved.filter((survived) => survived[index]).length / runs,
    withoutOneChild: childrenOf(reports, [hotspot]).every((child) => withoutChild.get(child)![index]),
    otherParameters: eachOf(varied, (survived) => survived[index]!),
  }))
}

function refuseBadInput(
  reports: readonly StabilityReport[],
  hotspots: readonly StabilityHotspot[],
  runs: number,
): void {
  if (!Number.isInteger(runs) || runs < 1)
    throw new RangeError(`expected runs to be a whole number of at least 1, got ${runs}`)
  for (const [index, { accuracyMetres }] of reports.entries())
    if (accuracyMetres !== null && !(accuracyMetres >= 0 && accuracyMetres < Infinity))
      throw new RangeError(`expected an accuracy of at least 0 m, got ${accuracyMetres} at index ${index}`)
  for (const { reports: members } of hotspots) {
    if (members.length === 0) throw new RangeError('expected a hotspot to have reports, got none')
    for (const member of members)
      if (!reports[member]) throw new RangeError(`expected reports from 0 to ${reports.length - 1}, got ${member}`)
  }
}

/** Anywhere within its accuracy, each square metre as likely as the next. */
function move({ x, y, accuracyMetres }: StabilityReport, random: () => number): { x: number; y: number } {
  const distance = (accuracyMetres ?? 0) * Math.sqrt(random())
  const angle = 2 * Math.PI * random()
  return { x: x + distance * Math.cos(angle), y: y + distance * Math.sin(angle) }
}

/** Elsewhere it may stand at another place. */
const withoutPlace = ({ place: _place, ...report }: StabilityReport): StabilityReport => report

const variations = (method: StabilityMethod): Record<Variation, StabilityMethod> => ({
  smallerEps: { ...method, epsMetres: method.epsMetres * 0.5 },
  largerEps: { ...method, epsMetres: method.epsMetres * 1.5 },
  fewerPoints: { ...method, minPoints: Math.max(1, method.minPoints - 1) },
  morePoints: { ...method, minPoints: method.minPoints + 1 },
})

const eachOf = <From, To>(given: Record<Variation, From>, work: (one: From) => To): Record<Variation, To> => ({
  smallerEps: work(given.smallerEps),
  largerEps: work(given.largerEps),
  fewerPoints: work(given.fewerPoints),
  morePoints: work(given.morePoints),
})

const childrenOf = (reports: readonly StabilityReport[], hotspots: readonly StabilityHotspot[]): ChildId[] => {
  const children = hotspots.flatMap((hotspot) => hotspot.reports.map((report) => reports[report]!.child))
  return [...new Set(children)].filter((child) => child !== null)
}

/** The groups that are hotspots by the method: named places first, DBSCAN on the rest, the gate on children for both. */
function groupAnew(
  reports: readonly StabilityReport[],
  spots: readonly Standing[],
  kept: readonly number[],
  { epsMetres, minPoints, minChildren }: StabilityMethod,
): StabilityHotspot[] {
  const atPlace = new Map<string | number, number[]>()
  const loose: number[] = []
  for (const report of kept) {
    const { place } = spots[report]!
    const members = place === null ? loose : (atPlace.get(place) ?? [])
    members.push(report)
    if (place !== null) atPlace.set(place, members)
  }
  const labels = dbscan(
    Float64Array.from(loose, (report) => spots[report]!.x),
    Float64Array.from(loose, (report) => spots[report]!.y),
    epsMetres,
    minPoints,
  )
  const clusters: number[][] = []
  for (const [i, label] of labels.entries()) if (label >= 0) (clusters[label] ??= []).push(loose[i]!)

  const groups: StabilityHotspot[] = [
    ...Array.from(atPlace, ([place, members]) => ({ place, reports: members })),
    ...clusters.map((members) => ({ place: null, reports: members })),
  ]
  return groups.filter(
    (group) => group.reports.length >= minPoints && childrenOf(reports, [group]).length >= minChildren,
  )
}

/** Of each hotspot, whether one of the groups is it, by the rule of `stabilityOf`. */
function survivors(
  hotspots: readonly StabilityHotspot[],
  groups: readonly StabilityHotspot[],
  known: ReadonlySet<number>,
): boolean[] {
  const sets = groups.map((group) => ({ place: group.place, members: new Set(group.reports) }))
  return hotspots.map(({ place, reports }) => {
    const left = reports.filter((report) => known.has(report))
    return sets.some((group) => {
      const common = left.filter((report) => group.members.has(report)).length
      return group.place === place && 2 * common >= left.length && 2 * common >= group.members.size
    })
  })
}
