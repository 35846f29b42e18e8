import type { z } from 'zod'
import type { ProblemAnswer } from '../../server/shared-schema.ts'
import { hasSessionEnded, reasonFor } from './reason.ts'
import { keepWords } from './wording.ts'

/** What the service said no with (RFC 9457), or that it could not be reached. */
export class ApiError extends Error {
  readonly status: number
  readonly slug: string
  readonly title: string
  readonly errors: {
    pointer?: string | undefined
    parameter?: string | undefined
    row?: number | undefined
    phrase?: string | undefined
    detail: string
  }[]
  /** How long to wait before trying again, where the service said so. */
  readonly retryAfterSeconds: number | undefined

  constructor(problem: z.infer<typeof ProblemAnswer>, retryAfter: string | null = null) {
    super(problem.detail)
    this.retryAfterSeconds = Number(retryAfter) || undefined
    this.status = problem.status
    this.slug = problem.type.split(':').at(-1) ?? ''
    this.title = problem.title
    this.errors = problem.errors ?? []
  }
}

export const unreachable = () =>
  new ApiError({
    type: 'urn:place-risk:problem:unreachable',
    title: 'The service cannot be reached',
    status: 0,
    detail: 'Nothing was lost on this page. Check the connection, then try again.',
  })

const noReason = () =>
  new ApiError({
    type: 'urn:place-risk:problem:no-reason',
    title: 'Nothing was opened',
    status: 0,
    detail: 'You did not say why you are looking, so nothing was shown and nothing was changed.',
  })

interface AskOptions {
  method?: string
  body?: unknown
  signal?: AbortSignal
}

/**
 * Asks the API and gives its JSON. Throws an `ApiError` that can be shown as it is.
 * Where the service wants a reason first, or asks about words of a text, the person is asked and the request is sent once more.
 */
export const ask = async <Answer>(path: string, options: AskOptions = {}): Promise<Answer> => {
  let { body } = options
  for (;;) {
    try {
      return await askOnce<Answer>(path, { ...options, body })
    } catch (error) {
      if (isAboutWords(error)) body = await withKeptWords(error, body)
      else await beforeAgain(error, options.signal)
    }
  }
}

const isAboutWords = (error: unknown): error is ApiError => error instanceof ApiError && error.slug === 'words-to-check'

/** The body with the words that the writer keeps. Throws the refusal where they want to change the text. */
const withKeptWords = async (error: ApiError, body: unknown): Promise<unknown> => {
  const kept = await keepWords(error.errors, body)
  if (!kept) throw error
  const { checkedWords = [], ...rest } = body as { checkedWords?: string[] }
  return { ...rest, checkedWords: [...checkedWords, ...kept] }
}

/**
 * Returns where a request that was refused is worth sending again, because the person has given the reason now.
 * Throws what it was refused with otherwise, and notes that the session is over where it is.
 */
export const beforeAgain = async (error: unknown, signal?: AbortSignal): Promise<void> => {
  if (!(error instanceof ApiError)) throw error
  if (error.slug === 'sign-in-needed') hasSessionEnded.value = true
  if (error.slug !== 'reason-needed') throw error
  const isGiven = await reasonFor(error.errors[0]?.parameter ?? 'exactReport', signal)
  if (!isGiven) throw noReason()
}

/** Asks without the person being asked for anything. */
export const askOnce = async <Answer>(path: string, options: AskOptions = {}): Promise<Answer> => {
  const { method = 'GET', body, signal } = options
  const response = await fetch(path, {
    method,
    ...(signal && { signal }),
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw unreachable()
  })
  return readAnswer<Answer>(response)
}

export const readAnswer = async <Answer>(response: Response): Promise<Answer> => {
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  const answer: unknown = isJson ? await response.json() : undefined
  if (response.ok) return answer as Answer
  if (isJson) throw new ApiError(answer as z.infer<typeof ProblemAnswer>, response.headers.get('retry-after'))
  throw unreachable()
}

/** A query string without what is empty, in a steady order. */
export const toQueryString = (query: Record<string, string | number | undefined>): string => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`
}
