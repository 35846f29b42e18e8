import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { expect, test } from 'vitest'
import { withApp } from '../support/app.ts'
import { makePlace } from '../support/make.ts'
import { counts, csvOf, episodeOf, importInto, NONE, reportOf } from './files.ts'

/** A bad row: what is wrong with a sound one, the codes it gets, the value repeated, and what mends it. */
type Bad = [wrong: Record<string, string>, codes: string[], value: string | null, mend: Record<string, string>]

const BAD: Bad[] = [
  [{ report_ref: '' }, ['report-ref-missing'], null, { report_ref: 'mended' }],
  [{ basis: '' }, ['basis-missing'], null, { basis: 'found' }],
  [{ basis: 'fuond' }, ['basis-unknown'], 'fuond', { basis: 'found' }],
  [{ basis: 'Jordan Smith' }, ['basis-unknown'], null, { basis: 'found' }],
  [{ is_private_address: '' }, ['is-private-address-missing'], null, { is_private_address: 'N' }],
  [{ is_private_address: 'maybe' }, ['is-private-address-unknown'], 'maybe', { is_private_address: 'Y' }],
  [{ observed_from: '31/02/2023' }, ['observed-from-not-a-date'], '31/02/2023', { observed_from: '28/02/2023' }],
  [{ observed_from: 'teatime' }, ['observed-from-not-a-date'], null, { observed_from: '2023-06-30' }],
  [
    { observed_from: '2023-03-26T01:30' },
    ['observed-from-skipped-hour'],
    '2023-03-26T01:30',
    { observed_from: '2023-03-26T02:30' },
  ],
  [{ observed_from: '2123-06-30' }, ['observed-from-in-the-future'], '2123-06-30', { observed_from: '2023-06-30' }],
  [{ observed_to: '2023-06-30T20:00' }, ['observed-to-before-from'], null, { observed_to: '2023-06-30T22:00' }],
  [{ observed_from: '' }, ['day-missing'], null, { observed_from: '2023-06-30' }],
  [
    { observed_from: '', episode_source_id: 'E-nobody-knows' },
    ['episode-unknown'],
    null,
    { observed_from: '2023-06-30' },
  ],
  [{ longitude: '1° 28’ W' }, ['longitude-not-a-number'], null, { longitude: '-1.4769' }],
  [{ latitude: '' }, ['latitude-missing'], null, { latitude: '52.9194' }],
  [
    { longitude: '52.9194', latitude: '-1.4769' },
    ['outside-great-britain'],
    null,
    { longitude: '-1.4769', latitude: '52.9194' },
  ],
  [
    { longitude: '-5.93', latitude: '54.597' },
    ['outside-great-britain'],
    null,
    { longitude: '-1.4769', latitude: '52.9194' },
  ],
  [{ grid_ref: 'SK 354 36' }, ['grid-ref-malformed'], null, { grid_ref: 'SK 352 358' }],
  [{ grid_ref: 'SK 399 399' }, ['places-disagree'], null, { grid_ref: '' }],
  [{ easting: '435271', northing: '339904' }, ['places-disagree'], null, { northing: '335904' }],
  [{ place_name: 'Riverside' }, ['places-disagree'], null, { place_name: '' }],
  [{ longitude: '', latitude: '' }, ['place-missing'], null, { postcode: 'DE1 2PL' }],
  [{ postcode: 'DE1' }, ['postcode-malformed'], null, { postcode: '' }],
  [{ accuracy_m: '-5' }, ['accuracy-m-out-of-range'], null, { accuracy_m: '5' }],
  [{ time_precision: 'roughly' }, ['time-precision-unknown'], 'roughly', { time_precision: 'hour' }],
  [{ place_category: 'pub' }, ['place-category-unknown'], 'pub', { place_category: 'licensed_premises' }],
  [{ source_type: 'hearsay' }, ['source-type-unknown'], 'hearsay', { source_type: 'public' }],
  [{ source_eval: '4' }, ['source-eval-unknown'], null, { source_eval: '3' }],
  [{ info_assess: 'F' }, ['info-assess-unknown'], null, { info_assess: 'E' }],
  [{ handling: 'X' }, ['handling-unknown'], null, { handling: 'P' }],
  [{ concerns: 'cse; Jordan' }, ['concerns-unknown'], null, { concerns: 'cse' }],
  [{ found_on_patrol: 'perhaps' }, ['found-on-patrol-unknown'], 'perhaps', { found_on_patrol: 'N' }],
  [{ narrative: 'a\u0000b' }, ['narrative-has-control-character'], null, { narrative: 'ab' }],
  [{ place_name: 'x'.repeat(201) }, ['place-name-too-long'], null, { place_name: '' }],
  [
    { basis: 'fuond', handling: 'X' },
    ['basis-unknown', 'handling-unknown'],
    'fuond',
    { basis: 'found', handling: 'C' },
  ],
]

test(
  'a file of bad rows is taken apart row by row, and loads once it is mended',
  withApp(async ({ api, db }) => {
    await makePlace(db, { easting: 440_000, northing: 340_000 })
    const sound = reportOf({ report_ref: 'sound' })
    const rows = [sound, ...BAD.map(([wrong], index) => reportOf({ report_ref: `R${index}`, ...wrong }))]

    const answer = await importInto(api).reports(rows)

    expect(counts(answer)).toEqual({ ...NONE, accepted: 1, rejected: BAD.length })
    for (const [index, [wrong, codes, value]] of BAD.entries()) {
      const issues = answer.issues.filter(({ row }: { row: number }) => row === index + 3)
      expect([wrong, issues.map(({ code }: { code: string }) => code)]).toEqual([wrong, codes])
      expect([wrong, issues[0].value]).toEqual([wrong, value])
      for (const { message } of issues) expect(message).toMatch(/^[A-Z].*\.$/)
    }

    const { text, headers } = await api.get(`/api/imports/${answer.batch}/problems.csv`)
    expect(headers.get('content-type')).toMatch('text/csv')
    const refused = parse<Record<string, string>>(text, { columns: true, bom: true })
    expect(refused.map(({ problem: _problem, ...row }) => row)).toEqual(parse(csvOf(rows), { columns: true }).slice(1))
    expect(refused[2]!.problem).toBe('basis: Give basis as found, disclosed, sighted, suspected or frequented.')

    const mended = stringify(
      refused.map((row, index) => ({ ...row, ...BAD[index]![3] })),
      { header: true },
    )
    const second = await importInto(api).reports(mended)
    expect(second.issues).toEqual([])
    expect(second.ignoredColumns).toEqual([])
    expect(second.accepted + second.unplaced).toBe(BAD.length)
  }),
)

test(
  'a row wider or narrower than the header has slipped: it is refused whole, nothing of it repeated, and comes back as it was',
  withApp(async ({ api }) => {
    const header = 'report_ref,basis,observed_from,place_name,is_private_address'
    const file = `${header}\nR1,found,2023-06-30,Mill, behind the,N\nR2,found,2023-06-30\n,,,,\nR3,found,2023-06-30,Mill,N,,\n`

    const answer = await importInto(api).reports(file)

    expect(counts(answer)).toEqual({ ...NONE, unplaced: 1, rejected: 3 })
    expect(answer.issues.map(({ row, code, value }: Record<string, unknown>) => [row, code, value])).toEqual([
      [2, 'too-many-cells', null],
      [3, 'too-few-cells', null],
      [4, 'row-empty', null],
    ])
    const { text } = await api.get(`/api/imports/${answer.batch}/problems.csv`)
    const rows = parse(text, { bom: true, relax_column_count: true })
    expect(rows[0]).toEqual([...header.split(','), 'problem'])
    expect(rows[1]!.filter((_cell, index) => index !== 5)).toEqual([
      'R1',
      'found',
      '2023-06-30',
      'Mill',
      ' behind the',
      'N',
    ])
    expect(rows[2]!.slice(0, 5)).toEqual(['R2', 'found', '2023-06-30', '', ''])
  }),
)

test(
  'a file whose columns have slipped by one leaks no name into an issue, a message or the database in the clear',
  withApp(async ({ api, db }) => {
    const shifted =
      'report_ref,child_source_id,basis,observed_from,place_name,is_private_address,handling\n,R1,jordan smith,found,2023-06-30,12 Secret Street,N\n'

    const answer = await importInto(api).reports(shifted)

    expect(answer.rejected).toBe(1)
    expect(JSON.stringify(answer)).not.toMatch(/jordan|secret/i)
    const { rows } = await db.query<{ clear: string }>(
      `select (select string_agg(i::text, '') from import_issue i) || (select string_agg(encode(sealed_cells, 'escape'), '') from import_refused_row) as clear`,
    )
    expect(rows[0]!.clear).not.toMatch(/jordan|secret/i)
  }),
)

test(
  'a reference that comes twice in a file: the same again is unchanged, something else is refused by the first row’s number',
  withApp(async ({ api }) => {
    const answer = await importInto(api).reports([
      reportOf(),
      reportOf(),
      reportOf({ basis: 'suspected' }),
      reportOf({ report_ref: 'R2' }),
    ])

    expect(counts(answer)).toEqual({ ...NONE, accepted: 2, unchanged: 1, rejected: 1 })
    expect(answer.issues).toEqual([
      {
        row: 4,
        column: 'report_ref',
        code: 'report-ref-repeated',
        message: 'Keep one: row 2 has the same report_ref and says something else.',
        value: null,
      },
    ])
  }),
)

test(
  'a repeat is found across the chunks that a file is staged in',
  withApp(async ({ api }) => {
    const rows = Array.from({ length: 5_000 }, (_, index) => namedRow(index))
    const answer = await importInto(api).reports([...rows, namedRow(7), { ...namedRow(8), basis: 'found' }])

    expect(counts(answer)).toEqual({ ...NONE, unplaced: 5_000, unchanged: 1, rejected: 1 })
    expect(answer.issues[0].message).toBe('Keep one: row 10 has the same report_ref and says something else.')
  }),
)

const namedRow = (index: number) => ({
  report_ref: `R${index}`,
  basis: 'sighted',
  observed_from: '2023-06-30',
  place_name: 'Mill',
  is_private_address: 'N',
})

const BAD_EPISODES: [wrong: Record<string, string>, code: string][] = [
  [{ child_source_id: '' }, 'child-source-id-missing'],
  [{ category: 'X' }, 'category-unknown'],
  [{ started_at: '' }, 'started-at-missing'],
  [{ ended_at: '2023-06-30T17:59' }, 'ended-before-started'],
  [{ ended_at: '2023-06-29' }, 'ended-before-started'],
  [{ gender_category: 'x' }, 'gender-category-unknown'],
  [{ placement_location: 'NEAR' }, 'placement-location-unknown'],
  [{ police_reported: 'maybe' }, 'police-reported-unknown'],
  [{ risk_level: 'extreme' }, 'risk-level-unknown'],
  [{ interview_outcome: 'lost' }, 'interview-outcome-unknown'],
  [{ interview_held_at: 'soon' }, 'interview-held-at-not-a-date'],
  [{ interviewer_trained_on: '2123-01-01' }, 'interviewer-trained-on-in-the-future'],
]

test(
  'bad episodes are taken apart row by row',
  withApp(async ({ api }) => {
    const rows = BAD_EPISODES.map(([wrong], index) => episodeOf({ episode_source_id: `E${index}`, ...wrong }))

    const answer = await importInto(api).episodes(rows)

    expect(answer.issues.map(({ code }: { code: string }) => code)).toEqual(BAD_EPISODES.map(([, code]) => code))
    expect(counts(answer)).toEqual({ ...NONE, rejected: BAD_EPISODES.length })
  }),
)

test(
  'the answer holds the first 1,000 issues, the problems file all of them',
  withApp(async ({ api }) => {
    const answer = await importInto(api).reports(
      Array.from({ length: 1_200 }, (_, index) =>
        reportOf({ report_ref: `R${index}`, handling: 'X', info_assess: 'F' }),
      ),
    )

    expect(answer.issues).toHaveLength(1_000)
    const detail = await api.get(`/api/imports/${answer.batch}`)
    expect(detail.body.issues).toEqual(answer.issues)
    const { text } = await api.get(`/api/imports/${answer.batch}/problems.csv`)
    expect(parse(text, { columns: true, bom: true })).toHaveLength(1_200)
  }),
)
