import { setTimeout as delay } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import { startThread } from '../thread.ts'
import type { WorkerReport, WorkerRequest, WorkerTask } from './worker-messages.ts'

export interface Supervised {
  readonly restarts: number
  dump(): Promise<Uint8Array>
  kill(): Promise<void>
  stop(): Promise<void>
}

export interface Supervision {
  task: Omit<WorkerTask, 'calls'>
  statementLimitMs: number
  onDeath: (reason: string, comesBack: boolean) => void
}

const FIRST_BACK_OFF_MS = 250
const LONGEST_BACK_OFF_MS = 15_000
/** A thread that lived this long is no part of a row of failures. */
const STEADY_MS = 60_000
const STOP_LIMIT_MS = 10_000

/**
 * Keeps a thread with the database alive: starts it again, after a growing pause, when it dies, and ends it when one statement
 * runs past the limit. A database in memory dies with its thread. Rejects if the first start fails.
 */
export const supervise = async (supervision: Supervision): Promise<Supervised> => {
  const supervisor = new Supervisor(supervision)
  await supervisor.start()
  return supervisor
}

class Supervisor implements Supervised {
  #supervision: Supervision
  #calls = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  #worker: Worker | null = null
  #isReady = false
  #isStopping = false
  #restarts = 0
  #failuresInARow = 0
  #backOff: NodeJS.Timeout | undefined
  /** Why we are ending the thread ourselves. */
  #reasonToEnd: string | undefined
  #dumping: { resolve: (dump: Uint8Array) => void; reject: (error: Error) => void } | undefined
  #stopWatching = () => {}

  constructor(supervision: Supervision) {
    this.#supervision = supervision
  }

  get restarts() {
    return this.#restarts
  }

  async start() {
    await this.#launch()
    const { statementLimitMs } = this.#supervision
    const reason = `a statement ran for more than ${statementLimitMs / 1000} seconds`
    this.#stopWatching = watchStatements(this.#calls, statementLimitMs, () => void this.#end(reason))
  }

  async dump() {
    if (!this.#isReady || this.#dumping) throw new Error('The database is not running, or is being dumped already.')
    try {
      return await new Promise<Uint8Array>((resolve, reject) => {
        this.#dumping = { resolve, reject }
        this.#worker?.postMessage('dump' satisfies WorkerRequest)
      })
    } finally {
      this.#dumping = undefined
    }
  }

  kill() {
    return this.#end('it was killed')
  }

  async stop() {
    this.#isStopping = true
    clearTimeout(this.#backOff)
    this.#stopWatching()
    const worker = this.#worker
    if (worker === null) return
    if (this.#isReady) {
      const ended = new Promise((resolve) => worker.once('exit', resolve))
      worker.postMessage('stop' satisfies WorkerRequest)
      await Promise.race([ended, delay(STOP_LIMIT_MS, undefined, { ref: false })])
    }
    await worker.terminate()
  }

  /** Resolves when the database can be reached, rejects if the thread ends before. */
  async #launch() {
    this.#calls[0] = 0
    const { buffer: calls } = this.#calls
    const worker = startThread(new URL('./embedded-worker.ts', import.meta.url), {
      ...this.#supervision.task,
      calls,
    } satisfies WorkerTask)
    this.#worker = worker
    const launchedAt = performance.now()
    let reason = 'its thread ended'
    worker.on('error', (error) => (reason = error instanceof Error ? error.message : String(error)))
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (report: WorkerReport) => {
        if (report.kind === 'failed') reason = report.reason
        if (report.kind === 'dumped') this.#dumping?.resolve(report.dump)
        if (report.kind === 'not-dumped') this.#dumping?.reject(new Error(report.reason))
        if (report.kind === 'ready') {
          this.#isReady = true
          resolve()
        }
      })
      worker.once('exit', () => {
        if (performance.now() - launchedAt > STEADY_MS) this.#failuresInARow = 0
        reject(new Error(reason))
        this.#afterEnd(this.#reasonToEnd ?? reason)
      })
    })
  }

  #afterEnd(reason: string) {
    const wasServing = this.#isReady
    this.#worker = null
    this.#isReady = false
    this.#reasonToEnd = undefined
    this.#dumping?.reject(new Error(`The database stopped: ${reason}.`))
    if (wasServing && !this.#isStopping) this.#comeBack(reason)
  }

  #comeBack(reason: string) {
    const { task, onDeath } = this.#supervision
    onDeath(reason, task.folder !== undefined)
    if (task.folder === undefined) return
    const pauseMs = Math.min(LONGEST_BACK_OFF_MS, FIRST_BACK_OFF_MS * 2 ** this.#failuresInARow++)
    this.#backOff = setTimeout(() => {
      this.#launch().then(
        () => this.#restarts++,
        (error: Error) => this.#isStopping || this.#comeBack(error.message),
      )
    }, pauseMs)
  }

  async #end(reason: string) {
    this.#reasonToEnd = this.#worker === null ? undefined : reason
    await this.#worker?.terminate()
  }
}

/** Calls `onOverdue` when the same call of the engine has been seen running for longer than the limit. */
const watchStatements = (calls: Int32Array, limitMs: number, onOverdue: () => void) => {
  let seen = { count: 0, at: 0 }
  const timer = setInterval(
    () => {
      const count = Atomics.load(calls, 0)
      const now = performance.now()
      const isSameCall = count === seen.count && count % 2 !== 0
      if (!isSameCall) seen = { count, at: now }
      else if (now - seen.at > limitMs) {
        seen = { count: 0, at: 0 }
        onOverdue()
      }
    },
    Math.min(1000, limitMs / 4),
  )
  timer.unref()
  return () => clearInterval(timer)
}
