import { expect, test } from 'vitest'
import { readPolicy } from '../../server/settings/read-policy.ts'
import { withApp, type GivenApp, type TestApi } from '../support/app.ts'

const propose = async (api: TestApi, name = 'epsMetres', value: unknown = 200) =>
  api.post(`/api/settings/${name}/proposals`, { value, reason: 'Agreed in June' })

const everybody = async ({ as }: GivenApp) => ({
  proposer: await as('coordinator', { username: 'pat' }),
  chair: await as('group_chair', { username: 'charlie' }),
  admin: await as('sysadmin', { username: 'sam' }),
})

const step = async (api: TestApi, id: string, word: string) => api.post(`/api/settings/proposals/${id}/${word}`)

test(
  'a change is proposed, approved by the chair and applied by an administrator; only then does it hold',
  withApp(async (given) => {
    const { proposer, chair, admin } = await everybody(given)

    const proposed = await propose(proposer)
    expect(proposed.status).toBe(201)
    expect(proposed.body).toMatchObject({
      value: 150,
      proposal: { value: 200, reason: 'Agreed in June', state: 'proposed', proposedBy: 'pat', decidedBy: null },
    })
    const { id } = proposed.body.proposal
    expect((await step(admin, id, 'apply')).status).toBe(409)

    expect((await step(chair, id, 'approve')).body.proposal).toMatchObject({ state: 'approved', decidedBy: 'charlie' })
    expect((await readPolicy(given.db)).epsMetres).toBe(150)

    const applied = await step(admin, id, 'apply')
    expect(applied.status).toBe(200)
    expect(applied.body).toMatchObject({ value: 200, changedBy: 'sam', proposal: null })
    expect((await readPolicy(given.db)).epsMetres).toBe(200)
    expect((await step(admin, id, 'apply')).status).toBe(409)

    const { body } = await proposer.get('/api/settings/epsMetres/history')
    expect(body).toEqual({
      changes: [{ was: null, value: 200, changedBy: 'sam', changedAt: expect.stringMatching(/Z$/) }],
    })
  }),
)

test(
  'each step is in the log with the setting and its value',
  withApp(async (given) => {
    const { proposer, chair, admin } = await everybody(given)
    const { body } = await propose(proposer, 'minPoints', 6)
    const { id } = body.proposal
    await step(chair, id, 'approve')
    await step(admin, id, 'apply')

    const { rows } = await given.db.query(
      `select action, username, details::jsonb from audit_line where object_id = $1 order by seq`,
      [id],
    )
    const details = { name: 'minPoints', value: 6 }
    expect(rows).toEqual([
      { action: 'configuration', username: 'pat', details: { step: 'propose', ...details } },
      { action: 'configuration', username: 'charlie', details: { step: 'approve', ...details } },
      { action: 'configuration', username: 'sam', details: { step: 'apply', ...details } },
    ])
  }),
)

test(
  'nobody decides on a change of their own',
  withApp(async ({ as, db, api }) => {
    const chair = await as('group_chair', { username: 'charlie' })
    const { body } = await propose(api)
    await db.query(`update policy_proposal set proposed_by = (select id from person where username = 'charlie')`)

    for (const word of ['approve', 'refuse']) {
      const answer = await step(chair, body.proposal.id, word)
      expect(answer.status).toBe(409)
      expect(answer.body.type).toBe('urn:place-risk:problem:own-proposal')
    }
  }),
)

test(
  'a setting has one change at a time; a refused or withdrawn one makes room',
  withApp(async (given) => {
    const { proposer, chair } = await everybody(given)
    const first = await propose(proposer)
    expect((await propose(proposer)).status).toBe(409)
    expect((await step(chair, first.body.proposal.id, 'refuse')).body.proposal).toBeNull()

    const second = await propose(proposer)
    expect((await step(proposer, second.body.proposal.id, 'withdraw')).body.proposal).toBeNull()
    expect((await step(chair, second.body.proposal.id, 'approve')).status).toBe(409)
    expect((await propose(proposer)).status).toBe(201)
  }),
)

test(
  'who proposes cannot approve or apply, the chair cannot propose or apply, an administrator cannot propose or approve',
  withApp(async (given) => {
    const { proposer, chair, admin } = await everybody(given)
    const { id } = (await propose(proposer)).body.proposal

    for (const [api, word] of [
      [proposer, 'approve'],
      [proposer, 'refuse'],
      [proposer, 'apply'],
      [chair, 'apply'],
      [chair, 'withdraw'],
      [admin, 'approve'],
      [admin, 'withdraw'],
    ] as const)
      expect((await step(api, id, word)).status).toBe(403)
    expect((await propose(chair, 'minPoints', 6)).status).toBe(403)
    expect((await propose(admin, 'minPoints', 6)).status).toBe(403)
    expect((await proposer.put('/api/settings/epsMetres', { value: 200 })).status).toBe(404)
  }),
)

test.each([
  ['minChildren', 2],
  ['minChildren', 3.5],
  ['epsMetres', 24],
  ['minPoints', '5'],
  ['minPoints', null],
  ['oneTimeCodeRequired', 2],
  ['protectedMetres', 1001],
  ['retainReportMonths', 12],
])('%s cannot be %j', (name, value) =>
  withApp(async ({ api, db }) => {
    const { status, body } = await propose(api, name, value)

    expect(status).toBe(422)
    expect(body.errors[0].pointer).toBe('/value')
    expect((await db.query('select from policy_proposal')).rowCount).toBe(0)
  })(),
)

test(
  'a change without a reason is not taken',
  withApp(async ({ api }) => {
    const { status, body } = await api.post('/api/settings/epsMetres/proposals', { value: 200, reason: ' ' })
    expect(status).toBe(422)
    expect(body.errors[0].pointer).toBe('/reason')
  }),
)

test.each(['nothing', 'toString', '__proto__', 'constructor'])('there is no setting called %s', (name) =>
  withApp(async ({ api }) => {
    expect((await propose(api, name, 1)).status).toBe(404)
    expect((await api.get(`/api/settings/${name}/history`)).status).toBe(404)
  })(),
)

test(
  'a proposal that is not there is not found',
  withApp(async ({ as }) => {
    const chair = await as('group_chair')
    expect((await step(chair, '5d7e2b0e-2b8f-4a55-9d43-2b2ec1f3a001', 'approve')).status).toBe(404)
    expect((await step(chair, 'x', 'approve')).status).toBe(404)
  }),
)
