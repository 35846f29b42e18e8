import type { Child } from './children.ts'
import { randomFrom, type Random } from './random.ts'
import { AFTER_PERIOD_A, PERIOD_A, PERIOD_B } from './stories.ts'
import { addDays, dayOfWeek, DAY, daysBetween, HOUR, londonInstant, MINUTE, type Instant } from './time.ts'

export type Episode = {
  /** `DEMO-E-00001` up, in the order of starting. */
  sourceId: string
  child: Child
  startedAt: Instant
  /** Missing: still open at the demo's clock. */
  endedAt?: Instant
  /** The case system knows the days only. */
  isDateOnly: boolean
  missingFrom: string
  policeRef?: string
  riskLevel: string
  foundBy?: string
}

type Start = { child: Child; startedAt: Instant; isOpen: boolean }

type Period = { from: string; to: string }

/** Most leave in the evening. From 09:00 on, so that two days' starts are at least nine hours apart. */
const startHours: readonly (readonly [number, number])[] = [
  [9, 1],
  [11, 1],
  [13, 1.5],
  [15, 4],
  [16, 6],
  [17, 7],
  [18, 9],
  [19, 11],
  [20, 12],
  [21, 12],
  [22, 9],
  [23, 5],
]

/** Shortest and longest hours away, and how common. */
const durations: readonly (readonly [readonly [number, number], number])[] = [
  [[1, 3], 22],
  [[3, 9], 42],
  [[9, 22], 22],
  [[22, 48], 10],
  [[48, 110], 4],
]

/** Days on which one child goes missing: in spells, more on Friday to Sunday, each day at most once. */
const daysInSpells = (random: Random, count: number, period: Period): string[] => {
  const length = daysBetween(period.from, period.to)
  const days = new Set<string>()
  while (days.size < count) {
    let offset = random.integer(0, length - 1)
    for (let left = Math.min(count - days.size, random.integer(1, 8)); left > 0 && offset < length; left--) {
      const day = addDays(period.from, offset)
      const isWeekend = dayOfWeek(day) >= 5
      if (isWeekend || random.chance(0.65)) days.add(day)
      offset += random.integer(1, 5)
    }
  }
  return [...days]
}

const startOn = (random: Random, child: Child, day: string, isOpen = false): Start => {
  const startedAt = londonInstant(day, random.weighted(startHours), random.integer(0, 59))
  return { child, startedAt, isOpen }
}

/** The ten days after period A, so that the demo's present isn't empty: a few returns and one child still missing. */
const recentStarts = (random: Random, children: readonly Child[]): Start[] => {
  const [open, ...returned] = random.shuffle(children.filter((child) => child.episodesInA >= 3)).slice(0, 8)
  if (!open) return []
  const lastDay = addDays(AFTER_PERIOD_A.to, -1)
  const ended = returned.map((child) => startOn(random, child, addDays(AFTER_PERIOD_A.from, random.integer(0, 8))))
  return [...ended, startOn(random, open, lastDay, true)]
}

/** An end that leaves two hours before the child's next start, and is in the demo's past. */
const endOf = (random: Random, start: Start, next: Start | undefined): Instant => {
  const [shortest, longest] = random.weighted(durations)
  const wanted = start.startedAt + random.integer(shortest * 60, longest * 60) * MINUTE
  const latest = Math.min(next?.startedAt ?? Infinity, londonInstant(AFTER_PERIOD_A.to) - HOUR) - 2 * HOUR
  return Math.min(wanted, latest)
}

type Absence = Start & { endedAt?: Instant; isDateOnly: boolean }

/** One child's starts, in order, with their ends. Only a long absence with free days around it can be known by its days alone. */
const absencesOf = (random: Random, starts: readonly Start[]): Absence[] => {
  let free: Instant = -Infinity
  return starts.map((start, index) => {
    if (start.isOpen) return { ...start, isDateOnly: false }
    const next = starts[index + 1]
    const endedAt = endOf(random, start, next)
    const isAlone = start.startedAt - free > DAY && (next?.startedAt ?? Infinity) - endedAt > DAY
    free = endedAt
    return { ...start, endedAt, isDateOnly: isAlone && endedAt - start.startedAt > 30 * HOUR && random.chance(0.2) }
  })
}

const missingFroms = [
  ['placement', 84],
  ['school', 6],
  ['activity', 4],
  ['home', 4],
  ['other', 2],
] as const
const riskLevels = [
  ['medium', 66],
  ['high', 22],
  ['low', 10],
  ['no_apparent', 2],
] as const
const finders = [
  ['self_return', 40],
  ['police', 36],
  ['carer', 10],
  ['family', 5],
  ['social_worker', 3],
  ['youth_worker', 1],
  ['public', 2],
  ['unknown', 3],
] as const

const describe = (random: Random, { child, startedAt, endedAt, isDateOnly }: Absence, number: number): Episode => ({
  sourceId: `DEMO-E-${String(number).padStart(5, '0')}`,
  child,
  startedAt,
  ...(endedAt === undefined ? {} : { endedAt }),
  isDateOnly,
  missingFrom: random.weighted(missingFroms),
  ...(random.chance(0.94) ? { policeRef: `DEMO-P-${String(number).padStart(5, '0')}` } : {}),
  riskLevel: random.weighted(riskLevels),
  ...(endedAt === undefined ? {} : { foundBy: random.weighted(finders) }),
})

/** Every child's episodes in both reporting years and the days after, in order of starting; one child's never overlap. */
export const makeEpisodes = (seed: number, children: readonly Child[]): Episode[] => {
  const random = randomFrom(seed, 'episodes')
  const recent = recentStarts(random, children)
  const absences = children.flatMap((child) => {
    const days = [
      ...daysInSpells(random, child.episodesInB, PERIOD_B),
      ...daysInSpells(random, child.episodesInA, PERIOD_A),
    ]
    const starts = [
      ...days.map((day) => startOn(random, child, day)),
      ...recent.filter((start) => start.child === child),
    ]
    return absencesOf(
      random,
      starts.toSorted((a, b) => a.startedAt - b.startedAt),
    )
  })
  return absences
    .toSorted((a, b) => a.startedAt - b.startedAt)
    .map((absence, index) => describe(random, absence, index + 1))
}
