import { beforeAgain, readAnswer, unreachable } from '../state/api.ts'

/**
 * Fetches a PDF and gives it to the person as a file. Rejects with an `ApiError` that can be shown; where the service wants a reason
 * first, the person is asked for it and the PDF asked for once more.
 */
export const savePdf = async (path: string, signal: AbortSignal): Promise<void> => {
  const response = await fetchPdf(path, signal).catch(async (error: unknown) => {
    await beforeAgain(error, signal)
    return fetchPdf(path, signal)
  })
  const url = URL.createObjectURL(await orUnreachable(response.blob(), signal))
  const link = document.createElement('a')
  link.href = url
  link.download = nameIn(response.headers.get('content-disposition')) ?? 'OS_document.pdf'
  link.click()
  // The browser takes the file from there a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

const fetchPdf = async (path: string, signal: AbortSignal): Promise<Response> => {
  const response = await orUnreachable(fetch(path, { signal }), signal)
  if (!response.ok) await readAnswer(response)
  return response
}

const orUnreachable = <Value>(value: Promise<Value>, signal: AbortSignal): Promise<Value> =>
  value.catch((error: unknown) => {
    throw signal.aborted ? error : unreachable()
  })

const nameIn = (disposition: string | null) => /filename="([\w.-]+)"/.exec(disposition ?? '')?.[1]
