import { pointIn } from '../hotspots/cluster-shape.ts'
import { toNationalGrid } from '../locations/national-grid.ts'
import { isRunning } from '../patrols/lifecycle.ts'
import { refOf } from '../patrols/patrol-answer.ts'
import type { HourWindow, PatrolState } from '../patrols/schema.ts'
import { mostVisits, startOfDayInWeek, windowsWithin, type Minutes } from '../patrols/when.ts'
import type { SharedHotspot } from '../runs/schema.ts'
import { goodOrder, timesOf, type Stop, type TimedStop, type Way } from './route-order.ts'
import { MOST_VISITS, type ShiftHow, type ShiftRoute, type ShiftStop, type ShiftTask } from './schema.ts'

/** A task with its place, as it is kept. */
export interface TaskAtPlace {
  patrolId: string
  number: number
  hotspotId: string
  hotspotName: string
  geometry: SharedHotspot['geometry']
  isApproximate: boolean
  state: PatrolState
  windows: HourWindow[]
  dwellMinutes: number
  visitsADay: number
  validFrom: string
  validTo: string
  /** The best times of the latest stored month (G2). */
  bestWindows: HourWindow[] | null
}

export interface ShiftTimes {
  day: string
  from: string
  to: string
  how: ShiftHow
}

/** Kilometres an hour: an unhurried walk, and a car in a town, with its parking. */
const SPEED: Record<ShiftHow, number> = { foot: 4.5, vehicle: 20 }
const DAY_MINUTES = 24 * 60

/** Why there is no share of reports: an exact weight would tell partners how many reports a few hours hold. */
const COVERAGE_WHY =
  'Counted in best windows, not in reports: how much each hour weighs is kept with the co-ordinator, because few reports stand behind it.'

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

const lengthOf = ({ from, to }: ShiftTimes): number =>
  ((minutesOf(to) - minutesOf(from) + DAY_MINUTES - 1) % DAY_MINUTES) + 1

/** The winding factor goes with the policy. */
export const wayOf = (times: ShiftTimes, windingFactor: number): Way => ({
  windingFactor,
  kilometresPerHour: SPEED[times.how],
  shiftMinutes: lengthOf(times),
})

const within = (times: ShiftTimes, windows: readonly HourWindow[]): Minutes[] =>
  windowsWithin(windows, startOfDayInWeek(times.day) + minutesOf(times.from), lengthOf(times))

/** A stop of the route that knows its task. */
interface TaskStop extends Stop {
  task: TaskAtPlace
}

const stopOf = (task: TaskAtPlace, times: ShiftTimes): TaskStop => {
  const { longitude, latitude } = pointOf(task)
  return {
    task,
    place: task.hotspotId,
    ...toNationalGrid(longitude, latitude),
    dwellMinutes: task.dwellMinutes,
    windows: within(times, task.windows),
  }
}

const pointOf = ({ geometry }: Pick<TaskAtPlace, 'geometry'>) =>
  geometry.type === 'Point'
    ? { longitude: geometry.coordinates[0], latitude: geometry.coordinates[1] }
    : pointIn(geometry)

/** A good order for some tasks: as many visits of each as its windows in the shift hold, up to what it asks for a day; one where none is in it. */
export const suggestOrder = (tasks: readonly TaskAtPlace[], times: ShiftTimes, way: Way): TaskAtPlace[] => {
  const wanted = tasks.flatMap((task) => {
    const stop = stopOf(task, times)
    const visits = Math.max(1, Math.min(task.visitsADay, mostVisits(stop.windows, task.dwellMinutes)))
    return Array.from({ length: visits }, () => ({ ...stop }))
  })
  return goodOrder(wanted.slice(0, MOST_VISITS), way).map((stop) => (stop as TaskStop).task)
}

/** A shift's visits in an order, with times, ways and what they meet. */
export const routeOf = (order: readonly TaskAtPlace[], times: ShiftTimes, way: Way): ShiftRoute => {
  const timed = timesOf(
    order.map((task) => stopOf(task, times)),
    way,
  )
  const seen = new Map<string, number>()
  const stops = timed.map((one) => {
    const { task } = one.stop as TaskStop
    const visit = (seen.get(task.hotspotId) ?? 0) + 1
    seen.set(task.hotspotId, visit)
    return toShiftStop(one, task, visit, times)
  })
  const { windingFactor, kilometresPerHour } = way
  return {
    day: times.day,
    from: times.from,
    to: times.to,
    how: times.how,
    stops,
    totals: {
      visits: stops.length,
      visitMinutes: order.reduce((sum, { dwellMinutes }) => sum + dwellMinutes, 0),
      metres: Math.round(timed.reduce((sum, { metres }) => sum + metres, 0)),
      travelMinutes: Math.round(timed.reduce((sum, { travelMinutes }) => sum + travelMinutes, 0)),
    },
    coverage: { ...coverageOf(timed, times), why: COVERAGE_WHY },
    method: {
      windingFactor,
      kilometresPerHour,
      says: `Straight lines times ${windingFactor}, at ${kilometresPerHour} km an hour: no map of streets is asked. The way to the first place is not counted.`,
    },
  }
}

const toShiftStop = (timed: TimedStop, task: TaskAtPlace, visit: number, times: ShiftTimes): ShiftStop => ({
  patrolId: task.patrolId,
  ref: refOf(task.number),
  hotspotId: task.hotspotId,
  hotspotName: task.hotspotName,
  geometry: task.geometry,
  isApproximate: task.isApproximate,
  ...pointOf(task),
  visit,
  begin: clockAt(times, timed.begin),
  end: clockAt(times, timed.end),
  waitMinutes: Math.round(timed.waitMinutes),
  metres: Math.round(timed.metres),
  travelMinutes: Math.round(timed.travelMinutes),
  isInWindow: timed.isInWindow,
  isInShift: timed.isInShift,
  windows: timed.stop.windows.map(({ from, to }) => ({ from: clockAt(times, from), to: clockAt(times, to) })),
  isOver: !isRunning(task.state) || task.validTo < times.day || task.validFrom > times.day,
})

const clockAt = ({ from }: ShiftTimes, minutes: number): string => {
  const at = (minutesOf(from) + Math.round(minutes)) % DAY_MINUTES
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}

/** Each place's best windows once, however often it is visited. */
const coverageOf = (timed: readonly TimedStop[], times: ShiftTimes) => {
  const places = new Map(timed.map(({ stop }) => [stop.place, (stop as TaskStop).task]))
  const visitsTo = (place: string) => timed.filter(({ stop, isInShift }) => stop.place === place && isInShift)
  const windows = [...places].flatMap(([place, { bestWindows }]) =>
    (bestWindows ?? []).map((window) => {
      const parts = within(times, [window])
      const isMet = visitsTo(place).some(({ begin, end }) => parts.some(({ from, to }) => begin >= from && end <= to))
      return { isInShift: parts.length > 0, isMet }
    }),
  )
  return {
    met: windows.filter(({ isMet }) => isMet).length,
    inShift: windows.filter(({ isInShift }) => isInShift).length,
    inWeek: windows.length,
  }
}

/** A task as it is offered for a shift. */
export const toShiftTask = (task: TaskAtPlace): ShiftTask => ({
  patrolId: task.patrolId,
  ref: refOf(task.number),
  hotspotId: task.hotspotId,
  hotspotName: task.hotspotName,
  geometry: task.geometry,
  isApproximate: task.isApproximate,
  windows: task.windows,
  dwellMinutes: task.dwellMinutes,
  visitsADay: task.visitsADay,
  validTo: task.validTo,
})
