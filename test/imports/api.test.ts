import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { ImportAnswer, ImportBatchDetail, ImportList } from '../../server/imports/schema.ts'
import { withApp, type TestApi } from '../support/app.ts'
import { csvOf, importInto, NONE, reportOf } from './files.ts'

const batchesOf = async (api: TestApi) => (await api.get('/api/imports')).body.imports.length as number

test(
  'an import answers 201 as the contract has it, and can be looked at again',
  withApp(async ({ api }) => {
    const batch = randomUUID()
    const { status, body } = await api.post(
      `/api/imports/reports?filename=june.csv&batch=${batch}`,
      csvOf([reportOf(), reportOf({ report_ref: '' })]),
      {
        'content-type': 'text/csv; charset=utf-8',
      },
    )
    expect(status).toBe(201)
    expect(ImportAnswer.strict().parse(body)).toMatchObject({ batch, accepted: 1, rejected: 1 })

    const detail = await api.get(`/api/imports/${batch}`)
    expect(ImportBatchDetail.strict().parse(detail.body)).toMatchObject({
      id: batch,
      kind: 'reports',
      filename: 'june.csv',
      state: 'published',
      rowsRead: 2,
      accepted: 1,
      rejected: 1,
      issues: body.issues,
    })
    const again = await api.post(`/api/imports/reports?batch=${batch}`, csvOf([reportOf()]), {
      'content-type': 'text/csv',
    })
    expect([again.status, again.body.type]).toEqual([409, 'urn:place-risk:problem:already-there'])
  }),
)

test(
  'a header without rows is an import of nothing',
  withApp(async ({ api }) => {
    expect(await importInto(api).reports(csvOf([reportOf()]).split('\n')[0]!)).toMatchObject({ ...NONE, issues: [] })
  }),
)

test.each([
  ['an empty file', '', 422, 'file-empty'],
  ['a workbook', 'PK\u0003\u0004aaaa\0\0', 422, 'file-not-csv'],
  ['a web page', '<html><body>Sign in</body></html>', 422, 'file-not-csv'],
  [
    'a header without is_private_address',
    'report_ref,basis,observed_from,place_name\nR1,found,2023-06-30,Mill',
    422,
    'column-missing',
  ],
  [
    'a header without a way to a place',
    'report_ref,basis,observed_from,is_private_address,longitude\n',
    422,
    'column-missing',
  ],
  [
    'a header that names a column twice',
    'report_ref,basis,observed_from,is_private_address,place_name,Place Name\n',
    422,
    'column-repeated',
  ],
  [
    'a quotation mark that nothing closes',
    csvOf([reportOf({ report_ref: 'R0' })]) + '\nR1,"found,2023',
    422,
    'quote-not-closed',
  ],
])('%s is refused and leaves nothing', async (_name, file, status, slug) => {
  await withApp(async ({ api, db }) => {
    const { status: answered, body } = await api.post('/api/imports/reports', Buffer.from(file), {
      'content-type': 'text/csv',
    })
    expect([answered, body.type]).toEqual([status, `urn:place-risk:problem:${slug}`])
    expect(await batchesOf(api)).toBe(0)
    const { rows } = await db.query(
      'select (select count(*) from location_report) + (select count(*) from staged_report) + (select count(*) from child) as left',
    )
    expect(rows).toEqual([{ left: 0 }])
  })()
})

test(
  'a header that is data, for want of a header, is not repeated in the refusal',
  withApp(async ({ api }) => {
    const { text } = await api.post('/api/imports/reports', 'R1,Jordan Smith,found,2023-06-30\n', {
      'content-type': 'text/csv',
    })
    expect(text).not.toMatch(/jordan/i)
  }),
)

test(
  'a body of another kind is a 415, a wrong parameter a 400',
  withApp(async ({ api }) => {
    expect((await api.post('/api/imports/reports', { rows: [] })).status).toBe(415)
    expect(
      (await api.post('/api/imports/reports', 'x', { 'content-type': 'text/csv', 'content-encoding': 'gzip' })).status,
    ).toBe(415)
    expect((await api.post('/api/imports/reports?batch=7', 'x', { 'content-type': 'text/csv' })).status).toBe(400)
    expect((await api.post('/api/imports/reports?colour=7', 'x', { 'content-type': 'text/csv' })).status).toBe(400)
    expect((await api.get('/api/imports/7')).status).toBe(404)
    expect((await api.get(`/api/imports/${randomUUID()}/problems.csv`)).status).toBe(404)
    expect((await api.get('/api/imports?cursor=7')).status).toBe(400)
  }),
)

test(
  'imports are listed the newest first, each once, page by page',
  withApp(async ({ api }) => {
    for (let index = 0; index < 5; index++) await importInto(api).reports([reportOf()])
    const first = ImportList.parse((await api.get('/api/imports?limit=3')).body)
    const second = ImportList.parse((await api.get(`/api/imports?limit=3&cursor=${first.next}`)).body)
    expect([first.imports.length, second.imports.length, second.next]).toEqual([3, 2, null])
    expect(new Set([...first.imports, ...second.imports].map(({ id }) => id)).size).toBe(5)
  }),
)
