import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Server } from 'node:http'
import { createApp } from '../server/app.ts'
import { underRole } from '../server/access/under-role.ts'
import { storeRun } from '../server/runs/store-run.ts'
import { loadDemo } from '../test/support/demo.ts'
import { signInAs } from '../test/support/sign-in.ts'
import { medianTime, timeOnce, type BenchFile } from './measure.ts'
import { benchService, TODAY } from './report-database.ts'
import { scratchDatabase, type ScratchDatabase } from './scratch-database.ts'

const NS_IN_MS = 1e6

let database: ScratchDatabase | undefined
let server: Server | undefined
let stored: { id: string; ms: number; longestBlockMs: number } | undefined

/** The demo's June, stored as the co-ordinator's request does it, while a timer watches the event loop. */
const prepare = async () => {
  if (!database) {
    database = await scratchDatabase()
    await loadDemo(database.db)
  }
  if (!stored) {
    const intake = underRole(database.db, { role: 'intake' })
    // The first run of a process reads and compiles what it is made of.
    await storeRun(intake, { kind: 'month', month: '2023-05' }, { today: TODAY, now: new Date() }, 'the bench')
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    let id = ''
    const ms = await timeOnce(async () => {
      id = await storeRun(intake, { kind: 'month', month: '2023-06' }, { today: TODAY, now: new Date() }, 'the bench')
    })
    delay.disable()
    stored = { id, ms, longestBlockMs: delay.max / NS_IN_MS }
  }
  return { ...database, ...stored }
}

export const storedRunBench: BenchFile = {
  benches: [
    {
      name: "storing the demo's month",
      compares: 'seconds from the reports to the stored run with all its findings',
      limit: { atMost: 60 },
      async run() {
        const { ms, kind } = await prepare()
        return { value: ms / 1_000, detail: `${kind} database, findings in a thread of their own` }
      },
    },
    {
      name: 'event loop while a month is stored',
      compares: 'milliseconds of the longest block',
      limit: { atMost: 50 },
      async run() {
        const { longestBlockMs, ms } = await prepare()
        return { value: longestBlockMs, detail: `watched every millisecond for ${ms.toFixed(0)} ms` }
      },
    },
    {
      name: 'GET /api/runs/:id/findings',
      compares: 'milliseconds for the whole answer, its line in the log among them',
      limit: { atMost: 30 },
      async run() {
        const { db, id, kind } = await prepare()
        server ??= createApp(benchService({ db, kind })).listen(0, '127.0.0.1')
        if (!server.listening) await once(server, 'listening')
        const { token } = await signInAs(db, 'group_chair')
        const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/runs/${id}/findings`
        let bytes = 0
        const ask = async () => {
          const answer = await fetch(url, { headers: { cookie: `place-risk-session=${token}` } })
          bytes = (await answer.text()).length
          if (answer.status !== 200) throw new Error(`expected an answer, got ${answer.status}`)
        }
        const ms = await medianTime(ask, { runs: 51, warmUps: 10 })
        return { value: ms, detail: `${kind} database, ${(bytes / 1_000).toFixed(0)} kB (median of 51)` }
      },
    },
  ],
  async close() {
    server?.closeAllConnections()
    server?.close()
    await database?.stop()
  },
}
