import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

/** A thread is TypeScript too, and inherits no loader: neither from "--import tsx" nor from a test runner. */
const TSX = new URL('dist/esm/api/index.mjs', pathToFileURL(createRequire(import.meta.url).resolve('tsx/package.json')))
  .href
const LOAD_TYPESCRIPT = `data:text/javascript,${encodeURIComponent(`import { register } from '${TSX}'; register()`)}`

/** Starts a thread with a file of TypeScript. */
export const startThread = (file: URL, workerData: unknown): Worker =>
  new Worker(file, { workerData, execArgv: ['--import', LOAD_TYPESCRIPT] })

export interface ThreadTask {
  /** A module's address, and the name of a pure function that it exports. */
  module: string
  name: string
  given: unknown
}

/**
 * What a pure function of a module makes of a task, worked out in a thread of its own, so that no request waits meanwhile. Task and
 * result are copied, as `structuredClone` does. Rejects with what the function throws, or where the thread ends without a result.
 */
export const inThread = async <Task, Result>(module: URL, name: string, given: Task): Promise<Result> => {
  const worker = startThread(new URL('./thread-worker.ts', import.meta.url), {
    module: module.href,
    name,
    given,
  } satisfies ThreadTask)
  return new Promise<Result>((resolve, reject) => {
    worker.once('message', (result: Result) => resolve(result))
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`expected a result of ${name}, but its thread ended with ${code}`)))
  })
}
