import { Temporal } from 'temporal-polyfill'
import type { RunKind } from './schema.ts'

/** The days of a run: twelve months up to the end of a month, or the three of a quarter. `to` is exclusive. */
export const periodOfRun = (kind: RunKind, month: string): { from: string; to: string } => {
  const to = Temporal.PlainYearMonth.from(month).add({ months: 1 }).toPlainDate({ day: 1 })
  return { from: to.subtract({ months: kind === 'month' ? 12 : 3 }).toString(), to: to.toString() }
}

/** A quarter is named by its last month. */
export const endsQuarter = (month: string) => Number(month.slice(5)) % 3 === 0

const MONTHS_BACK = 12

/** The runs of the last twelve complete months, and of the quarters among them, that are not stored yet; the latest first. */
export const runsToMake = (
  stored: readonly { kind: RunKind; month: string }[],
  today: string,
): { kind: RunKind; month: string }[] => {
  const isStored = (kind: RunKind, month: string) => stored.some((run) => run.kind === kind && run.month === month)
  const thisMonth = Temporal.PlainDate.from(today).toPlainYearMonth()
  return Array.from({ length: MONTHS_BACK }, (_, i) => thisMonth.subtract({ months: i + 1 }).toString()).flatMap(
    (month) =>
      (['month', 'quarter'] as const)
        .filter((kind) => (kind === 'month' || endsQuarter(month)) && !isStored(kind, month))
        .map((kind) => ({ kind, month })),
  )
}

/** `2023 Q2` of its last month. */
export const quarterName = (month: string) => `${month.slice(0, 4)} Q${Number(month.slice(5)) / 3}`
