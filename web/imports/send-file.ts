import type { z } from 'zod'
import type { ProblemAnswer } from '../../server/shared-schema.ts'
import { ApiError, beforeAgain } from '../state/api.ts'

const problemOf = (slug: string, title: string, detail: string) =>
  new ApiError({ type: `urn:place-risk:problem:${slug}`, title, status: 0, detail })

interface Sending {
  answer: Promise<unknown>
  cancel: () => void
}

type Send = (path: string, file: File, mediaType: string, onProgress?: (bytesSent: number) => void) => Sending

/**
 * Sends a file as it is and tells how much of it has gone: `fetch` cannot say that, so this is an XMLHttpRequest.
 * `answer` rejects with an `ApiError`; its slug is `cancelled` after `cancel()`, `unreachable` where the connection was lost.
 * Where the service wants a reason first, the person is asked for it and the file is sent once more.
 */
export const sendFile: Send = (...file) => {
  const stop = new AbortController()
  let sending = sendOnce(...file)
  const send = async () => {
    try {
      return await sending.answer
    } catch (error) {
      await beforeAgain(error, stop.signal)
      sending = sendOnce(...file)
      return sending.answer
    }
  }
  const cancel = () => {
    stop.abort(cancelled())
    sending.cancel()
  }
  return { answer: send(), cancel }
}

const cancelled = () => problemOf('cancelled', 'Cancelled', 'You stopped this file.')

const sendOnce: Send = (path, file, mediaType, onProgress = () => undefined) => {
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
    request.addEventListener('abort', () => reject(cancelled()))
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
