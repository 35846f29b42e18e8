import { printerBusy } from '../errors.ts'

/**
 * Runs one job at a time; a few may wait their turn, in the order they came. Whoever gives up (`signal`) leaves the line.
 * @throws a 503 problem `printer-busy` where too many wait already
 */
export const oneAtATime = (mostWaiting: number) => {
  const waiting: (() => void)[] = []
  let isBusy = false

  const turn = (signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      signal.throwIfAborted()
      if (!isBusy) {
        isBusy = true
        return resolve()
      }
      if (waiting.length >= mostWaiting) throw printerBusy()
      const leave = () => {
        waiting.splice(waiting.indexOf(go), 1)
        reject(signal.reason as Error)
      }
      const go = () => {
        signal.removeEventListener('abort', leave)
        resolve()
      }
      waiting.push(go)
      signal.addEventListener('abort', leave, { once: true })
    })

  return async <Result>(job: () => Promise<Result>, signal: AbortSignal): Promise<Result> => {
    await turn(signal)
    try {
      return await job()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else isBusy = false
    }
  }
}
