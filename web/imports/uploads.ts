import { signal } from '@preact/signals'
import type { ImportAnswer, ImportBatch, ImportBatchDetail } from '../../server/imports/schema.ts'
import { ApiError, ask } from '../state/api.ts'
import { sendFile } from './send-file.ts'

/** One file on its way in. It lives outside the page: going to another page of the service does not stop it. */
export interface Upload {
  /** Also the batch's id, chosen here so that progress can be asked for while the file still goes up. */
  id: string
  file: File
  kind: ImportBatch['kind']
  state: 'waiting' | 'sending' | 'reading' | 'checking' | 'done' | 'refused' | 'cancelled'
  bytesSent: number
  batch?: ImportBatch
  answer?: ImportAnswer
  problem?: ApiError
  /** Stopped when the service had already taken it in. */
  wasTooLate?: boolean
}

export const uploads = signal<Upload[]>([])

const POLL_MS = 700
const UNANSWERED_AT_MOST = 20
const stops = new Map<string, () => void>()

const change = (id: string, change: Partial<Upload>) => {
  uploads.value = uploads.value.map((upload) => (upload.id === id ? { ...upload, ...change } : upload))
}
const find = (id: string) => uploads.value.find((upload) => upload.id === id)

export const isUnderWay = ({ state }: Upload) =>
  state === 'waiting' || state === 'sending' || state === 'reading' || state === 'checking'

/** Takes files in, one after another. */
export const startUploads = (files: { file: File; kind: ImportBatch['kind'] }[]) => {
  const isRunning = uploads.value.some(isUnderWay)
  uploads.value = [
    ...uploads.value.filter(isUnderWay),
    ...files.map(({ file, kind }) => ({
      id: crypto.randomUUID(),
      file,
      kind,
      state: 'waiting' as const,
      bytesSent: 0,
    })),
  ]
  if (!isRunning) void runNext()
}

/** Stops a file. What the service has published stays; what it has only staged is dropped. */
export const cancelUpload = (id: string) => {
  const stop = stops.get(id)
  if (stop) stop()
  else change(id, { state: 'cancelled' })
}

const runNext = async () => {
  window.addEventListener('beforeunload', warnBeforeLeaving)
  for (let next = firstWaiting(); next; next = firstWaiting()) await run(next)
  window.removeEventListener('beforeunload', warnBeforeLeaving)
}

const firstWaiting = () => uploads.value.find(({ state }) => state === 'waiting')

const warnBeforeLeaving = (event: BeforeUnloadEvent) => event.preventDefault()

const run = async ({ id, file, kind }: Upload) => {
  change(id, { state: 'sending' })
  const poll = setInterval(() => void readProgress(id), POLL_MS)
  const query = new URLSearchParams({ filename: file.name, batch: id })
  const sending = sendFile(`/api/imports/${kind}?${query}`, file, 'text/csv', (bytesSent) =>
    change(id, { bytesSent, state: bytesSent < file.size ? 'sending' : 'reading' }),
  )
  stops.set(id, sending.cancel)
  try {
    const answer = await sending.answer
    change(id, { state: 'done', answer: answer as ImportAnswer })
  } catch (error) {
    await settle(id, error as ApiError)
  } finally {
    clearInterval(poll)
    stops.delete(id)
  }
}

const readProgress = async (id: string) => {
  // Until the service has seen the file's header it does not know the batch: that is no problem.
  const batch = await ask<ImportBatch>(`/api/imports/${id}`).catch(() => undefined)
  if (batch && find(id) && isUnderWay(find(id)!)) change(id, { batch })
}

/** After a cancel or a lost connection only the service knows whether the file was taken in: it is asked. */
const settle = async (id: string, problem: ApiError) => {
  const isCancelled = problem.slug === 'cancelled'
  if (!isCancelled && problem.status !== 0) return change(id, { state: 'refused', problem })

  change(id, { state: 'checking' })
  let unanswered = 0
  while (unanswered < UNANSWERED_AT_MOST) {
    const batch = await ask<ImportBatchDetail>(`/api/imports/${id}`).catch((error: unknown) => error as ApiError)
    if (batch instanceof ApiError && batch.status !== 404) unanswered++
    else if (batch instanceof ApiError || batch.state === 'failed')
      return change(id, isCancelled ? { state: 'cancelled' } : { state: 'refused', problem })
    else if (batch.state === 'published')
      return change(id, { state: 'done', answer: toAnswer(batch), wasTooLate: isCancelled })
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
  change(id, { state: 'refused', problem })
}

const toAnswer = ({ id, issues, ignoredColumns, ...batch }: ImportBatchDetail): ImportAnswer => {
  const { accepted, changed, unchanged, unplaced, rejected } = batch
  return { batch: id, accepted, changed, unchanged, unplaced, rejected, issues, ignoredColumns }
}
