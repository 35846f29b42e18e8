import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { createApp } from '../server/app.ts'
import type { Db } from '../server/db.ts'
import { storeRun } from '../server/runs/store-run.ts'
import { signInAs } from '../test/support/sign-in.ts'
import { sideBySide, type BenchFile } from './measure.ts'
import { benchService, reportDatabase, TODAY } from './report-database.ts'
import type { ScratchDatabase } from './scratch-database.ts'

let database: ScratchDatabase | undefined
const servers: Server[] = []

/** The same database past every policy: what would set a role is left out. */
const asOwner = (db: Db): Db => ({
  query: (text, values) =>
    text.startsWith("select set_config('role'") ? Promise.resolve({ rows: [], rowCount: 0 }) : db.query(text, values),
  transaction: (work) => db.transaction((tx) => work(asOwner(tx))),
})

const askShared = async (db: Db, kind: ScratchDatabase['kind'], token: string) => {
  const server = createApp(benchService({ db, kind })).listen(0, '127.0.0.1')
  servers.push(server)
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/shared/hotspots`
  return async () => {
    const answer = await fetch(url, { headers: { cookie: `place-risk-session=${token}` } })
    const text = await answer.text()
    if (answer.status !== 200) throw new Error(text)
    return text
  }
}

export const rowPoliciesBench: BenchFile = {
  benches: [
    {
      name: 'GET /api/shared/hotspots under row policies',
      compares:
        'the stored run’s answer under the tier’s database role / the same answer as the owner, past every policy',
      limit: { atMost: 1.25 },
      async run() {
        database = await reportDatabase()
        const { db, kind } = database
        await storeRun(db, { kind: 'month', month: '2023-06' }, { today: TODAY, now: new Date() }, 'the bench')
        const { token } = await signInAs(db, 'group_member')
        const [ask, askAsOwner] = [await askShared(db, kind, token), await askShared(asOwner(db), kind, token)]
        const [answer, peer] = [await ask(), await askAsOwner()]
        if (answer !== peer) throw new Error('expected the same answer with the policies and without')

        const { oursMs, peerMs, ratio } = await sideBySide(ask, askAsOwner, { runs: 101, warmUps: 20 })
        return {
          value: 1 / ratio,
          detail: `${kind} database: ${oursMs.toFixed(1)} ms under the policies, ${peerMs.toFixed(1)} ms past them (medians of 101)`,
        }
      },
    },
  ],
  async close() {
    for (const server of servers) {
      server.closeAllConnections()
      server.close()
    }
    await database?.stop()
  },
}
