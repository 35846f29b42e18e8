import { describe, expect, test } from 'vitest'
import type { Role } from '../../server/access/roles.ts'
import { checkWording } from '../../server/wording/check-wording.ts'
import { testSecrets, withDb } from '../support/app.ts'
import { makePlace } from '../support/make.ts'
import type { Db } from '../../server/db.ts'
import { underRole } from '../../server/access/under-role.ts'

const writing = {
  secrets: testSecrets,
  person: { id: '00000000-0000-4000-8000-000000000001', name: 'A Writer', role: 'coordinator' as Role },
  now: new Date('2023-07-11T09:00:00Z'),
}

test(
  'words that may name somebody are asked about once, with where they stand',
  withDb(async (db) => {
    await expect(
      checkWording(db, writing, { '/title': 'Speak to Jayden at the gate.', '/why': null, '/aims': 'Nothing here.' }),
    ).rejects.toMatchObject({
      status: 422,
      slug: 'words-to-check',
      errors: [{ pointer: '/title', phrase: 'Jayden', detail: '“Jayden” may be somebody’s name.' }],
    })
  }),
)

const another = {
  ...writing,
  person: { id: '00000000-0000-4000-8000-000000000002', name: 'Another', role: 'snt_planner' as Role },
}

test(
  'what is no name is remembered for everybody, and initials for their writer',
  withDb(async (db) => {
    const fields = { '/title': 'Walk Charlotte Street.', '/why': 'Young person KT.' }
    await checkWording(db, writing, fields, ['Charlotte Street', 'KT'])
    await checkWording(db, writing, fields)
    await expect(checkWording(db, another, fields)).rejects.toMatchObject({ errors: [{ phrase: 'KT' }] })
  }),
)

test(
  'a word with something hidden in it is the same word',
  withDb(async (db) => {
    await expect(checkWording(db, writing, { '/title': 'Jay\u00ADden' })).rejects.toMatchObject({
      errors: [{ phrase: 'Jay\u00ADden' }],
    })
    await checkWording(db, writing, { '/title': 'Jay\u00ADden' }, ['Jayden'])
    await checkWording(db, writing, { '/title': 'Jayden' })
  }),
)

test(
  'agencies of people in the service are nobody’s names',
  withDb(async (db) => {
    const fields = { '/leadAgency': 'Willowbrook Kestrel Partners' }
    await expect(checkWording(db, writing, fields)).rejects.toMatchObject({ slug: 'words-to-check' })
    await db.query('insert into person (username, name, role, agency) values ($1, $1, $2, $3)', [
      'kestrel',
      'youth_provider',
      'Willowbrook Kestrel Partners',
    ])
    await checkWording(underRole(db, { role: 'group', reach: 'all' }), writing, fields)
  }),
)

test(
  'whoever keeps a name is not asked again, but everybody else is, and the table cannot be read back',
  withDb(async (db) => {
    const group = underRole(db, { role: 'group', reach: 'all' })
    const fields = { '/title': 'Ask Ashton Centre.' }
    await expect(checkWording(group, writing, fields)).rejects.toMatchObject({ slug: 'words-to-check' })
    await checkWording(group, writing, fields, ['ashton  centre'])
    await checkWording(group, writing, fields)
    await expect(checkWording(group, another, fields)).rejects.toMatchObject({ slug: 'words-to-check' })
    await checkWording(group, another, fields, ['Ashton Centre'])
    await checkWording(group, another, fields)

    const { rows } = await db.query<{ kind: string; text: string }>(
      'select kind, checked_phrase::text as text from checked_phrase',
    )
    expect(rows).toMatchObject([{ kind: 'name' }, { kind: 'name' }])
    expect(rows[0]!.text).not.toMatch(/ashton/i)
  }),
)

test(
  'keeping one phrase does not let another one through',
  withDb(async (db) => {
    await expect(
      checkWording(db, writing, { '/title': 'Mia Smith and Kacper Nowak' }, ['Mia Smith']),
    ).rejects.toMatchObject({ errors: [{ phrase: 'Kacper Nowak' }] })
  }),
)

test(
  'a child’s reference can be kept by nobody',
  withDb(async (db) => {
    await expect(checkWording(db, writing, { '/title': 'For YP-0001.' }, ['YP-0001'])).rejects.toMatchObject({
      slug: 'words-refused',
    })
  }),
)

test(
  'names of the gazetteer are nobody’s',
  withDb(async (db) => {
    await expect(checkWording(db, writing, { '/title': 'Visit Charlie Brown Gardens.' })).rejects.toThrow()
    await makePlace(db, { name: 'Charlie Brown Gardens' })
    await checkWording(db, writing, { '/title': 'Visit Charlie Brown Gardens.' })
  }),
)

describe('a number of a case', () => {
  const addChild = (db: Db) =>
    db.query(`insert into child (reference, source_hmac) values ('YP-0007', $1)`, [
      testSecrets.hashSourceId('child', 'LCS-700123'),
    ])
  const text = { '/title': 'See lcs-700123, and LCS-700124.' }

  test(
    'that is known here can be kept by nobody, in whatever case; one that is not known is asked about',
    withDb(async (db) => {
      await addChild(db)
      const group = underRole(db, { role: 'group', reach: 'all' })
      await expect(checkWording(group, writing, text, ['lcs-700123', 'LCS-700124'])).rejects.toMatchObject({
        slug: 'words-refused',
        errors: [{ pointer: '/title', phrase: 'lcs-700123' }],
      })
      for (const hidden of ['LCS‑700123', 'LCS–700123', 'LCS-\u200B700123'])
        await expect(checkWording(group, writing, { '/title': hidden }), hidden).rejects.toMatchObject({
          slug: 'words-refused',
        })
      await checkWording(group, writing, { '/title': 'See LCS-700124.' }, ['LCS-700124'])
    }),
  )

  test(
    'is refused to whoever may not read every child, known or not: the answer tells nobody which numbers are',
    withDb(async (db) => {
      await addChild(db)
      for (const role of ['youth_provider', 'csp_analyst', 'snt_officer', 'practitioner'] as const)
        await expect(checkWording(db, { ...writing, person: { ...writing.person, role } }, text)).rejects.toMatchObject(
          { slug: 'words-refused', errors: [{ phrase: 'lcs-700123' }, { phrase: 'LCS-700124' }] },
        )
    }),
  )
})
