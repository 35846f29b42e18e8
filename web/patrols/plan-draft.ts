import type { Activity, HourWindow, PatrolDetail } from '../../server/patrols/schema.ts'

/** What is typed and ticked before it is kept. */
export interface PlanDraft {
  windows: HourWindow[]
  dwellMinutes: string
  visitsADay: string
  activities: Activity[]
  riskNotes: string
  briefing: string
}

const USUAL: Activity[] = ['visible_foot_patrol', 'engagement', 'safeguarding_check']

/** What is planned already; else the best times of the stored month, a visit of 15 minutes a day, and what is usual. */
export const draftOf = ({ task, bestWindows }: PatrolDetail): PlanDraft =>
  task && task.windows.length > 0
    ? {
        windows: task.windows,
        dwellMinutes: String(task.dwellMinutes),
        visitsADay: String(task.visitsADay),
        activities: task.activities,
        riskNotes: task.riskNotes ?? '',
        briefing: task.briefing ?? '',
      }
    : { windows: bestWindows, dwellMinutes: '15', visitsADay: '1', activities: USUAL, riskNotes: '', briefing: '' }

export const isSameWindow = (a: HourWindow, b: HourWindow) => a.fromHour === b.fromHour && a.hours === b.hours

/** The best times and those that were added, each once, Monday first. */
export const offered = (best: readonly HourWindow[], chosen: readonly HourWindow[]): HourWindow[] =>
  [...best, ...chosen.filter((window) => !best.some((other) => isSameWindow(other, window)))].toSorted(
    (a, b) => a.fromHour - b.fromHour || a.hours - b.hours,
  )

export const planErrors = ({ windows, activities }: PlanDraft) => ({
  ...(windows.length === 0 && { 'plan-windows': 'Choose at least one window' }),
  ...(activities.length === 0 && { 'plan-activities': 'Choose what is done there' }),
})

export const toPlanInput = (draft: PlanDraft, version: number) => ({
  version,
  windows: draft.windows,
  dwellMinutes: Number(draft.dwellMinutes),
  visitsADay: Number(draft.visitsADay),
  activities: draft.activities,
  riskNotes: draft.riskNotes.trim() || null,
  briefing: draft.briefing.trim() || null,
})

/** Which field a pointer of the service belongs to. */
export const PLAN_FIELDS: Record<string, string> = {
  '/windows': 'plan-windows',
  '/dwellMinutes': 'plan-dwell',
  '/visitsADay': 'plan-visits',
  '/activities': 'plan-activities',
  '/riskNotes': 'plan-risk',
  '/briefing': 'plan-briefing',
}
