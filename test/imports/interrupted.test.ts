import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { createApp } from '../../server/app.ts'
import type { Db } from '../../server/db.ts'
import { toProblem } from '../../server/to-problem.ts'
import { importFile } from '../../server/imports/import-file.ts'
import { sweepStaged } from '../../server/imports/sweep.ts'
import { testSecrets, testService } from '../support/app.ts'
import { signInAs } from '../support/sign-in.ts'
import { committed, cuttable, stagedRows, visible } from './committed.ts'
import { counts, NONE } from './files.ts'

const HEADER = 'report_ref,child_source_id,basis,observed_from,place_name,is_private_address\n'
const line = (index: number) => `R${index},C${index % 40},found,2023-06-30,Mill,N\n`
const lines = (from: number, to: number) =>
  Buffer.from(Array.from({ length: to - from }, (_, index) => line(from + index)).join(''))

/** A file of 12,000 rows that stops after 11,000 until `meanwhile` is through. */
async function* fileWith(meanwhile: () => Promise<void>) {
  yield Buffer.from(HEADER)
  yield lines(0, 11_000)
  await meanwhile()
  yield lines(11_000, 12_000)
}

const until = async (isSo: () => Promise<boolean>) => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20))
}

const stateOf = async (db: Db, batch: string) =>
  (
    await db.query<{ state: string; problem: string | null }>('select state, problem from import_batch where id = $1', [
      batch,
    ])
  ).rows[0]

test(
  'while a file is coming its rows are counted and nobody sees them',
  committed(async (db) => {
    const batch = randomUUID()
    let seen = -1
    const answer = await importFile(
      { db, secrets: testSecrets },
      'reports',
      fileWith(async () => {
        await until(async () => (await stagedRows(db)) === 10_000)
        seen = await visible(db)
      }),
      { batch },
    )
    expect(seen).toBe(0)
    expect(counts(answer)).toEqual({ ...NONE, unplaced: 12_000 })
    expect(await stagedRows(db)).toBe(0)
  }),
)

test(
  'a caller who hangs up in the middle leaves nothing visible, and an import that says it failed',
  committed(async (db) => {
    const batch = randomUUID()
    const { token } = await signInAs(db, 'coordinator')
    const server = createApp({ ...testService(db), report: () => {} }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo

    const sending = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: `/api/imports/reports?batch=${batch}`,
      headers: { 'content-type': 'text/csv', cookie: `place-risk-session=${token}` },
    })
    sending.on('error', () => {})
    sending.write(HEADER)
    sending.write(lines(0, 11_000))
    await until(async () => (await stagedRows(db)) > 0)
    sending.destroy()

    await until(async () => (await stateOf(db, batch))?.state === 'failed')
    expect((await stateOf(db, batch))?.problem).toBe(
      'The file stopped coming before its end. Nothing was taken; send it again.',
    )
    expect([await visible(db), await stagedRows(db)]).toEqual([0, 0])
    server.close()
  }),
)

test(
  'a caller who stops after the last byte has been sent, before it is published, leaves nothing visible',
  committed(async (db) => {
    const stop = new AbortController()
    const importing = importFile(
      { db, secrets: testSecrets },
      'reports',
      Readable.from([HEADER, lines(0, 6_000)].map((text) => Buffer.from(text))),
      {
        signal: stop.signal,
        onProgress: () => stop.abort(),
      },
    )

    await expect(importing).rejects.toMatchObject({ slug: 'import-stopped' })
    expect([await visible(db), await stagedRows(db)]).toEqual([0, 0])
  }),
)

test(
  'a database that is lost in the middle is a clear problem; nothing half is visible, and the file loads afterwards',
  committed(async (db) => {
    const batch = randomUUID()
    const way = await cuttable()
    const broken = importFile(
      { db: way.db, secrets: testSecrets },
      'reports',
      fileWith(async () => {
        await until(async () => (await stagedRows(db)) === 10_000)
        way.cut()
      }),
      { batch },
    )

    const problem = await broken.then(() => undefined, toProblem)
    expect(problem).toMatchObject({ status: 503, slug: 'database-unavailable' })
    expect(await visible(db)).toBe(0)
    way.mend()
    await until(async () => (await stateOf(db, batch))?.state === 'failed')
    expect([await visible(db), await stagedRows(db)]).toEqual([0, 0])
    await way.stop()
    const again = await importFile(
      { db, secrets: testSecrets },
      'reports',
      fileWith(async () => {}),
    )
    expect(counts(again)).toEqual({ ...NONE, unplaced: 12_000 })
  }),
)

test(
  'where a restart of the database has emptied the staging tables, the rest of the file is not published',
  committed(async (db) => {
    const broken = importFile(
      { db, secrets: testSecrets },
      'reports',
      fileWith(async () => {
        await until(async () => (await stagedRows(db)) === 10_000)
        await db.query('truncate staged_report')
      }),
    )
    await expect(broken).rejects.toMatchObject({ status: 409, slug: 'import-interrupted' })
    expect([await visible(db), await stagedRows(db)]).toEqual([0, 0])
  }),
)

test(
  'a full disk, or any error of the database, in the middle of publishing takes everything back',
  committed(async (db) => {
    await db.query(
      `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no space left' using errcode = '53100'; end $$`,
    )
    await db.query(
      `create trigger refuse after insert on location_report for each row when (new.report_ref = 'R11999') execute function refuse()`,
    )
    try {
      const broken = importFile(
        { db, secrets: testSecrets },
        'reports',
        fileWith(async () => {}),
      )
      await expect(broken).rejects.toMatchObject({ code: '53100' })
      expect([await visible(db), await stagedRows(db)]).toEqual([0, 0])
      const { rows } = await db.query('select state from import_batch')
      expect(rows).toEqual([{ state: 'failed' }])
    } finally {
      await db.query('drop trigger refuse on location_report')
      await db.query('drop function refuse')
    }
  }),
)

test(
  'the same file twice at the same time: what the first accepts is unchanged for the second',
  committed(async (db) => {
    const both = await Promise.all(
      [1, 2].map(() =>
        importFile(
          { db, secrets: testSecrets },
          'reports',
          fileWith(async () => {}),
        ),
      ),
    )
    expect(both.map(counts).sort((one, other) => one.unchanged - other.unchanged)).toEqual([
      { ...NONE, unplaced: 12_000 },
      { ...NONE, unchanged: 12_000 },
    ])
    const { rows } = await db.query(
      'select (select count(*) from location_report) as reports, (select count(*) from occurrence) as occurrences, (select count(*) from child) as children',
    )
    expect(rows).toEqual([{ reports: 12_000, occurrences: 12_000, children: 40 }])
  }),
)

test(
  'an import that was swept while its file was coming does not publish',
  committed(async (db) => {
    const broken = importFile(
      { db, secrets: testSecrets },
      'reports',
      fileWith(async () => {
        await until(async () => (await stagedRows(db)) === 10_000)
        expect(await sweepStaged(db, 'embedded')).toBe(1)
      }),
    )
    await expect(broken).rejects.toMatchObject({ status: 409, slug: 'import-interrupted' })
    expect(await visible(db)).toBe(0)
  }),
)

test(
  'a start on a server sweeps imports without a sign of life for two minutes, and leaves living ones alone',
  committed(async (db) => {
    const [dead, living] = [randomUUID(), randomUUID()]
    for (const [id, ago] of [
      [dead, '3 minutes'],
      [living, '1 minute'],
    ])
      await db.query(`insert into import_batch (id, kind, heartbeat_at) values ($1, 'reports', now() - $2::interval)`, [
        id,
        ago,
      ])
    for (const id of [dead, living])
      await db.query(
        `insert into staged_report (batch_id, row_number, report_ref, row_hash, report_id, basis, time_precision, is_private_address, found_on_patrol)
         values ($1, 2, 'R', '', gen_random_uuid(), 'found', 'exact', false, false)`,
        [id],
      )

    expect(await sweepStaged(db, 'server')).toBe(1)
    expect([(await stateOf(db, dead))?.state, (await stateOf(db, living))?.state, await stagedRows(db)]).toEqual([
      'failed',
      'staging',
      1,
    ])
    expect(await sweepStaged(db, 'embedded')).toBe(1)
    expect([(await stateOf(db, living))?.state, await stagedRows(db)]).toEqual(['failed', 0])
  }),
)
