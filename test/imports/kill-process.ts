import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { openDatabase } from '../../server/database/open.ts'
import { overPool, type Db } from '../../server/db.ts'
import { importFile } from '../../server/imports/import-file.ts'
import { sweepStaged } from '../../server/imports/sweep.ts'
import { migrate } from '../../server/migrate.ts'
import { secretsFrom } from '../../server/secrets.ts'

/**
 * A process of its own, to be killed: opens the embedded database in a folder, says what it finds there (before the sweep and after), loads a
 * small file of episodes, then a file of reports, and says when it has what and how far it is. One line of JSON each.
 */
const [folder = '', rows = '0'] = process.argv.slice(2)

const say = (word: object) => process.stdout.write(JSON.stringify(word) + '\n')

const stateOf = async (db: Db) => {
  const { rows: found } = await db.query<Record<string, number>>(`select
    (select count(*) from missing_episode) as episodes, (select count(*) from location_report) as reports,
    (select count(*) from occurrence) as occurrences, (select count(*) from child) as children,
    (select count(*) from import_batch where state = 'staging') as "batchesStaging",
    (select count(*) from staged_report) + (select count(*) from staged_episode) as staged`)
  return found[0]
}

function* reportFile(count: number) {
  yield 'report_ref,child_source_id,basis,observed_from,longitude,latitude,is_private_address\n'
  for (let row = 0; row < count; row++)
    yield `R${row},C${row % 500},found,2023-06-30T21:15,${-1.56 + (row % 1_000) / 6_000},${52.86 + row / 1e6},N\n`
}

const episodeFile = [
  'episode_source_id,child_source_id,category,started_at',
  ...Array.from({ length: 300 }, (_, row) => `E${row},X${row % 30},M,2023-06-30T18:00`),
].join('\n')

const { pool } = await openDatabase({ folder })
const db = overPool(pool)
await migrate(db)
say({ found: await stateOf(db) })
await sweepStaged(db, 'embedded')
say({ swept: await stateOf(db) })

const given = { db, secrets: secretsFrom(new Uint8Array(32).fill(9)) }
const episodes = await importFile(given, 'episodes', Readable.from([Buffer.from(episodeFile)]))
say({ episodes })
const reports = await importFile(
  given,
  'reports',
  Readable.from(reportFile(Number(rows))).map((line: string) => Buffer.from(line)),
  {
    batch: randomUUID(),
    onProgress: (read) => say({ read }),
  },
)
say({ reports })
process.exit(0)
