import { signal } from '@preact/signals'
import type { How, Visit, VisitReport } from '../../server/visits/schema.ts'
import { ApiError, ask } from '../state/api.ts'

/** What was tapped and has not reached the service yet. `at`: when, by a clock that nobody sets (milliseconds). */
export type Sending =
  | { kind: 'start'; visitId: string; patrolId: string; hotspotName: string; how: How; at: number }
  | { kind: 'end'; visitId: string; at: number }
  | { kind: 'report'; visitId: string; report: Omit<VisitReport, 'version'>; version: number; at: number }

const agoSeconds = (at: number) => Math.max(0, (performance.now() - at) / 1000)

/** Sends one tap. Sent twice it is kept once. Rejects with an `ApiError`. */
const sendOne = (one: Sending): Promise<Visit> => {
  const { visitId, at } = one
  if (one.kind === 'start') {
    const body = { id: visitId, patrolId: one.patrolId, how: one.how, agoSeconds: agoSeconds(at) }
    return ask<Visit>('/api/visits', { method: 'POST', body })
  }
  if (one.kind === 'end')
    return ask<Visit>(`/api/visits/${visitId}/end`, { method: 'POST', body: { agoSeconds: agoSeconds(at) } })
  return ask<Visit>(`/api/visits/${visitId}`, { method: 'PATCH', body: { ...one.report, version: one.version } })
}

/** Kept in this page's memory, whichever of its pages is open, and nowhere else: in the order in which it was tapped. */
export const waiting = signal<readonly Sending[]>([])
/** Sent, and not yet in what the page has loaded: so that nothing flickers. */
export const settled = signal<readonly Sending[]>([])
/** Nothing came through the last time. */
export const isCutOff = signal(false)
/** What the service said no to. */
export const refused = signal<ApiError | undefined>(undefined)
/** Goes up when everything was sent: there is something new to load. */
export const sendings = signal(0)

const TRY_AGAIN_MS = 15_000
let isSending = false

/** Takes hold of a tap, and sends it at once where it can. */
export const tap = (one: Sending) => {
  refused.value = undefined
  waiting.value = [...waiting.value, one]
  void sendAll()
}

const sendAll = async () => {
  if (isSending) return
  isSending = true
  while (waiting.value.length > 0 && (await sendNext()));
  isSending = false
}

/** False where it is to be tried again later. */
const sendNext = async (): Promise<boolean> => {
  const next = waiting.value[0]!
  try {
    await sendOne(next)
    settled.value = [...settled.value, next]
    waiting.value = waiting.value.slice(1)
  } catch (error) {
    isCutOff.value = isWorthAnother(error)
    if (isCutOff.value || isSignedOut(error)) return false
    // What hangs on the same visit would be refused as well.
    refused.value = error as ApiError
    waiting.value = waiting.value.filter(({ visitId }) => visitId !== next.visitId)
  }
  isCutOff.value = false
  if (waiting.value.length === 0) sendings.value++
  return true
}

setInterval(() => void sendAll(), TRY_AGAIN_MS)
window.addEventListener('online', () => void sendAll())
window.addEventListener('beforeunload', (event) => {
  if (waiting.value.length > 0) event.preventDefault()
})

/** True where the same is worth sending again by itself: nothing came through, or the service was not up to it. */
const isWorthAnother = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 0 || error.status >= 500 || error.status === 429)

/** True where whoever taps has to sign in first: nothing is lost meanwhile. */
const isSignedOut = (error: unknown): boolean => error instanceof ApiError && error.status === 401
