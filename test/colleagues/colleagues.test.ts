import { expect, test } from 'vitest'
import { withApp } from '../support/app.ts'

test(
  'something can be given to whoever works with the group, by agency: not to a reader, an auditor or an administrator, nor to who has left',
  withApp(async ({ api, as, db }) => {
    await as('snt_planner', { agency: 'Derbyshire Constabulary' })
    await as('youth_provider', { agency: 'Youth Alliance' })
    await as('group_member', { agency: 'Derby City Council' })
    for (const role of ['committee_reader', 'ig_auditor', 'sysadmin', 'qa_auditor'] as const) await as(role)
    await db.query(`update person set disabled_at = '2023-07-01T00:00:00Z' where role = 'group_member'`)

    const { status, body } = await api.get('/api/colleagues')

    expect(status).toBe(200)
    expect(body.colleagues.map(({ role, agency }: Record<string, string>) => [agency, role])).toEqual([
      ['Derby City Council', 'coordinator'],
      ['Derbyshire Constabulary', 'snt_planner'],
      ['Youth Alliance', 'youth_provider'],
    ])
    expect(Object.keys(body.colleagues[0]).toSorted()).toEqual(['agency', 'id', 'name', 'role'])
  }),
)

test(
  'to look whom something can be given to is no look at a child or a place, so it leaves no line in the log',
  withApp(async ({ api, db }) => {
    const lines = async () => (await db.query<{ n: string }>('select count(*) as n from audit_line')).rows[0]!.n
    const before = await lines()
    await api.get('/api/colleagues')

    expect(await lines()).toBe(before)
  }),
)
