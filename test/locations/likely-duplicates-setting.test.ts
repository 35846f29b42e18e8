import { expect, test } from 'vitest'
import { execute, type Db } from '../../server/db.ts'
import { withDb } from '../support/app.ts'
import { makeChild, makeReports } from '../support/make.ts'

const suggest = execute<{ reportIds: string[] }>('locations/suggest-duplicates')

const pairsOfTwoReports80MetresApart = async (db: Db) => {
  const childId = await makeChild(db, 'YP-0001')
  const { rows } = await db.query<{ id: string }>(
    `insert into missing_episode (source_hmac, child_id, category, started_at, start_precision, row_hash)
     values ('\\x01', $1, 'M', '2023-05-01T18:00:00Z', 'minute', '\\x00') returning id`,
    [childId],
  )
  const episodeId = rows[0]!.id
  const [first] = await makeReports(db, { episodeId })
  const [second] = await makeReports(db, { episodeId, position: { easting: 435_080, northing: 336_000 } })
  return suggest(db, { reportIds: [first!, second!] })
}

test(
  'two reports 80 metres apart are no likely duplicates at the default of 50 metres',
  withDb(async (db) => expect(await pairsOfTwoReports80MetresApart(db)).toBe(0)),
)

test(
  'the partnership’s own distance is the one that counts',
  withDb(async (db) => {
    await db.query(
      `insert into policy_setting (name, value, changed_by) values ('likelyDuplicateMetres', '100', 'test')`,
    )

    expect(await pairsOfTwoReports80MetresApart(db)).toBe(1)
  }),
)
