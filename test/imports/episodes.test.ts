import { expect, test } from 'vitest'
import { withApp } from '../support/app.ts'
import { counts, episodeOf, importInto, NONE, reportOf } from './files.ts'

test(
  'an episode is kept with its placement and its return interview, whose bucket is derived',
  withApp(async ({ api, db }) => {
    const answer = await importInto(api).episodes([
      episodeOf({
        category: 'Missing',
        gender_category: 'Female',
        placement_label: 'Home A',
        placement_location: 'out',
        host_la: 'Leeds',
        missing_from: 'placement',
        police_reported: 'Y',
        police_ref: 'P-1',
        risk_level: 'Medium',
        found_by: 'self return',
        interview_offered_at: '2023-07-01T10:00',
        interview_held_at: '2023-07-04T02:00',
        interview_outcome: 'held',
        interview_recorded_at: '05/07/2023',
        interviewer_role: 'independent',
        interviewer_trained_on: '01/02/2020',
      }),
    ])
    expect(counts(answer)).toEqual({ ...NONE, accepted: 1 })
    const { rows } = await db.query(
      'select *, interviewer_trained_on::text as trained from missing_episode join return_interview on episode_id = id',
    )
    expect(rows).toMatchObject([
      {
        category: 'M',
        started_at: new Date('2023-06-30T17:00Z'),
        start_precision: 'minute',
        ended_at: new Date('2023-07-01T01:00Z'),
        gender_category: 'female',
        placement_label: 'Home A',
        placement_location: 'OUT',
        host_la: 'Leeds',
        missing_from: 'placement',
        police_reported: true,
        police_ref: 'P-1',
        risk_level: 'medium',
        found_by: 'self_return',
        outcome: 'held',
        recorded_precision: 'date',
        interviewer_role: 'independent_provider',
        trained: '2020-02-01',
        bucket: 'in_timescales',
        judged_by_date: false,
      },
    ])
  }),
)

test(
  'an open episode has no bucket, an ended one without an interview is not recorded; dates keep their precision',
  withApp(async ({ api, db }) => {
    await importInto(api).episodes([
      episodeOf({ episode_source_id: 'E1', ended_at: '' }),
      episodeOf({ episode_source_id: 'E2', started_at: '30/06/2023', ended_at: '30/06/2023' }),
      episodeOf({ episode_source_id: 'E3', started_at: '2023-06-30T18:00', ended_at: '2023-06-30' }),
    ])
    const { rows } = await db.query(
      `select bucket, start_precision, end_precision, (ended_at at time zone 'Europe/London')::date::text as ended
       from missing_episode join return_interview on episode_id = id order by ended_at nulls first, start_precision`,
    )
    expect(rows).toEqual([
      { bucket: null, start_precision: 'minute', end_precision: null, ended: null },
      { bucket: 'not_recorded', start_precision: 'date', end_precision: 'date', ended: '2023-06-30' },
      { bucket: 'not_recorded', start_precision: 'minute', end_precision: 'date', ended: '2023-06-30' },
    ])
  }),
)

test(
  'the same file twice changes nothing; a changed row updates and keeps what it was, the interview too',
  withApp(async ({ api, db }) => {
    const load = importInto(api)
    await load.episodes([episodeOf()])
    expect(counts(await load.episodes([episodeOf({ started_at: '30/06/2023 18:00', category: 'missing' })]))).toEqual({
      ...NONE,
      unchanged: 1,
    })

    const held = { interview_held_at: '2023-07-06', interview_outcome: 'held', interview_recorded_at: '2023-07-06' }
    expect(counts(await load.episodes([episodeOf(held)]))).toEqual({ ...NONE, changed: 1 })
    const { rows } = await db.query(
      'select bucket, judged_by_date, version from return_interview join missing_episode on id = episode_id',
    )
    expect(rows).toEqual([{ bucket: 'out_of_timescales', judged_by_date: true, version: 2 }])
    const { rows: revisions } = await db.query<{ was: unknown }>('select version, was from missing_episode_revision')
    expect(revisions).toMatchObject([
      { version: 1, was: { episode: { category: 'M' }, interview: { bucket: 'not_recorded' } } },
    ])
  }),
)

test(
  'children get a random reference each, the same child always the same one',
  withApp(async ({ api, db }) => {
    const load = importInto(api)
    const rows = Array.from({ length: 200 }, (_, index) =>
      episodeOf({ episode_source_id: `E${index}`, child_source_id: `C${index % 50}` }),
    )
    await load.episodes(rows)
    await load.reports([reportOf({ child_source_id: 'c7' })])

    const { rows: children } = await db.query<{ reference: string }>('select reference from child')
    const numbers = children.map(({ reference }) => Number(/^YP-(\d{4})$/.exec(reference)?.[1]))
    expect(new Set(numbers).size).toBe(50)
    expect(Math.max(...numbers)).toBeGreaterThan(2_000)
  }),
)

test(
  'references stay easy to find: where half of the four-figure ones are taken, five figures come into use',
  withApp(async ({ api, db }) => {
    await db.query(
      `insert into child (reference, source_hmac) select 'YP-' || lpad(n::text, 4, '0'), int4send(n) from generate_series(1, 9999) n`,
    )
    expect(counts(await importInto(api).episodes([episodeOf()]))).toEqual({ ...NONE, accepted: 1 })
    const { rows } = await db.query<{ reference: string }>('select reference from child where length(source_hmac) = 32')
    expect(rows[0]!.reference).toMatch(/^YP-\d{5}$/)
  }),
)

test(
  'an episode that turns out to be another child’s takes along the reports that stood under it with the old child',
  withApp(async ({ api, db }) => {
    const load = importInto(api)
    await load.episodes([episodeOf()])
    await load.reports([reportOf({ episode_source_id: 'E1', child_source_id: 'C1' })])

    await load.episodes([episodeOf({ child_source_id: 'C2' })])

    const { rows } = await db.query(
      'select r.child_id = e.child_id as same, r.version from location_report r join missing_episode e on e.id = r.episode_id',
    )
    expect(rows).toEqual([{ same: true, version: 2 }])
  }),
)

test(
  'an episode that comes twice in a file with something else is refused the second time',
  withApp(async ({ api }) => {
    const answer = await importInto(api).episodes([
      episodeOf(),
      episodeOf({ episode_source_id: ' e1' }),
      episodeOf({ category: 'A' }),
    ])
    expect(counts(answer)).toEqual({ ...NONE, accepted: 1, unchanged: 1, rejected: 1 })
    expect(answer.issues).toMatchObject([
      { row: 4, column: 'episode_source_id', code: 'episode-source-id-repeated', value: null },
    ])
  }),
)
