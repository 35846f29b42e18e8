import { expect, test } from 'vitest'
import { policyFrom } from '../../server/settings/policy.ts'
import { readPolicy } from '../../server/settings/read-policy.ts'
import { withApp, withDb } from '../support/app.ts'

const DEFAULTS = {
  epsMetres: 150,
  minPoints: 5,
  minChildren: 3,
  likelyDuplicateMetres: 50,
  weightFound: 1,
  weightDisclosed: 0.9,
  weightSighted: 0.7,
  weightSuspected: 0.4,
  weightFrequented: 0.2,
  reportsCountedPerChild: 3,
  halfLifeDays: 90,
}

test(
  'the defaults hold until somebody changes them',
  withDb(async (db) => {
    expect(await readPolicy(db)).toEqual(DEFAULTS)
  }),
)

test(
  'a setting that is changed holds, says since when, and keeps what it was',
  withApp(async ({ api, db }) => {
    await api.put('/api/settings/epsMetres', { value: 200 })
    await api.put('/api/settings/epsMetres', { value: 100 })
    const { status, body } = await api.put('/api/settings/epsMetres', { value: 100 })

    expect(status).toBe(200)
    expect(body).toMatchObject({ name: 'epsMetres', value: 100, default: 150, changedBy: 'not signed in' })
    expect(body.changedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
    expect(await readPolicy(db)).toEqual({ ...DEFAULTS, epsMetres: 100 })
    const { rows } = await db.query('select was, value from policy_setting_change order by id')
    expect(rows).toEqual([
      { was: null, value: 200 },
      { was: 200, value: 100 },
    ])
  }),
)

test(
  'every setting stands in the list, with a sentence',
  withApp(async ({ api }) => {
    const { body } = await api.get('/api/settings')

    expect(body.settings.map(({ name }: { name: string }) => name)).toEqual(Object.keys(DEFAULTS))
    expect(body.settings[0]).toEqual({
      name: 'epsMetres',
      value: 150,
      default: 150,
      unit: 'metres',
      says: expect.stringMatching(/\.$/),
      changedBy: null,
      changedAt: null,
    })
  }),
)

test.each([
  ['minChildren', 2],
  ['minChildren', 3.5],
  ['epsMetres', 24],
  ['minPoints', '5'],
  ['minPoints', null],
])('%s cannot be %j', (name, value) =>
  withApp(async ({ api, db }) => {
    const { status, body } = await api.put(`/api/settings/${name}`, { value })

    expect(status).toBe(422)
    expect(body.errors[0].pointer).toBe('/value')
    expect(await readPolicy(db)).toEqual(DEFAULTS)
  })(),
)

test.each(['nothing', 'toString', '__proto__', 'constructor'])('there is no setting called %s', (name) =>
  withApp(async ({ api }) => {
    expect((await api.put(`/api/settings/${name}`, { value: 1 })).status).toBe(404)
  })(),
)

test('a stored value that is not allowed any more gives way to the default', () => {
  expect(
    policyFrom([
      { name: 'minChildren', value: 1 },
      { name: 'forgotten', value: 7 },
    ]),
  ).toEqual(DEFAULTS)
})
