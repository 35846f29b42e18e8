import { rm } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import type { PGlite } from '@electric-sql/pglite'
import { engineOf, openPglite } from './engine.ts'
import { reasonOf } from './reason.ts'
import { startFront } from './wire-front.ts'
import type { Front } from './wire-front.ts'
import type { WorkerReport, WorkerRequest, WorkerTask } from './worker-messages.ts'

/** The thread that holds the embedded database and serves it over the socket. Its supervisor is `embedded.ts`. */
const port = parentPort
if (port === null) throw new Error('embedded-worker.ts runs as a worker thread only')
const task = workerData as WorkerTask

const report = (message: WorkerReport, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer)

/** Ends the thread at once, even from inside the engine's own loop. */
const endBroken = (error: unknown) => {
  report({ kind: 'failed', reason: reasonOf(error) })
  process.exit(1)
}

const start = async () => {
  const database = await openPglite(task.folder, task.dump)
  const engine = engineOf(database, new Int32Array(task.calls), endBroken)
  // The socket of a worker that was killed is still there.
  await rm(task.socketPath, { force: true })
  const front = await startFront(engine, task.socketPath, task.limits, endBroken)
  port.on('message', (request: WorkerRequest) => {
    if (request === 'dump') void dump(database, front)
    else void stop(database, front)
  })
  report({ kind: 'ready' })
}

const dump = async (database: PGlite, front: Front) => {
  try {
    const bytes = await front.exclusively(async () => {
      await database.exec('checkpoint')
      return new Uint8Array(await (await database.dumpDataDir('gzip')).arrayBuffer())
    })
    report({ kind: 'dumped', dump: bytes }, [bytes.buffer])
  } catch (error) {
    report({ kind: 'not-dumped', reason: reasonOf(error) })
  }
}

const stop = async (database: PGlite, front: Front) => {
  try {
    await front.close()
    await database.close()
    process.exit(0)
  } catch (error) {
    endBroken(error)
  }
}

start().catch(endBroken)
