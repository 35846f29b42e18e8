import type { z } from 'zod'
import type { ReportInput } from '../../server/locations/schema.ts'
import { toDay, toTime } from '../form/date-field.tsx'
import type { FieldErrors } from '../form/errors.tsx'
import type { Draft } from './draft.ts'

type Input = z.input<typeof ReportInput>
type Times = Pick<Input, 'observedFrom' | 'observedTo' | 'timePrecision'>

/** The report that a draft tells, or what is still wrong with it, by field and in the order of the page. */
export const toInput = (draft: Draft, today: string): { input: Input } | { errors: FieldErrors } => {
  const errors: FieldErrors = {}
  if (!draft.basis) errors.basis = 'Say what is known'
  if (draft.basis === 'found' && !draft.foundOnPatrol) errors.foundOnPatrol = 'Say whether a patrol found them'
  const times = toTimes(draft, today, errors)
  checkPlace(draft, errors)
  if (!draft.isPrivateAddress) errors.isPrivateAddress = 'Say whether it is a private address'
  if (!draft.childKind) errors.childKind = 'Say whether you know which child it is'
  if (draft.childKind === 'number' && draft.childSourceId.trim() === '') errors.childSourceId = 'Enter the case number'
  if (Object.keys(errors).length > 0 || !times || !draft.basis) return { errors }

  return {
    input: {
      basis: draft.basis,
      ...times,
      ...toPlace(draft),
      isPrivateAddress: draft.isPrivateAddress === 'yes',
      foundOnPatrol: draft.basis === 'found' && draft.foundOnPatrol === 'yes',
      ...(draft.childKind === 'number' && { childSourceId: draft.childSourceId.trim() }),
      ...(draft.sourceType && { sourceType: draft.sourceType }),
      concerns: draft.concerns as NonNullable<Input['concerns']>,
      ...(draft.narrative.trim() && { narrative: draft.narrative.trim() }),
    },
  }
}

const checkPlace = (draft: Draft, errors: FieldErrors) => {
  if (!draft.whereKind) errors.whereKind = 'Say how you can show where it was'
  if (draft.whereKind === 'words' && draft.placeName.trim() === '')
    errors.placeName = 'Write down where it was, in the words you were given'
  if (draft.whereKind !== 'map') return
  if (!draft.spot) errors.spot = 'Search for the place or click on the map'
  else if (draft.spot.placeId && draft.isPrivateAddress === 'yes')
    errors.spot = 'A private address is never put down as a named place. Search for its postcode or click on the map'
  else if (!draft.spot.placeId && !draft.accuracy) errors.accuracy = 'Say how exactly you know the spot'
}

const toPlace = ({ whereKind, spot, placeName, placeCategory, accuracy }: Draft): Partial<Input> => {
  if (whereKind === 'words') return { placeName: placeName.trim(), ...(placeCategory && { placeCategory }) }
  if (!spot) return {}
  if (spot.placeId) return { placeId: spot.placeId }
  return {
    point: { longitude: spot.longitude, latitude: spot.latitude },
    ...(accuracy !== 'unknown' && { accuracyMetres: Number(accuracy) }),
  }
}

/** Reads day and time, and says in `errors` what cannot be. The form’s “sometime between two days” is kept as days with an unknown time. */
const toTimes = (draft: Draft, today: string, errors: FieldErrors): Times | undefined => {
  const day = readDay(draft.day, 'day', today, errors)
  if (!draft.timeKind) {
    errors.timeKind = 'Say how exactly the time is known'
    return undefined
  }
  if (draft.timeKind === 'unknown') {
    const lastDay = readDay(draft.lastDay, 'lastDay', today, errors)
    if (day && lastDay && lastDay < day) errors.lastDay = 'The last day must be the same as or after the first day'
    return day && lastDay ? { observedFrom: day, observedTo: lastDay, timePrecision: 'unknown' } : undefined
  }
  if (draft.timeKind === 'date') return day ? { observedFrom: day, timePrecision: 'date' } : undefined
  if (draft.timeKind === 'day_part') return toDayPart(draft, day, errors)

  const time = readTime(draft.time, 'time', errors)
  if (draft.timeKind !== 'between')
    return day && time ? { observedFrom: `${day}T${time}`, timePrecision: draft.timeKind } : undefined
  const endTime = readTime(draft.endTime, 'endTime', errors)
  if (!day || !time || !endTime) return undefined
  // “From 22:00 to 01:30” goes past midnight.
  const endDay = endTime < time ? nextDay(day) : day
  return { observedFrom: `${day}T${time}`, observedTo: `${endDay}T${endTime}`, timePrecision: 'exact' }
}

const toDayPart = ({ dayPart }: Draft, day: string | undefined, errors: FieldErrors): Times | undefined => {
  if (!dayPart) errors.dayPart = 'Choose the part of the day'
  if (!day || !dayPart) return undefined
  const end = { '00': `${day}T06:00`, '06': `${day}T12:00`, '12': `${day}T18:00`, '18': `${nextDay(day)}T00:00` }[
    dayPart
  ]
  return { observedFrom: `${day}T${dayPart}:00`, observedTo: end, timePrecision: 'day_part' }
}

const readDay = (typed: Draft['day'], field: string, today: string, errors: FieldErrors) => {
  const day = toDay(typed)
  if (!day)
    errors[field] = Object.values(typed).every((part) => part === '')
      ? 'Enter the day'
      : 'Enter a day that exists, such as 30 6 2023'
  else if (day > today) errors[field] = 'The day must be today or in the past'
  else return day
  return undefined
}

const readTime = (typed: string, field: string, errors: FieldErrors) => {
  const time = toTime(typed)
  if (!time) errors[field] = typed.trim() === '' ? 'Enter the time' : 'Enter a time, such as 21:15 or 9:15pm'
  return time
}

const nextDay = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** Which field of the form a JSON pointer of the service’s answer means; undefined where none does. */
export const fieldOfPointer = (pointer: string, { timeKind, whereKind }: Draft): string | undefined => {
  const member = `/${pointer.split('/')[1] ?? ''}`
  if (member === '/observedTo' && timeKind === 'unknown') return 'lastDay'
  if (member === '/observedTo' && timeKind === 'day_part') return 'dayPart'
  if (member === '/placeId' && whereKind === 'words') return 'placeName'
  return FIELD_OF_POINTER[member]
}

const FIELD_OF_POINTER: Record<string, string> = {
  '/basis': 'basis',
  '/foundOnPatrol': 'foundOnPatrol',
  '/observedFrom': 'day',
  '/observedTo': 'endTime',
  '/timePrecision': 'timeKind',
  '/point': 'spot',
  '/placeId': 'spot',
  '/placeName': 'placeName',
  '/placeCategory': 'placeCategory',
  '/accuracyMetres': 'accuracy',
  '/isPrivateAddress': 'isPrivateAddress',
  '/childSourceId': 'childSourceId',
  '/sourceType': 'sourceType',
  '/concerns': 'concerns',
  '/narrative': 'narrative',
}
