import { expect, test } from 'vitest'
import type { Db } from '../../server/db.ts'
import type { PackPlace } from '../../server/packs/schema.ts'
import { withApp } from '../support/app.ts'
import { makeArea, makePlace } from '../support/make.ts'
import { atPlace, freeze, get, makeEpisode, storeMonth } from './months.ts'

/** A difference as a row of the exact table has it. */
const parts = (
  before: number,
  newData: number,
  lateData: number,
  changedIn: number,
  changedOut: number,
  left: number,
  after: number,
) => ({ before, newData, lateData, changedIn, changedOut, left, after })

const makeTown = async (db: Db) => {
  await makeArea(db, { kind: 'partnership', name: 'Derby' })
  const place = async (name: string, easting: number) => ({
    placeId: await makePlace(db, { name, easting, northing: 336_000 }),
    easting: easting + 50,
  })
  return {
    mill: await place('Mill Park', 433_000),
    lock: await place('Lock Side', 436_000),
    yard: await place('Yard', 438_000),
  }
}

test(
  'the next pack explains each difference: new data, late data, what was changed, what left the twelve months',
  withApp(async ({ api, as, db }) => {
    const { mill, lock, yard } = await makeTown(db)
    await atPlace(db, 'abcde', '2022-05-20', mill)
    const [moved, ...others] = await atPlace(db, 'abcdef', '2023-01-08', mill)
    await atPlace(db, 'ghijk', '2023-02-08', yard)
    await makeEpisode(db, 'a', { day: '2022-05-18' })
    const corrected = await makeEpisode(db, 'b', { day: '2022-04-02' })
    await makeEpisode(db, 'c', { day: '2023-01-08' })
    await storeMonth(api, '2023-04')
    const april = await freeze(db, '2023-04', { now: '2023-05-09T09:00:00Z' })

    // New: of May. Late: of January, told of in May. Placed otherwise: one that had stood at Mill Park. And another rule.
    await atPlace(db, 'fghijklmn', '2023-05-08', mill)
    await atPlace(db, 'op', '2023-01-20', mill)
    await atPlace(db, 'abcdef', '2023-05-30', lock)
    await db.query(
      `insert into location_report_revision (report_id, version, was, change) values ($1, 1, '{}', 'placed')`,
      [moved],
    )
    await db.query(
      `update location_report set version = 2, place_id = $2, geom = st_setsrid(st_makepoint($3, 336050), 27700) where id = $1`,
      [moved, lock.placeId, lock.easting],
    )
    await makeEpisode(db, 'd', { day: '2023-05-11' })
    await makeEpisode(db, 'e', { day: '2023-02-11' })
    await db.query(
      `update missing_episode set started_at = '2023-03-02T12:00:00Z', ended_at = '2023-03-02T22:00:00Z', version = 2 where id = $1`,
      [corrected],
    )
    await db.query(`insert into policy_setting (name, value, changed_by) values ('protectedMetres', '200', 'x')`)
    // Retention deletes what stood at the yard.
    await db.query(`delete from location_report where place_id = $1`, [yard.placeId])
    await db.query(
      `delete from occurrence where not exists (select from location_report where occurrence_id = occurrence.id)`,
    )
    await storeMonth(api, '2023-05')
    const may = await freeze(db, '2023-05', { now: '2023-06-13T09:00:00Z' })

    const { exact } = await get(api, `/api/packs/${may.meetingId}/exact`)
    const at = (name: string) => exact.places.find((one: { name: string }) => one.name === name).differences
    expect(at('Mill Park')).toEqual({
      reports: {
        ...parts(11, 9, 2, 0, 1, 5, 16),
        changed: [{ why: 'placed', count: 1 }],
      },
      // Child a had two reports there: one grew old, the other was placed otherwise.
      children: { before: 6, newData: 8, lateData: 2, changedIn: 0, changedOut: 1, left: 0, after: 15 },
    })
    expect(at('Lock Side').reports).toEqual({
      ...parts(0, 6, 0, 1, 0, 0, 7),
      changed: [{ why: 'placed', count: 1 }],
    })
    expect(exact.gone).toEqual([
      {
        hotspotId: yard.placeId,
        name: 'Yard',
        reports: {
          ...parts(5, 0, 0, 0, 5, 0, 0),
          changed: [{ why: 'deleted', count: 5 }],
        },
      },
    ])
    expect(exact.differences.reports).toMatchObject({
      before: 16,
      newData: 15,
      lateData: 2,
      changedOut: 5,
      left: 5,
      after: 23,
    })
    expect(exact.differences.episodes).toEqual({
      ...parts(2, 1, 1, 1, 0, 1, 4),
      changed: [{ why: 'corrected', count: 1 }],
    })
    expect(exact.quality.late).toBe(2)
    expect(others).toHaveLength(5)

    // Partners are told in words, and only of what they are told otherwise.
    const member = await as('group_member')
    const { pack, places } = await get(member, `/api/packs/${may.meetingId}`)
    expect(pack.previous).toEqual({ meetingId: april.meetingId, month: '2023-04', frozenAt: '2023-05-09T09:00:00Z' })
    expect(pack.methodChanges).toEqual([
      'Places within 200 metres of a protected setting are withheld; it was 100 metres.',
    ])
    expect(pack.places).toMatchObject({ shown: 2, isNew: 1, lapsed: 1 })
    expect(pack.quality.late).toBe('fewer than 5')
    const told = Object.fromEntries(places.map(({ name, counted }: PackPlace) => [name, counted]))
    expect(told['Mill Park']).toMatchObject({
      standing: 'shown',
      isNew: false,
      shown: { reportsBand: '15+', childrenBand: '15+' },
      before: { reportsBand: '10-14', childrenBand: '5-9' },
      reasons: ['new data', 'late data', 'changed', 'left the twelve months'],
    })
    expect(told['Lock Side']).toMatchObject({
      standing: 'shown',
      isNew: true,
      before: null,
      reasons: ['new data', 'changed'],
    })
    expect(told.Yard).toMatchObject({
      standing: 'lapsed',
      shown: null,
      before: { reportsBand: '5-9' },
      reasons: ['changed'],
    })
    expect(JSON.stringify({ pack, places })).not.toMatch(/"newData"|"lateData"|"children":/)
  }),
)

test(
  'another version of the method, and reports grouped otherwise, are told apart; what reads alike has no reason',
  withApp(async ({ api, db }) => {
    const { mill, lock } = await makeTown(db)
    await atPlace(db, 'abcdef', '2023-01-08', mill)
    await storeMonth(api, '2023-04')
    await freeze(db, '2023-04')
    await atPlace(db, 'a', '2023-05-08', mill)
    // A place that was drawn anew takes a report along without anybody touching it.
    await db.query(
      `update location_report set place_id = $1 where id in (select id from location_report where place_id = $2 limit 1)`,
      [lock.placeId, mill.placeId],
    )
    await db.query(`update run set method_version = '0.0.1'`)
    await storeMonth(api, '2023-05')
    const { meetingId } = await freeze(db, '2023-05')

    const { pack, places } = await get(api, `/api/packs/${meetingId}`)
    expect(pack.methodChanges).toEqual([
      expect.stringMatching(/^The month was worked out by version .+ of the service; the one before by 0\.0\.1\.$/),
    ])
    expect(places.find(({ name }: PackPlace) => name === 'Mill Park').counted.reasons).toEqual([])
    const { exact } = await get(api, `/api/packs/${meetingId}/exact`)
    expect(exact.places.find(({ name }: PackPlace) => name === 'Mill Park').differences.reports).toMatchObject({
      before: 6,
      newData: 1,
      changedOut: 1,
      after: 6,
      changed: [{ why: 'version', count: 1 }],
    })
  }),
)

test(
  'a month that was stored before it was kept what its run knew is judged by when its reports came',
  withApp(async ({ api, db }) => {
    const { mill } = await makeTown(db)
    await atPlace(db, 'abcdef', '2023-01-08', mill)
    await storeMonth(api, '2023-04')
    await freeze(db, '2023-04')
    await db.query('delete from run_known')
    // Such a run says when it was made by the database's clock, which may count in whole milliseconds.
    await db.query('update run set made_at = (select max(created_at) from location_report)')
    await atPlace(db, 'gh', '2023-01-09', mill)
    await storeMonth(api, '2023-05')
    const { meetingId } = await freeze(db, '2023-05')

    const { exact } = await get(api, `/api/packs/${meetingId}/exact`)
    expect(exact.places[0].differences.reports).toMatchObject({ before: 6, lateData: 2, changedIn: 0, after: 8 })
    expect(exact.quality.late).toBe(2)
  }),
)
