import { invalidQuery } from '../errors.ts'
import { BASES, type Basis } from '../shared-schema.ts'
import { dayAfter, lastTwelveCompleteMonths, startOfDay } from '../local-time.ts'
import { Temporal } from 'temporal-polyfill'
import type { Method } from './group-reports.ts'
import type { HotspotQuery } from './schema.ts'
import type { Weighing } from './score.ts'

/** Instants, ISO 8601; `hours` are local hours of the day, null for any. */
export interface Selection {
  from: string
  to: string
  bases: readonly Basis[]
  category: string | null
  hours: readonly number[] | null
  area: string | null
  /** True: only what may be counted for other agencies too. */
  isShareable: boolean
}

export interface Question {
  /** Local days, `to` exclusive. */
  period: { from: string; to: string }
  selection: Selection
  method: Method
  weighing: Weighing
}

const HOURS: Record<NonNullable<HotspotQuery['dayPart']>, readonly number[]> = {
  '06-12': range(6, 12),
  '12-18': range(12, 18),
  '18-24': range(18, 24),
  '00-06': range(0, 6),
  day: range(6, 18),
  night: [...range(18, 24), ...range(0, 6)],
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i)
}

/** A query with its gaps filled: the last 12 complete months, every basis, the method that the policy settings give. */
export const toQuestion = (asked: HotspotQuery, today: string, policy: Method & Weighing): Question => {
  const period = periodOf(asked, today)
  return {
    period,
    selection: {
      from: startOfDay(period.from),
      to: startOfDay(period.to),
      bases: asked.basis ?? BASES,
      category: asked.category ?? null,
      hours: asked.dayPart ? HOURS[asked.dayPart] : null,
      area: asked.area ?? null,
      isShareable: false,
    },
    method: {
      epsMetres: asked.epsMetres ?? policy.epsMetres,
      minPoints: asked.minPoints ?? policy.minPoints,
      minChildren: Math.max(asked.minChildren ?? 0, policy.minChildren),
    },
    weighing: policy,
  }
}

const periodOf = (asked: HotspotQuery, today: string) => {
  const usual = lastTwelveCompleteMonths(today)
  const to = asked.to ?? (asked.from && asked.from >= usual.to ? dayAfter(today) : usual.to)
  const from =
    asked.from ?? (asked.to ? Temporal.PlainDate.from(asked.to).subtract({ months: 12 }).toString() : usual.from)
  if (from < to) return { from, to }
  throw invalidQuery([
    { parameter: 'to', detail: `The period ends (${to}, exclusive) before it starts (${from}). Give a later “to”.` },
  ])
}
