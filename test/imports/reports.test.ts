import { expect, test } from 'vitest'
import { testSecrets, withApp } from '../support/app.ts'
import { counts, csvOf, episodeOf, importInto, namedReportOf, NONE, only, reportOf } from './files.ts'

const PLACED = `select place_method, accuracy_m, named_place_id, place_id, is_in_area,
  round(st_x(geom)) as easting, round(st_y(geom)) as northing from location_report`

test(
  'a report is kept whole: basis, times, source, precision, accuracy and patrol are never dropped',
  withApp(async ({ api, db }) => {
    const answer = await importInto(api).reports([
      reportOf({
        child_source_id: ' c1 ',
        observed_to: '2023-06-30T22:00',
        time_precision: 'Day part',
        place_name: 'The Old Mill',
        place_category: 'Vacant site',
        accuracy_m: '25',
        found_on_patrol: 'yes',
        source_type: 'Police Intel',
        source_eval: '2',
        info_assess: 'b',
        handling: 'p',
        handling_conditions: 'Not to be passed on',
        concerns: 'CSE; county lines;cse',
        controller_agency: 'Derbyshire Constabulary',
        narrative: 'Said “I’m fine”,\r\nand left.',
        colour: 'blue',
      }),
    ])

    expect(answer).toEqual({ ...NONE, accepted: 1, batch: expect.any(String), issues: [], ignoredColumns: ['colour'] })
    const row = await only<Record<string, unknown>>(db, 'select * from location_report')
    expect(row).toMatchObject({
      report_ref: 'R1',
      basis: 'found',
      observed_from: new Date('2023-06-30T20:15Z'),
      observed_to: new Date('2023-06-30T21:00Z'),
      time_precision: 'day_part',
      place_name: 'The Old Mill',
      place_category: 'vacant_site',
      accuracy_m: 25,
      place_method: 'coordinates',
      is_private_address: false,
      found_on_patrol: true,
      source_type: 'police_intel',
      source_eval: 2,
      info_assess: 'B',
      handling: 'P',
      handling_conditions: 'Not to be passed on',
      concerns: ['county_lines', 'cse'],
      controller_agency: 'Derbyshire Constabulary',
      narrative: 'Said “I’m fine”,\nand left.',
      version: 1,
      batch_id: answer.batch,
      is_in_area: null,
      place_id: null,
    })
    const child = await only<{ reference: string; source_hmac: Buffer; id: string }>(db, 'select * from child')
    expect(child.reference).toMatch(/^YP-\d{4}$/)
    expect(child.source_hmac).toEqual(testSecrets.hashSourceId('child', 'C1'))
    expect(row.child_id).toBe(child.id)
  }),
)

test(
  'the same data loads as unchanged whatever the delimiter, the date format, the line ends or the order of the columns',
  withApp(async ({ api, db }) => {
    const load = importInto(api)
    const rows = [
      reportOf({ child_source_id: 'C1', concerns: 'cse;substance', narrative: 'one\ntwo' }),
      reportOf({ report_ref: 'R2', observed_from: '2023-06-30', longitude: '-1.476900' }),
    ]
    expect(counts(await load.reports(rows))).toEqual({ ...NONE, accepted: 2 })
    const state = async () => (await db.query('select * from location_report order by report_ref')).rows
    const before = await state()

    const others = [
      csvOf(rows),
      csvOf(rows, ';').replaceAll('\n', '\r\n'),
      csvOf(
        rows.map((row) => Object.fromEntries(Object.entries(row).reverse())),
        '\t',
      ),
      csvOf([
        {
          ...rows[0],
          observed_from: '30/06/2023 21:15',
          is_private_address: 'no',
          basis: 'FOUND',
          concerns: 'substance;CSE',
        },
        { ...rows[1], observed_from: '30/06/2023', longitude: '-1.4769', time_precision: 'date' },
      ] as Record<string, string>[]),
    ]
    for (const file of others) expect(counts(await load.reports(file))).toEqual({ ...NONE, unchanged: 2 })
    expect(await state()).toEqual(before)
  }),
)

test(
  'a changed row updates the report and keeps what it was',
  withApp(async ({ api, db }) => {
    const load = importInto(api)
    await load.reports([reportOf({ child_source_id: 'C1' }), reportOf({ report_ref: 'R2' })])

    const answer = await load.reports([
      reportOf({ child_source_id: 'C1', basis: 'suspected' }),
      reportOf({ report_ref: 'R2' }),
    ])

    expect(counts(answer)).toEqual({ ...NONE, changed: 1, unchanged: 1 })
    const { rows } = await db.query('select basis, version from location_report order by report_ref')
    expect(rows).toEqual([
      { basis: 'suspected', version: 2 },
      { basis: 'found', version: 1 },
    ])
    const revision = await only<Record<string, unknown>>(
      db,
      'select version, change, batch_id, was from location_report_revision',
    )
    expect(revision).toMatchObject({
      version: 1,
      change: 'imported',
      batch_id: answer.batch,
      was: { basis: 'found', report_ref: 'R1' },
    })
  }),
)

test(
  'what a person placed by hand stays until the row’s own coordinates change',
  withApp(async ({ api, db }) => {
    const load = importInto(api)
    await load.reports([namedReportOf()])
    await db.query(
      `update location_report set geom = st_setsrid(st_makepoint(435000, 336000), 27700), place_method = 'map_click', is_placed_by_hand = true`,
    )

    expect(counts(await load.reports([namedReportOf({ basis: 'sighted' })]))).toEqual({ ...NONE, changed: 1 })
    expect(await only(db, `${PLACED} where is_placed_by_hand`)).toMatchObject({
      place_method: 'map_click',
      easting: 435_000,
    })

    await load.reports([namedReportOf({ easting: '436000', northing: '337000' })])
    expect(await only(db, `${PLACED} where not is_placed_by_hand`)).toMatchObject({
      place_method: 'coordinates',
      easting: 436_000,
    })

    await db.query(
      `update location_report set geom = st_setsrid(st_makepoint(435000, 336000), 27700), place_method = 'map_click', is_placed_by_hand = true`,
    )
    await load.reports([namedReportOf({ easting: '436000', northing: '337000', narrative: 'more' })])
    expect(await only(db, `${PLACED} where is_placed_by_hand`)).toMatchObject({
      place_method: 'map_click',
      easting: 435_000,
    })
  }),
)

test(
  'what was set aside comes back when its row brings a place',
  withApp(async ({ api, db }) => {
    const load = importInto(api)
    await load.reports([namedReportOf()])
    await db.query(`update location_report set set_aside_reason = 'nobody knows'`)
    await load.reports([namedReportOf({ basis: 'sighted' })])
    expect(await only(db, 'select set_aside_reason from location_report')).toEqual({ set_aside_reason: 'nobody knows' })
    await load.reports([namedReportOf({ grid_ref: 'SK 354 363' })])
    expect(await only(db, 'select set_aside_reason from location_report')).toEqual({ set_aside_reason: null })
  }),
)

test(
  'a report is of its episode’s child: taken from it where it names none, refused where it names another',
  withApp(async ({ api, db }) => {
    const load = importInto(api)
    await load.episodes([episodeOf()])
    const answer = await load.reports([
      reportOf({ report_ref: 'R1', episode_source_id: 'e1 ', observed_from: '', child_source_id: '' }),
      reportOf({ report_ref: 'R2', episode_source_id: 'E1', child_source_id: 'C1' }),
      reportOf({ report_ref: 'R3', episode_source_id: 'E1', child_source_id: 'C2' }),
    ])
    expect(counts(answer)).toEqual({ ...NONE, accepted: 2, rejected: 1 })
    expect(answer.issues).toMatchObject([{ row: 4, code: 'child-not-of-episode', value: null }])
    const { rows } = await db.query(
      `select distinct r.child_id = e.child_id as same, r.episode_id = e.id as linked from location_report r cross join missing_episode e`,
    )
    expect(rows).toEqual([{ same: true, linked: true }])
    expect(await only(db, 'select count(*) from child')).toEqual({ count: 1 })
  }),
)

test(
  'a report that comes before its episode finds it, and its child, when it comes; one that names another child keeps waiting',
  withApp(async ({ api, db }) => {
    const load = importInto(api)
    await load.reports([
      reportOf({ report_ref: 'R1', episode_source_id: 'E1', child_source_id: '' }),
      reportOf({ report_ref: 'R2', episode_source_id: 'E1', child_source_id: 'C2' }),
    ])
    await load.episodes([episodeOf()])
    const { rows } = await db.query(
      `select r.episode_id is not null as linked, r.child_id = e.child_id as same from location_report r cross join missing_episode e order by report_ref`,
    )
    expect(rows).toEqual([
      { linked: true, same: true },
      { linked: false, same: false },
    ])
    expect(
      counts(await load.reports([reportOf({ report_ref: 'R1', episode_source_id: 'E1', child_source_id: '' })])),
    ).toEqual({ ...NONE, unchanged: 1 })
  }),
)

test(
  'likely duplicates are suggested: same child and episode, within 50 m, overlapping times; a date is its whole day',
  withApp(async ({ api, db }) => {
    const load = importInto(api)
    await load.episodes([episodeOf()])
    const of = (report_ref: string, more: Record<string, string>) =>
      namedReportOf({
        report_ref,
        place_name: '',
        episode_source_id: 'E1',
        easting: '435000',
        northing: '336000',
        ...more,
      })
    await load.reports([
      of('A', { observed_from: '2023-06-30T21:15' }),
      of('B', { observed_from: '2023-06-30', easting: '435040' }),
      of('C', { observed_from: '2023-06-30T21:15', easting: '435051' }),
      of('D', { observed_from: '2023-07-01T00:00' }),
      of('E', { observed_from: '', easting: '434980' }),
    ])
    const pairs = async () =>
      (
        await db.query<{ pair: string }>(
          `select least(f.report_ref, s.report_ref) || greatest(f.report_ref, s.report_ref) as pair from likely_duplicate d
           join location_report f on f.id = d.first_report_id join location_report s on s.id = d.second_report_id order by 1`,
        )
      ).rows.map(({ pair }) => pair)
    // A-E and D-E: an unknown time is as long as its episode, from 18:00 to 02:00. B-C lie 11 m apart.
    expect(await pairs()).toEqual(['AB', 'AE', 'BC', 'DE'])

    await db.query(`update likely_duplicate set state = 'kept_apart', decided_at = now()`)
    await load.reports([of('F', { observed_from: '2023-06-30T21:00', observed_to: '2023-06-30T21:30' })])
    expect(await pairs()).toEqual(['AB', 'AE', 'AF', 'BC', 'BF', 'DE', 'EF'])
  }),
)
