import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answerFor, caseNumbersOf } from '../../server/children/case-numbers.ts'
import type { Db } from '../../server/db.ts'
import { testSecrets, withApp } from '../support/app.ts'

const makeChildOf = (db: Db, caseNumber: string, reference: string) =>
  db.query('insert into child (reference, source_hmac) values ($1, $2)', [
    reference,
    testSecrets.hashSourceId('child', caseNumber),
  ])

test(
  'case numbers become references, by position; those of nobody are named by position too',
  withApp(async ({ api, db }) => {
    await makeChildOf(db, 'CMS-100', 'YP-0042')
    await makeChildOf(db, 'CMS-200', 'YP-0007')

    const answer = await api.post('/api/references', { caseNumbers: ['CMS-200', 'CMS-999', ' cms-100 ', 'CMS-200'] })
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({
      found: [
        { position: 1, reference: 'YP-0007' },
        { position: 3, reference: 'YP-0042' },
        { position: 4, reference: 'YP-0007' },
      ],
      notFound: [2],
    })
    expect(answer.text).not.toMatch(/cms/i)
  }),
)

test.each(['text/plain', 'text/csv'])('a file of one number a line is read as %s', (type) =>
  withApp(async ({ api, db }) => {
    await makeChildOf(db, 'CMS-100', 'YP-0042')
    const answer = await api.post('/api/references', '\uFEFFCase number\r\n\r\n"CMS-100"\r\n', { 'content-type': type })
    expect(answer.body).toEqual({ found: [{ position: 3, reference: 'YP-0042' }], notFound: [1] })
  })(),
)

test(
  'it is logged as combination, with the count and no number',
  withApp(async ({ as, db }) => {
    const api = await as('coordinator', { username: 'combining' })
    await api.post('/api/references', { caseNumbers: ['SECRET-1', 'SECRET-2'] })

    const { rows } = await db.query<{ action: string; whole: string; details: unknown }>(
      `select action, details::jsonb, line::text as whole from audit_line as line where username = 'combining'`,
    )
    expect(rows).toMatchObject([{ action: 'combination', details: { asked: 2 } }])
    expect(rows[0]!.whole).not.toContain('SECRET')
  }),
)

test(
  'it asks for a reason, and is for the co-ordinator alone',
  withApp(async ({ as, anonymous }) => {
    const body = { caseNumbers: ['CMS-1'] }
    const hasty = await (await as('coordinator', { reasons: ['child'] })).post('/api/references', body)
    expect(hasty.status).toBe(403)
    expect(hasty.body.errors[0].parameter).toBe('reference')
    for (const role of ['group_chair', 'practitioner', 'police_missing', 'sysadmin', 'ig_auditor'] as const)
      expect((await (await as(role)).post('/api/references', body)).status).toBe(403)
    expect((await anonymous.post('/api/references', body)).status).toBe(401)
  }),
)

test.each([
  ['nothing', {}],
  ['no number', { caseNumbers: [] }],
  ['a blank number', { caseNumbers: ['SECRET-1', ' '] }],
  ['too many', { caseNumbers: Array.from({ length: 501 }, (_, i) => `SECRET-${i}`) }],
  ['another member', { caseNumbers: ['SECRET-1'], references: ['YP-0001'] }],
  ['an empty file', '\n \n'],
  ['a file of something else', `SECRET ${'x'.repeat(200)}`],
])('%s is refused without a word of what was sent', (_what, body) =>
  withApp(async ({ api }) => {
    const headers = typeof body === 'string' ? { 'content-type': 'text/plain' } : {}
    const answer = await api.post('/api/references', body, headers)
    expect(answer.status).toBe(422)
    expect(answer.text).not.toContain('SECRET')
  })(),
)

test('every number is answered once, under its position', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[A-Z0-9]{1,8}$/), { minLength: 1, maxLength: 50 }),
      fc.nat(7),
      (lines, every) => {
        const numbers = caseNumbersOf(lines.join('\n'))
        const known = new Map(
          lines
            .filter((_, i) => i % 8 <= every)
            .map((line) => [testSecrets.hashSourceId('child', line).toString('hex'), 'YP-0001']),
        )
        const { found, notFound } = answerFor(numbers, (number) => testSecrets.hashSourceId('child', number), known)
        const positions = [...found.map(({ position }) => position), ...notFound]
        expect(positions.toSorted((a, b) => a - b)).toEqual(lines.map((_, i) => i + 1))
      },
    ),
  )
})
