import { expect, test } from 'vitest'
import { withApp } from '../support/app.ts'
import { makeChild } from '../support/make.ts'
import { signInAs } from '../support/sign-in.ts'

test(
  'a child is shared with a practitioner or a role, listed, and shared no more',
  withApp(async ({ api, db }) => {
    await makeChild(db, 'YP-0001')
    const { personId } = await signInAs(db, 'practitioner', { username: 'jo' })

    const withPerson = await api.post('/api/child-shares', { reference: 'YP-0001', personId })
    expect(withPerson.status).toBe(201)
    expect(withPerson.body).toMatchObject({ reference: 'YP-0001', person: { id: personId, name: 'jo' }, role: null })
    const withRole = await api.post('/api/child-shares', { reference: 'YP-0001', role: 'cre_team' })
    expect(withRole.body).toMatchObject({ person: null, role: 'cre_team' })
    expect((await api.post('/api/child-shares', { reference: 'YP-0001', role: 'cre_team' })).status).toBe(409)

    const list = await api.get('/api/child-shares')
    expect(list.body).toEqual({
      shares: [withPerson.body, withRole.body],
      practitioners: [{ id: personId, name: 'jo' }],
    })
    expect((await api.delete(`/api/child-shares/${withRole.body.id}`)).status).toBe(204)
    expect((await api.delete(`/api/child-shares/${withRole.body.id}`)).status).toBe(404)
    expect((await api.get('/api/child-shares')).body.shares).toEqual([withPerson.body])

    const { rows } = await db.query(
      `select action, object_id = $1 as "isShare" from audit_line where object_id in ($1, $2) order by seq`,
      [withPerson.body.id, withRole.body.id],
    )
    expect(rows).toEqual([
      { action: 'collection', isShare: true },
      { action: 'collection', isShare: false },
      { action: 'alteration', isShare: false },
      { action: 'alteration', isShare: false },
    ])
  }),
)

test(
  'what cannot be shared is refused',
  withApp(async ({ api, db }) => {
    await makeChild(db, 'YP-0001')
    const { personId } = await signInAs(db, 'group_member')
    const share = (body: object) => api.post('/api/child-shares', body)

    expect((await share({ reference: 'YP-0001', personId })).status).toBe(404)
    expect((await share({ reference: 'YP-0002', role: 'cre_team' })).status).toBe(404)
    expect((await share({ reference: 'YP-0001' })).status).toBe(422)
    expect((await share({ reference: 'YP-0001', role: 'cre_team', personId })).status).toBe(422)
    expect((await share({ reference: 'YP-0001', role: 'sysadmin' })).status).toBe(422)
    expect((await share({ reference: 'Sam Smith', role: 'cre_team' })).text).not.toContain('Smith')
  }),
)

test(
  'shares are for the co-ordinator alone, and ask for a reason',
  withApp(async ({ as }) => {
    expect((await (await as('coordinator', { reasons: [] })).get('/api/child-shares')).body.errors[0].parameter).toBe(
      'childShare',
    )
    for (const role of ['group_chair', 'practitioner', 'cre_team', 'qa_auditor', 'sysadmin'] as const)
      expect((await (await as(role)).get('/api/child-shares')).status).toBe(403)
  }),
)
