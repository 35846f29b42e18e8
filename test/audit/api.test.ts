import { expect, test } from 'vitest'
import { withApp } from '../support/app.ts'

const PATIENT = { reasons: ['reference'] }

test(
  'the log is searched by day, person, action and object, the newest first, a page at a time',
  withApp(async ({ as }) => {
    const auditor = await as('ig_auditor')
    const someone = await as('coordinator', { username: 'somebody.looking', ...PATIENT })
    for (let i = 0; i < 3; i++) await someone.post('/api/references', { caseNumbers: ['C-1', 'C-2'] })

    const first = await auditor.get('/api/audit?person=somebody.looking&limit=2')
    expect(first.status).toBe(200)
    expect(first.body.lines).toHaveLength(2)
    expect(first.body.lines[0]).toEqual({
      seq: expect.any(Number),
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      action: 'combination',
      username: 'somebody.looking',
      role: 'coordinator',
      agency: 'Derby City Council',
      objectType: 'case numbers',
      objectId: null,
      reasonCode: 'monthly_meeting',
      reasonWords: '',
      requestId: expect.any(String),
      details: { asked: 2 },
    })
    const second = await auditor.get(`/api/audit?person=somebody.looking&limit=2&cursor=${first.body.next}`)
    expect(second.body.lines).toHaveLength(1)
    expect(second.body.next).toBeNull()
    expect(second.body.lines[0].seq).toBeLessThan(first.body.lines[1].seq)

    const count = async (filter: string) =>
      (await auditor.get(`/api/audit?person=somebody.looking&${filter}`)).body.lines.length
    const today = new Date().toLocaleDateString('sv', { timeZone: 'Europe/London' })
    expect(await count(`from=${today}&to=${today}`)).toBe(3)
    expect(await count('to=2020-01-01')).toBe(0)
    expect(await count('from=2190-01-01')).toBe(0)
    expect(await count('action=combination&objectType=case%20numbers')).toBe(3)
    expect(await count('action=erasure')).toBe(0)
  }),
)

test(
  'reading the log is itself in the log',
  withApp(async ({ as }) => {
    const auditor = await as('ig_auditor', { username: 'the.auditor' })
    await auditor.get('/api/audit?person=nobody&action=erasure')

    const { body } = await auditor.get('/api/audit?person=the.auditor')
    expect(
      body.lines.map(({ action, objectType, details }: Record<string, unknown>) => [action, objectType, details]),
    ).toEqual([
      ['consultation', 'log', { person: 'the.auditor' }],
      ['consultation', 'log', { person: 'nobody', action: 'erasure' }],
    ])
  }),
)

test(
  'an administrator is told whether the log is whole, and no line of it',
  withApp(async ({ as }) => {
    const admin = await as('sysadmin')
    expect((await admin.get('/api/audit')).status).toBe(403)

    const { status, body } = await admin.get('/api/audit/health')
    expect(status).toBe(200)
    expect(body).toEqual({
      isWhole: true,
      lines: expect.any(Number),
      firstBreach: null,
      head: { seq: expect.any(Number), at: expect.any(String) },
      headFileAt: null,
    })
  }),
)

test.each(['coordinator', 'group_chair', 'practitioner', 'snt_officer', 'csp_analyst'] as const)(
  'the log is not for a %s',
  (role) =>
    withApp(async ({ as, anonymous }) => {
      const api = await as(role)
      for (const path of ['/api/audit', '/api/audit/health']) {
        expect((await api.get(path)).status).toBe(403)
        expect((await anonymous.get(path)).status).toBe(401)
      }
    })(),
)

test.each(['cursor=x', 'cursor=0', 'cursor=-1', 'from=soon', 'action=sleep', 'limit=0', 'colour=red'])(
  'the log cannot be asked for %s',
  (query) =>
    withApp(async ({ as }) => {
      expect((await (await as('ig_auditor')).get(`/api/audit?${query}`)).status).toBe(400)
    })(),
)
