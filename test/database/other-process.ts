import pg from 'pg'
import { startEmbedded } from '../../server/database/embedded.ts'
import { embeddedConnection } from '../../server/database/open.ts'

/** Another process that opens the folder's database, for tests that need one; given a round's name it inserts, and prints what was acknowledged. */
const [folder, round] = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)

try {
  const database = await startEmbedded({ folder: folder! })
  const client = new pg.Client(embeddedConnection(database.host))
  await client.connect()
  await client.query('create table if not exists promise (round text, n int)')
  for (let n = 0; round !== undefined; n++) {
    await client.query('insert into promise values ($1, $2)', [round, n])
    say(`${round} ${n}`)
  }
} catch (error) {
  say(error instanceof Error ? `${error.constructor.name}: ${error.message}` : String(error))
  process.exit(1)
}
