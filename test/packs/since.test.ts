import { expect, test } from 'vitest'
import { withApp } from '../support/app.ts'
import { makeArea, makePlace, makeReports } from '../support/make.ts'
import { atPlace, freeze, get, makeEpisode, storeMonth } from './months.ts'

const csvOf = (count: number, day: string) =>
  [
    'report_ref,child_source_id,basis,observed_from,easting,northing,is_private_address',
    ...Array.from({ length: count }, (_, i) => `LATE-${i},CMS-${i},found,${day}T20:00,433050,336050,N`),
  ].join('\n')

test(
  'fifty late reports do not move a byte of the pack: they stand beside it',
  withApp(async ({ api, as, db }) => {
    await makeArea(db, { kind: 'partnership', name: 'Derby' })
    const placeId = await makePlace(db, { name: 'Mill Park', easting: 433_000, northing: 336_000 })
    const [first] = await atPlace(db, 'abcdef', '2023-05-08', { placeId, easting: 433_050 })
    await makeEpisode(db, 'a', { day: '2023-05-03' })
    await storeMonth(api, '2023-05')
    const { meetingId } = await freeze(db, '2023-05')
    const chair = await as('group_chair')
    const planner = await as('group_member')
    const read = async () => [
      (await planner.get(`/api/packs/${meetingId}`)).text,
      JSON.stringify((await get(chair, `/api/packs/${meetingId}/exact`)).exact),
    ]
    const frozen = await read()
    expect(await get(planner, `/api/packs/${meetingId}/since`)).toMatchObject({
      came: { reports: 0, reportsOfPeriod: 0, reportsChanged: 0, episodes: 0, episodesOfPeriod: 0, episodesChanged: 0 },
      stepsTaken: 0,
      steps: [],
    })

    const { status, body } = await api.post('/api/imports/reports', csvOf(50, '2023-05-09'), {
      'content-type': 'text/csv',
    })
    expect([status, body.accepted]).toEqual([201, 50])

    expect(await read()).toEqual(frozen)
    expect(await get(planner, `/api/packs/${meetingId}`)).toMatchObject({ isVerified: true })
    expect(await get(planner, `/api/packs/${meetingId}/since`)).toMatchObject({
      came: { reports: 50, reportsOfPeriod: 50, reportsChanged: 0, episodes: 0 },
    })

    // Another month's do not count in this one; a correction is told apart; partners are told in steps of five, so that one report shows in no difference, and the chair exactly.
    await makeReports(db, { count: 3, at: '2023-06-20T12:00:00Z' })
    await makeEpisode(db, 'b', { day: '2023-05-30' })
    await db.query('update location_report set version = version + 1 where id = $1', [first])
    expect((await get(planner, `/api/packs/${meetingId}/since`)).came).toEqual({
      reports: 50,
      reportsOfPeriod: 50,
      reportsChanged: 'fewer than 5',
      episodes: 'fewer than 5',
      episodesOfPeriod: 'fewer than 5',
      episodesChanged: 0,
    })
    expect((await get(chair, `/api/packs/${meetingId}/exact`)).since).toEqual({
      reports: 53,
      reportsOfPeriod: 50,
      reportsChanged: 1,
      episodes: 1,
      episodesOfPeriod: 1,
      episodesChanged: 0,
    })
    expect(await read()).toEqual(frozen)
  }),
)

test(
  'steps that were taken since stand beside the pack, those of places that the reader reaches',
  withApp(async ({ api, as, db }) => {
    const westArea = await makeArea(db, {
      kind: 'police_neighbourhood',
      easting: 430_000,
      sideMetres: 5_000,
      northing: 331_000,
    })
    const otherArea = await makeArea(db, {
      kind: 'police_neighbourhood',
      easting: 440_000,
      sideMetres: 5_000,
      northing: 331_000,
    })
    const placeId = await makePlace(db, { name: 'Mill Park', easting: 433_000, northing: 334_000 })
    await atPlace(db, 'abcdef', '2023-05-08', { placeId, easting: 433_050, northing: 334_050 })
    await storeMonth(api, '2023-05')
    const { meetingId } = await freeze(db, '2023-05')

    await db.query(
      `insert into step (thing, thing_id, hotspot_id, step, from_state, to_state, at, person_name, role, agency)
       values ('review', $1, $1, 'confirm', 'candidate', 'confirmed', '2023-07-11T10:00:00Z', 'A. Chair', 'group_chair', 'Derby City Council')`,
      [placeId],
    )
    const since = async (areaId: string) =>
      get(await as('snt_planner', { areaIds: [areaId] }), `/api/packs/${meetingId}/since`)
    expect(await since(westArea)).toMatchObject({
      stepsTaken: 1,
      steps: [
        {
          thing: 'review',
          hotspotName: 'Mill Park',
          says: 'A place: confirmed',
          at: '2023-07-11T10:00:00Z',
          role: 'group_chair',
        },
      ],
    })
    expect(await since(otherArea)).toMatchObject({ stepsTaken: 0, steps: [] })
  }),
)
