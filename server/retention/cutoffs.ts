import { Temporal } from 'temporal-polyfill'
import { startOfDay } from '../local-time.ts'
import type { Policy } from '../settings/policy.ts'

/** Instants, ISO 8601: what is older is due. */
export interface Cutoffs {
  reports: string
  uncorroborated: string
  children: string
  groupRecords: string
  lines: string
}

/** What is due on a day of Europe/London, YYYY-MM-DD. Suspected reports are never kept longer than the others. */
export const cutoffsOn = (day: string, policy: Policy): Cutoffs => {
  const monthsBefore = (months: number) => startOfDay(Temporal.PlainDate.from(day).subtract({ months }).toString())
  return {
    reports: monthsBefore(policy.retainReportMonths),
    uncorroborated: monthsBefore(Math.min(policy.retainSuspectedMonths, policy.retainReportMonths)),
    children: monthsBefore(policy.retainChildMonths),
    groupRecords: monthsBefore(policy.retainMeetingMonths),
    lines: monthsBefore(policy.retainLogMonths),
  }
}

/** The day three months on. */
export const inThreeMonths = (day: string): string => Temporal.PlainDate.from(day).add({ months: 3 }).toString()
