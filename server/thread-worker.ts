import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadTask } from './thread.ts'

const { module, name, given } = workerData as ThreadTask
const functions = (await import(module)) as Record<string, (given: unknown) => unknown>
parentPort!.postMessage(functions[name]!(given))
