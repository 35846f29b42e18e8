import type { ShiftHow } from '../../server/shifts/schema.ts'
import { toDay, toTime, type TypedDay } from '../form/date-field.tsx'

/** When a shift is, as it is typed. */
export interface TimesDraft {
  day: TypedDay
  preset: string
  from: string
  to: string
  how: ShiftHow
}

export const PRESETS = [
  { value: 'early', label: 'Early, 07:00 to 15:00', from: '07:00', to: '15:00' },
  { value: 'late', label: 'Late, 15:00 to 23:00', from: '15:00', to: '23:00' },
  { value: 'night', label: 'Night, 23:00 to 07:00', from: '23:00', to: '07:00' },
  { value: 'own', label: 'Other times', from: '', to: '' },
] as const

/** @param day YYYY-MM-DD */
export const typedDay = (day: string): TypedDay => ({
  day: String(Number(day.slice(8))),
  month: String(Number(day.slice(5, 7))),
  year: day.slice(0, 4),
})

export interface ShiftTimes {
  day: string
  from: string
  to: string
  how: ShiftHow
}

/** The times of a draft, or what is wrong with them by field. */
export const toTimes = ({
  day,
  preset,
  from,
  to,
  how,
}: TimesDraft): { times: ShiftTimes } | { errors: Record<string, string> } => {
  const chosen = PRESETS.find(({ value }) => value === preset)
  const given = {
    day: toDay(day),
    from: preset === 'own' ? toTime(from) : chosen?.from,
    to: preset === 'own' ? toTime(to) : chosen?.to,
  }
  const errors = {
    ...(!given.day && { 'shift-day': 'Give a day, such as 14 7 2023' }),
    ...(!given.from && { 'shift-from': 'Give a time such as 18:00' }),
    ...(!given.to && { 'shift-to': 'Give a time such as 22:00' }),
  }
  if (!given.day || !given.from || !given.to) return { errors }
  return { times: { day: given.day, from: given.from, to: given.to, how } }
}
