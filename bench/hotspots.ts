import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { createApp } from '../server/app.ts'
import { toQuestion } from '../server/hotspots/question.ts'
import type { HotspotAnswer } from '../server/hotspots/schema.ts'
import { occurrencesInPeriod } from '../server/hotspots/store.ts'
import { policyFrom } from '../server/settings/policy.ts'
import { signInAs } from '../test/support/sign-in.ts'
import { sideBySide, timeOnce, type BenchFile } from './measure.ts'
import { benchService, reportDatabase, REPORTS, TODAY } from './report-database.ts'
import type { ScratchDatabase } from './scratch-database.ts'

let database: ScratchDatabase | undefined
let server: Server | undefined
let token = ''

const prepare = async () => {
  database ??= await reportDatabase()
  const { db, kind } = database
  if (server) return { db, kind, server }
  server = createApp(benchService(database)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  token = (await signInAs(db, 'coordinator')).token
  return { db, kind, server }
}

export const hotspotsBench: BenchFile = {
  benches: [
    {
      name: 'GET /api/hotspots over 10,000 reports',
      compares: 'the whole answer / the bare query that reads the reports',
      limit: { atMost: 2 },
      async run() {
        const { db, kind, server: listening } = await prepare()
        const url = `http://127.0.0.1:${(listening.address() as AddressInfo).port}/api/hotspots`
        const { selection } = toQuestion({}, TODAY, policyFrom([]))
        const ask = async () =>
          (await (await fetch(url, { headers: { cookie: `place-risk-session=${token}` } })).json()) as HotspotAnswer
        const read = () => occurrencesInPeriod(db, selection)

        const firstMs = await timeOnce(ask)
        const { hotspots, fewChildren, leftOut } = await ask()
        const accounted =
          [...hotspots, ...fewChildren].reduce((sum, { reports }) => sum + reports, 0) +
          Object.values(leftOut).reduce((a, b) => a + b, 0)
        if (accounted !== REPORTS) throw new Error(`expected ${REPORTS} reports accounted for, got ${accounted}`)

        const { oursMs, peerMs, ratio } = await sideBySide(ask, read, { runs: 15, warmUps: 5 })
        return {
          value: 1 / ratio,
          detail: `${kind} database: answer ${oursMs.toFixed(0)} ms, bare query ${peerMs.toFixed(0)} ms, ${hotspots.length} hotspots (medians of 15; the first answer, no shape known yet: ${firstMs.toFixed(0)} ms)`,
        }
      },
    },
  ],
  async close() {
    server?.closeAllConnections()
    server?.close()
    await database?.stop()
  },
}
