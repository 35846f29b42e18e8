import { execute, query } from '../db.ts'
import type { ShiftHow } from './schema.ts'
import type { TaskAtPlace } from './shift-route.ts'

/** A shift as it is kept; `order` is of the stops that the reader reaches. */
export interface StoredShift {
  id: string
  day: string
  from: string
  to: string
  how: ShiftHow
  madeBy: string
  madeAt: string
  version: number
  order: string[]
}

export const tasksOfDay = query<{ day: string }, TaskAtPlace>('shifts/tasks-of-day')
/** Those that the reader reaches, whatever their state. */
export const tasksById = query<{ ids: string[] }, TaskAtPlace>('shifts/tasks-by-id')
export const shiftsOfDay = query<{ day: string | null; id: string | null }, StoredShift>('shifts/of-day')
export const addShift = execute<{
  id: string
  day: string
  from: string
  to: string
  how: ShiftHow
  areaIds: string[]
  madeBy: string
  now: Date
}>('shifts/add')
/** Gives 0 where somebody changed it first. */
export const changeShift = execute<{
  id: string
  version: number
  day: string
  from: string
  to: string
  how: ShiftHow
}>('shifts/change')
export const putStops = execute<{ shiftId: string; order: string[] }>('shifts/put-stops')
export const dropStops = execute<{ shiftId: string }>('shifts/drop-stops')
export const dropShift = execute<{ id: string }>('shifts/drop')
