import type { z } from 'zod'
import type { ProblemAnswer } from '../../server/shared-schema.ts'
import { ApiError } from '../state/api.ts'

const problemOf = (slug: string, title: string, detail: string) =>
  new ApiError({ type: `urn:place-risk:problem:${slug}`, title, status: 0, detail })

/**
 * Sends a file as it is and tells how much of it has gone: `fetch` cannot say that, so this is an XMLHttpRequest.
 * `answer` rejects with an `ApiError`; its slug is `cancelled` after `cancel()`, `unreachable` where the connection was lost.
 */
export const sendFile = (
  path: string,
  file: File,
  mediaType: string,
  onProgress: (bytesSent: number) => void = () => undefined,
): { answer: Promise<unknown>; cancel: () => void } => {
  const request = new XMLHttpRequest()
  const answer = new Promise<unknown>((resolve, reject) => {
    const unreachable = () =>
      reject(
        problemOf(
          'unreachable',
          'The connection was lost',
          'The file may not have arrived. Loading the same file again does no harm: rows that are already here are left as they are.',
        ),
      )
    request.upload.addEventListener('progress', ({ loaded }) => onProgress(loaded))
    request.upload.addEventListener('load', () => onProgress(file.size))
    request.addEventListener('error', unreachable)
    request.addEventListener('abort', () => reject(problemOf('cancelled', 'Cancelled', 'You stopped this file.')))
    request.addEventListener('load', () => {
      const body = parse(request.responseText)
      if (request.status >= 200 && request.status < 300) resolve(body)
      else if (isProblem(body)) reject(new ApiError(body))
      else unreachable()
    })
  })
  request.open('POST', path)
  request.setRequestHeader('content-type', mediaType)
  request.send(file)
  return { answer, cancel: () => request.abort() }
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isProblem = (body: unknown): body is z.infer<typeof ProblemAnswer> =>
  typeof body === 'object' && body !== null && 'title' in body && 'detail' in body && 'status' in body
