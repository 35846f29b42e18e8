import type { z } from 'zod'
import type { OpenHours, SafePlace, SafePlaceGeometry, SafePlaceInput } from '../../server/safe-places/schema.ts'
import { toTime } from '../form/date-field.tsx'
import type { FieldErrors } from '../form/errors.tsx'
import { DAYS } from './hours.ts'

/** One span of hours as it stands in the form. */
export interface DraftSpan {
  /** 0 to 6, or a group of days. */
  days: string
  from: string
  to: string
}

export interface SafePlaceDraft {
  kind: SafePlace['kind'] | undefined
  name: string
  geometry: SafePlaceGeometry | undefined
  /** How it is drawn. */
  shape: 'point' | 'outline'
  spans: DraftSpan[]
  contactRole: string
  notes: string
}

export const EMPTY_SPAN: DraftSpan = { days: 'weekdays', from: '', to: '' }

export const EMPTY_SAFE_PLACE: SafePlaceDraft = {
  kind: undefined,
  name: '',
  geometry: undefined,
  shape: 'point',
  spans: [EMPTY_SPAN],
  contactRole: '',
  notes: '',
}

const GROUPS: Record<string, { label: string; days: number[] }> = {
  every: { label: 'Every day', days: [0, 1, 2, 3, 4, 5, 6] },
  weekdays: { label: 'Monday to Friday', days: [0, 1, 2, 3, 4] },
  weekend: { label: 'Saturday and Sunday', days: [5, 6] },
}

export const DAY_OPTIONS = [
  ...Object.entries(GROUPS).map(([value, { label }]) => ({ value, label })),
  ...DAYS.map((label, day) => ({ value: String(day), label })),
]

const daysOf = (days: string) => GROUPS[days]?.days ?? [Number(days)]

/** Spans with the same hours go together where their days are a group that has a name. */
export const toDraft = (place: SafePlace): SafePlaceDraft => {
  const byHours = new Map<string, OpenHours[]>()
  for (const span of place.openHours) {
    const key = `${span.from} ${span.to}`
    byHours.set(key, [...(byHours.get(key) ?? []), span])
  }
  const spans = [...byHours.values()].flatMap((same): DraftSpan[] => {
    const days = same.map(({ day }) => day).toSorted((a, b) => a - b)
    const { from, to } = same[0]!
    const group = Object.entries(GROUPS).find(([, one]) => one.days.join() === days.join())
    return group ? [{ days: group[0], from, to }] : days.map((day) => ({ days: String(day), from, to }))
  })
  return {
    kind: place.kind,
    name: place.name,
    geometry: place.geometry,
    shape: place.geometry.type === 'Point' ? 'point' : 'outline',
    spans: spans.length > 0 ? spans : [EMPTY_SPAN],
    contactRole: place.contactRole,
    notes: place.notes,
  }
}

const isGiven = ({ from, to }: DraftSpan) => from.trim() !== '' || to.trim() !== ''
/** Midnight at the end of a day is 24:00, as people write it. */
const endTime = (typed: string) => (typed.trim() === '24:00' || typed.trim() === '24' ? '24:00' : toTime(typed))

export const errorsOf = (draft: SafePlaceDraft): FieldErrors => ({
  ...(!draft.kind && { kind: 'Choose whether it is a safe place or a guardian' }),
  ...(draft.name.trim() === '' && { name: 'Give it a name' }),
  ...(!draft.geometry && {
    where:
      draft.shape === 'point' ? 'Click on the map where it is, or search for it' : 'Draw its outline, or type it in',
  }),
  ...Object.fromEntries(
    draft.spans.flatMap((span, i) => [
      ...(isGiven(span) && !toTime(span.from) ? [[`from-${i}`, 'Give a time such as 18:30 to begin with']] : []),
      ...(isGiven(span) && !endTime(span.to) ? [[`to-${i}`, 'Give a time such as 21:00 to end with']] : []),
    ]),
  ),
})

/** Of a draft without errors. */
export const toInput = (draft: SafePlaceDraft): z.input<typeof SafePlaceInput> => ({
  kind: draft.kind!,
  name: draft.name.trim(),
  geometry: draft.geometry!,
  openHours: draft.spans
    .filter(isGiven)
    .flatMap(({ days, from, to }) => daysOf(days).map((day) => ({ day, from: toTime(from)!, to: endTime(to)! }))),
  contactRole: draft.contactRole.trim(),
  notes: draft.notes.trim(),
})
