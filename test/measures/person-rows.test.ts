import { expect, test } from 'vitest'
import type { Role } from '../../server/access/roles.ts'
import { underRole } from '../../server/access/under-role.ts'
import { makePlanFor, withConfirmed } from '../plans/make-plan.ts'
import { withApp } from '../support/app.ts'
import { signInAs } from '../support/sign-in.ts'

test(
  'the database itself gives rows about persons to four roles only, whatever the query',
  withApp(async (given) => {
    const { westId, ownerId, coordinator } = await withConfirmed(given)
    const plan = await makePlanFor(coordinator, { hotspotId: westId, ownerId })
    const police = await given.as('police_missing')
    await police.post('/api/person-measures', {
      planId: plan.id,
      code: 'civil_injunction',
      isInPlace: true,
      owningAgency: 'Derbyshire Constabulary',
      externalRef: 'DC/2023/118',
    })
    const rowsFor = async (role: Role, reach: 'all' | 'areas' | 'listed') => {
      const { personId } = await signInAs(given.db, role)
      const db = underRole(given.db, { role: 'group', personId, agency: 'x', reach, areas: 'all' })
      return (await db.query('select * from person_measure')).rows.length
    }

    for (const role of ['coordinator', 'group_chair', 'police_missing', 'cre_team'] as const)
      expect(await rowsFor(role, 'all'), role).toBe(1)
    for (const role of [
      'group_member',
      'practitioner',
      'qa_auditor',
      'csp_analyst',
      'youth_provider',
      'snt_planner',
    ] as const)
      expect(await rowsFor(role, 'all'), role).toBe(0)
    expect(await rowsFor('coordinator', 'listed')).toBe(0)
    for (const role of ['intake', 'partner', 'list', 'case'] as const)
      await expect(underRole(given.db, { role }).query('select * from person_measure')).rejects.toThrow(
        /permission denied/,
      )
  }),
)
