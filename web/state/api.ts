import type { z } from 'zod'
import type { ProblemAnswer } from '../../server/shared-schema.ts'

/** What the service said no with (RFC 9457), or that it could not be reached. */
export class ApiError extends Error {
  readonly status: number
  readonly slug: string
  readonly title: string
  readonly errors: {
    pointer?: string | undefined
    parameter?: string | undefined
    row?: number | undefined
    detail: string
  }[]

  constructor(problem: z.infer<typeof ProblemAnswer>) {
    super(problem.detail)
    this.status = problem.status
    this.slug = problem.type.split(':').at(-1) ?? ''
    this.title = problem.title
    this.errors = problem.errors ?? []
  }
}

const unreachable = () =>
  new ApiError({
    type: 'urn:place-risk:problem:unreachable',
    title: 'The service cannot be reached',
    status: 0,
    detail: 'Nothing was lost on this page. Check the connection, then try again.',
  })

/** Asks the API and gives its JSON. Throws an `ApiError` that can be shown as it is. */
export const ask = async <Answer>(
  path: string,
  options: { method?: string; body?: unknown; signal?: AbortSignal } = {},
): Promise<Answer> => {
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
  if (isJson) throw new ApiError(answer as z.infer<typeof ProblemAnswer>)
  throw unreachable()
}

/** A query string without what is empty, in a steady order. */
export const toQueryString = (query: Record<string, string | number | undefined>): string => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`
}
