import { computed, signal } from '@preact/signals'
import type { z } from 'zod'
import type { SessionAnswer, SignIn } from '../../server/sign-in/schema.ts'
import { ask, askOnce, type ApiError } from './api.ts'
import { hasSessionEnded } from './reason.ts'

/** Who is signed in and what they may do: asked before anything else. */
export const session = signal<SessionAnswer | undefined>(undefined)
export const sessionProblem = signal<ApiError | undefined>(undefined)

/** Who is signed in now; null: nobody, or the session is over. */
export const person = computed(() => (hasSessionEnded.value ? null : (session.value?.person ?? null)))

/** True where the role may do it: 'data:action' of the matrix, such as 'people:read'. What is not shown is refused by the service all the same. */
export const may = (what: string): boolean => session.value?.may.includes(what) ?? false

export const loadSession = async () => {
  sessionProblem.value = undefined
  try {
    take(await ask<SessionAnswer>('/api/session'))
  } catch (error) {
    sessionProblem.value = error as ApiError
  }
}

/** Rejects with an `ApiError`; its slug says what is wrong or still missing. */
export const signIn = async (input: z.input<typeof SignIn>) => {
  const before = session.value?.person?.id
  const answer = await askOnce<SessionAnswer>('/api/session', { method: 'POST', body: input })
  // What another person had open does not stay in this page's memory.
  if (before !== undefined && before !== answer.person?.id) return window.location.reload()
  take(answer)
}

/** The page is loaded anew, so that nothing that was shown stays in its memory. */
export const signOut = async () => {
  await askOnce('/api/session', { method: 'DELETE' })
  window.location.replace('/')
}

const take = (answer: SessionAnswer) => {
  hasSessionEnded.value = false
  session.value = answer
}
