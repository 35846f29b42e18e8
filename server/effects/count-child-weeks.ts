import { booleanPointInPolygon } from '@turf/turf'
import { Temporal } from 'temporal-polyfill'
import { boxOf, distanceTo } from '../findings/place-at.ts'
import type { PlacedOccurrence } from '../hotspots/occurrence.ts'
import { localDay } from '../local-time.ts'
import type { AreaGeometry } from '../shared-schema.ts'

/** Local days, YYYY-MM-DD; ends are exclusive. The baseline ends where the plan starts; the evaluation begins then or later. */
export interface Windows {
  baselineFrom: string
  startsOn: string
  evaluationFrom: string
  evaluationTo: string
}

/** A named place, or the squares of a cluster. British National Grid, metres. */
export interface Site {
  /** Null: whatever stands in the shape and at no named place. */
  placeId: string | null
  geometry: AreaGeometry
}

export interface Design extends Windows {
  /** The plan's own place, and those that are judged together with it. */
  treated: readonly Site[]
  comparators: readonly Site[]
  /** How far round a site its buffer reaches; 0: no buffer. Named places never stand in one. */
  bufferMetres: number
}

/** Four weeks in a row, or what is left of them at the far end of a window. */
export interface Block {
  from: string
  to: string
  isBefore: boolean
  weeks: number
  treated: number
  /** Summed over the comparators. */
  control: number
}

export interface Counted {
  weeks: { before: number; after: number }
  /** Child-weeks before and after; a comparator's and a buffer's are summed over the comparators. */
  counts: Record<Part, [number, number]>
  /** The child-weeks of each child over all four parts and both windows. */
  perChild: number[]
  /** Who was counted at the treated sites before, and how many distinct children there were before, after and in all. */
  childrenBefore: ReadonlySet<string>
  children: { before: number; after: number; all: number }
  /** Reports at the treated sites in the windows that name no child, and so count nowhere. */
  withoutChild: number
  blocks: Block[]
}

const WEEKS_A_BLOCK = 4

const PARTS = ['treated', 'control', 'buffer', 'bufferControl'] as const
type Part = (typeof PARTS)[number]

/**
 * What a plan's effect is worked out from: child-weeks (a child counts once a part and week, however often reported) at the treated
 * sites, at each comparator, and in the buffer of either, before and after. Weeks are cut from where the windows meet the plan, the
 * baseline's backwards, so that both are cut alike; days that fill no week at the far end of a window are left out.
 * A report stands in one part only: a site before a buffer, the treated site's buffer before a comparator's.
 * @param occurrences that are counted at all (`whatCounts`); those outside both windows are ignored
 */
export function countChildWeeks(occurrences: readonly PlacedOccurrence[], design: Design): Counted {
  const weekOf = weekFinder(design)
  const partOf = partFinder(design)
  const seen = new Map(PARTS.map((part) => [part, new Map<string, number>()]))
  let withoutChild = 0
  for (const one of occurrences) {
    const week = weekOf(localDay(one.at))
    const found = week === null ? null : partOf(one)
    if (week === null || !found) continue
    if (one.childId !== null) seen.get(found.part)!.set(`${one.childId} ${week} ${found.site}`, week)
    else if (found.part === 'treated') withoutChild++
  }
  const countOf = (part: Part): [number, number] => {
    const weeks = [...seen.get(part)!.values()]
    return [weeks.filter((week) => week < 0).length, weeks.filter((week) => week >= 0).length]
  }
  const childrenOf = (isMeant: (week: number) => boolean) =>
    new Set([...seen.get('treated')!].filter(([, week]) => isMeant(week)).map(([key]) => childOf(key)))
  const childrenBefore = childrenOf((week) => week < 0)
  return {
    weeks: wholeWeeks(design),
    counts: {
      treated: countOf('treated'),
      control: countOf('control'),
      buffer: countOf('buffer'),
      bufferControl: countOf('bufferControl'),
    },
    perChild: perChildOf([...seen.values()].flatMap((keys) => [...keys.keys()])),
    childrenBefore,
    children: {
      before: childrenBefore.size,
      after: childrenOf((week) => week >= 0).size,
      all: childrenOf(() => true).size,
    },
    withoutChild,
    blocks: blocksOf(design, seen.get('treated')!, seen.get('control')!),
  }
}

/** How many whole weeks each window has. */
export const wholeWeeks = ({ baselineFrom, startsOn, evaluationFrom, evaluationTo }: Windows) => ({
  before: Math.floor((dayNumber(startsOn) - dayNumber(baselineFrom)) / 7),
  after: Math.floor((dayNumber(evaluationTo) - dayNumber(evaluationFrom)) / 7),
})

/** The first and the last day, exclusive, of the whole weeks of both windows. */
export const countedDays = (windows: Windows) => {
  const { before, after } = wholeWeeks(windows)
  return {
    before: { from: plusWeeks(windows.startsOn, -before), to: windows.startsOn },
    after: { from: windows.evaluationFrom, to: plusWeeks(windows.evaluationFrom, after) },
  }
}

/** The week of a day: 0 and on after, -1 and down before; null outside both windows. */
const weekFinder = (windows: Windows) => {
  const { before, after } = wholeWeeks(windows)
  const [start, evaluation] = [dayNumber(windows.startsOn), dayNumber(windows.evaluationFrom)]
  return (day: string): number | null => {
    const number = dayNumber(day)
    if (number < start) {
      const week = Math.floor((number - start) / 7)
      return week >= -before ? week : null
    }
    const week = Math.floor((number - evaluation) / 7)
    return week >= 0 && week < after ? week : null
  }
}

const partFinder = ({ treated, comparators, bufferMetres }: Design) => {
  const treatedSites = treated.map(toSite)
  const comparatorSites = comparators.map(toSite)
  return ({ placeId, easting, northing }: PlacedOccurrence): { part: Part; site: number } | null => {
    if (treatedSites.some((site) => site.holds(placeId, easting, northing))) return { part: 'treated', site: 0 }
    const at = comparatorSites.findIndex((site) => site.holds(placeId, easting, northing))
    if (at >= 0) return { part: 'control', site: at }
    if (placeId !== null || bufferMetres === 0) return null
    if (treatedSites.some((site) => site.reaches(easting, northing, bufferMetres))) return { part: 'buffer', site: 0 }
    const near = comparatorSites.findIndex((site) => site.reaches(easting, northing, bufferMetres))
    return near >= 0 ? { part: 'bufferControl', site: near } : null
  }
}

const toSite = ({ placeId, geometry }: Site) => {
  const box = boxOf(geometry)
  const isInside = (x: number, y: number) => booleanPointInPolygon([x, y], geometry)
  return {
    holds: (ofReport: string | null, x: number, y: number) =>
      placeId === null ? ofReport === null && isInside(x, y) : ofReport === placeId,
    reaches: (x: number, y: number, metres: number) =>
      x >= box.west - metres &&
      x <= box.east + metres &&
      y >= box.south - metres &&
      y <= box.north + metres &&
      (isInside(x, y) || distanceTo(geometry, x, y) <= metres),
  }
}

const childOf = (key: string) => key.slice(0, key.indexOf(' '))

const perChildOf = (keys: readonly string[]): number[] => {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(childOf(key), (counts.get(childOf(key)) ?? 0) + 1)
  return [...counts.values()].toSorted((a, b) => a - b)
}

/** Cut from where the windows meet the plan, in the order of time. */
const blocksOf = (
  windows: Windows,
  treated: ReadonlyMap<string, number>,
  control: ReadonlyMap<string, number>,
): Block[] => {
  const { before, after } = wholeWeeks(windows)
  const countIn = (keys: ReadonlyMap<string, number>, from: number, to: number) =>
    [...keys.values()].filter((week) => week >= from && week < to).length
  const block = (firstWeek: number, lastWeek: number, zero: string): Block => ({
    from: plusWeeks(zero, firstWeek),
    to: plusWeeks(zero, lastWeek),
    isBefore: firstWeek < 0,
    weeks: lastWeek - firstWeek,
    treated: countIn(treated, firstWeek, lastWeek),
    control: countIn(control, firstWeek, lastWeek),
  })
  const beforeBlocks = everyFour(before)
    .map(([from, to]) => block(-to, -from, windows.startsOn))
    .toReversed()
  return [...beforeBlocks, ...everyFour(after).map(([from, to]) => block(from, to, windows.evaluationFrom))]
}

const everyFour = (weeks: number): [number, number][] =>
  Array.from({ length: Math.ceil(weeks / WEEKS_A_BLOCK) }, (_, i) => [
    i * WEEKS_A_BLOCK,
    Math.min((i + 1) * WEEKS_A_BLOCK, weeks),
  ])

const DAY_MS = 86_400_000
const dayNumber = (day: string) => Date.parse(day) / DAY_MS
const plusWeeks = (day: string, weeks: number) => Temporal.PlainDate.from(day).add({ weeks }).toString()
