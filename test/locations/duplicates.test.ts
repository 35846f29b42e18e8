import { expect, test } from 'vitest'
import type { Db } from '../../server/db.ts'
import { withApp, type TestApi } from '../support/app.ts'
import { makeReports } from '../support/make.ts'

/** Three reports, a to c by id, every two of them a pair that waits. */
const threeReports = async (db: Db) => {
  const ids = (await makeReports(db, { count: 3 })).sort() as [string, string, string]
  const [a, b, c] = ids
  await db.query(
    `insert into likely_duplicate (first_report_id, second_report_id) values ($1, $2), ($2, $3), ($1, $3)`,
    ids,
  )
  return { a, b, c }
}

const decide = (api: TestApi, first: string, second: string, decision: string) =>
  api.post('/api/queue/duplicates', { firstReportId: first, secondReportId: second, decision })

/** The reports as letters, grouped by occurrence: `ab c`. */
const grouped = async (db: Db, ids: Record<string, string>) => {
  const { rows } = await db.query<{ id: string; occurrence: string }>(
    'select id, occurrence_id as occurrence from location_report',
  )
  const groups = new Map<string, string>()
  for (const [letter, id] of Object.entries(ids)) {
    const { occurrence } = rows.find((row) => row.id === id)!
    groups.set(occurrence, (groups.get(occurrence) ?? '') + letter)
  }
  return [...groups.values()].join(' ')
}

const occurrences = async (db: Db) =>
  (await db.query<{ count: number }>('select count(*) from occurrence')).rows[0]!.count

test(
  'a pair that is joined is one occurrence; taken back, it is two again, and what the reports were is kept',
  withApp(async ({ api, db }) => {
    const ids = await threeReports(db)
    const { status, body } = await decide(api, ids.b, ids.a, 'join')
    expect(status).toBe(200)
    expect(body).toMatchObject({ state: 'joined', first: { id: ids.a, version: 1 }, second: { id: ids.b, version: 2 } })
    expect([await grouped(db, ids), await occurrences(db)]).toEqual(['ab c', 2])

    await decide(api, ids.a, ids.b, 'undecided')
    expect([await grouped(db, ids), await occurrences(db)]).toEqual(['a b c', 3])
    const { rows } = await db.query(
      'select change, version from location_report_revision where report_id = $1 order by 2',
      [ids.b],
    )
    expect(rows).toEqual([
      { change: 'joined', version: 1 },
      { change: 'separated', version: 2 },
    ])
  }),
)

test(
  'what is joined with either is joined with both, and taking one link back leaves what the others say',
  withApp(async ({ api, db }) => {
    const ids = await threeReports(db)
    await decide(api, ids.a, ids.b, 'join')
    await decide(api, ids.b, ids.c, 'join')
    expect([await grouped(db, ids), await occurrences(db)]).toEqual(['abc', 1])
    const list = (await api.get('/api/queue/duplicates')).body
    expect([list.waiting, list.pairs]).toEqual([0, []])

    await decide(api, ids.a, ids.b, 'undecided')
    expect([await grouped(db, ids), await occurrences(db)]).toEqual(['a bc', 2])
    expect((await api.get('/api/queue/duplicates')).body.waiting).toBe(2)
  }),
)

test(
  'two reports that are kept apart do not come together through a third',
  withApp(async ({ api, db }) => {
    const ids = await threeReports(db)
    await decide(api, ids.a, ids.c, 'keep_apart')
    await decide(api, ids.a, ids.b, 'join')
    const { status, body } = await decide(api, ids.b, ids.c, 'join')

    expect([status, body.type]).toEqual([409, 'urn:place-risk:problem:decisions-contradict'])
    expect(await grouped(db, ids)).toBe('ab c')
    await decide(api, ids.a, ids.c, 'undecided')
    expect((await decide(api, ids.b, ids.c, 'join')).status).toBe(200)
    expect((await decide(api, ids.a, ids.c, 'keep_apart')).status).toBe(409)
    expect(await grouped(db, ids)).toBe('abc')
  }),
)

test(
  'the second of two people who decide at once gets the same outcome, or is told',
  withApp(async ({ api, db }) => {
    const ids = await threeReports(db)
    await decide(api, ids.a, ids.b, 'join')

    expect((await decide(api, ids.a, ids.b, 'join')).body.state).toBe('joined')
    const { status, body } = await decide(api, ids.a, ids.b, 'keep_apart')
    expect([status, body.type]).toEqual([409, 'urn:place-risk:problem:decided-meanwhile'])
    expect((await decide(api, ids.b, ids.c, 'undecided')).body.state).toBe('waiting')
    expect(await grouped(db, ids)).toBe('ab c')
  }),
)

test(
  'waiting and decided pairs are listed apart, and page without loss',
  withApp(async ({ api, db }) => {
    const ids = await threeReports(db)
    const pages = async (state: string) => {
      const seen: string[] = []
      let cursor = ''
      do {
        const { body } = await api.get(`/api/queue/duplicates?state=${state}&limit=1${cursor}`)
        seen.push(
          ...body.pairs.map((pair: { state: string; metresApart: number }) => `${pair.state} ${pair.metresApart}`),
        )
        cursor = body.next ? `&cursor=${body.next}` : ''
      } while (cursor)
      return seen
    }
    expect(await pages('waiting')).toEqual(['waiting 0', 'waiting 0', 'waiting 0'])
    expect(await pages('decided')).toEqual([])

    await decide(api, ids.a, ids.b, 'join')
    await decide(api, ids.a, ids.c, 'keep_apart')
    expect(await pages('waiting')).toEqual(['waiting 0'])
    expect(await pages('decided')).toEqual(['kept_apart 0', 'joined 0'])
  }),
)

test(
  'a pair that nobody suggested is not found, and a report is no pair with itself',
  withApp(async ({ api, db }) => {
    const [one, other] = (await makeReports(db, { count: 2 })) as [string, string]

    expect((await decide(api, one, other, 'join')).status).toBe(404)
    expect((await decide(api, one, one, 'join')).status).toBe(422)
    expect((await decide(api, one, 'x', 'join')).status).toBe(422)
    expect((await decide(api, one, other, 'marry')).status).toBe(422)
  }),
)
