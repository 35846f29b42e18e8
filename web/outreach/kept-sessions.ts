import { signal } from '@preact/signals'
import type { OutreachSession } from '../../server/outreach/schema.ts'
import type { FieldErrors } from '../form/errors.tsx'
import { ApiError, ask } from '../state/api.ts'
import { newId } from '../state/new-id.ts'
import { SESSION_FIELDS, toSessionInput, type SessionDraft } from './session-draft.ts'

/**
 * A session that is typed, in this page's memory and nowhere else, whichever page is open. Without a connection it waits and is sent when
 * there is one again; its id is its own from the first letter on, so that it is kept once however often it is sent.
 */
export interface KeptSession {
  id: string
  referralId: string
  draft: SessionDraft
  /** Of the session that is corrected; undefined: it is a new one. */
  version: number | undefined
  state: 'typing' | 'sending' | 'waiting' | 'kept'
  errors: FieldErrors
  problem: ApiError | undefined
  /** As the service has it. */
  answer: OutreachSession | undefined
}

export const keptSessions = signal<readonly KeptSession[]>([])

const change = (id: string, part: Partial<KeptSession>) => {
  keptSessions.value = keptSessions.value.map((one) => (one.id === id ? { ...one, ...part } : one))
}

/** What is typed for a referral, if anything: a new session (`correcting` undefined) or the correction of one. */
export const keptFor = (referralId: string, correcting: string | undefined): KeptSession | undefined =>
  keptSessions.value.find(
    (one) => one.referralId === referralId && (correcting ? one.id === correcting : one.version === undefined),
  )

export const begin = (referralId: string, draft: SessionDraft, corrected?: { id: string; version: number }) => {
  const one: KeptSession = {
    id: corrected?.id ?? newId(),
    referralId,
    draft,
    version: corrected?.version,
    state: 'typing',
    errors: {},
    problem: undefined,
    answer: undefined,
  }
  keptSessions.value = [...keptSessions.value.filter(({ id }) => id !== one.id), one]
}

export const write = (id: string, part: Partial<SessionDraft>) => {
  keptSessions.value = keptSessions.value.map((one) =>
    one.id === id ? { ...one, draft: { ...one.draft, ...part } } : one,
  )
}

export const complain = (id: string, errors: FieldErrors) => change(id, { errors, problem: undefined })

/** It is on record, or thrown away. */
export const forget = (id: string) => {
  keptSessions.value = keptSessions.value.filter((one) => one.id !== id)
}

const sendOne = ({ id, referralId, draft, version }: KeptSession): Promise<OutreachSession> => {
  const said = toSessionInput(draft)
  if (version !== undefined)
    return ask<OutreachSession>(`/api/outreach/sessions/${id}`, { method: 'PATCH', body: { ...said, version } })
  const body = { ...said, id, ...(draft.plannedId !== '' && { plannedId: draft.plannedId }) }
  return ask<OutreachSession>(`/api/outreach/${referralId}/sessions`, { method: 'POST', body })
}

/** Sends a session; where nothing comes through it waits for the connection. */
export const send = async (id: string) => {
  const one = keptSessions.value.find((other) => other.id === id)
  if (!one || one.state === 'sending') return
  change(id, { state: 'sending', errors: {}, problem: undefined })
  try {
    change(id, { state: 'kept', answer: await sendOne(one) })
  } catch (error) {
    const problem = error as ApiError
    if (isWorthAnother(problem)) return change(id, { state: 'waiting' })
    const named = problem.errors.map(({ pointer = '', detail }) => [SESSION_FIELDS[pointer], detail] as const)
    const isOfFields = named.length > 0 && named.every(([field]) => field !== undefined)
    change(id, {
      state: 'typing',
      errors: isOfFields ? (Object.fromEntries(named) as FieldErrors) : {},
      problem: isOfFields ? undefined : problem,
    })
  }
}

/** True where the same is worth sending again by itself: nothing came through, or the service was not up to it. */
const isWorthAnother = ({ status, slug }: ApiError): boolean =>
  (status === 0 && slug === 'unreachable') || status === 429 || status >= 500

const TRY_AGAIN_MS = 10_000

const sendWaiting = () => {
  for (const { id, state } of keptSessions.value) if (state === 'waiting') void send(id)
}

setInterval(sendWaiting, TRY_AGAIN_MS)
window.addEventListener('online', sendWaiting)
window.addEventListener('beforeunload', (event) => {
  if (keptSessions.value.some(({ state }) => state === 'waiting' || state === 'sending')) event.preventDefault()
})
