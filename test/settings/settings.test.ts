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
  protectedMetres: 100,
  candidateMonths: 3,
  safePlaceMetres: 400,
  patrolValidDays: 28,
  patrolWindingWalking: 1.3,
  patrolWindingDriving: 1.4,
  oneTimeCodeRequired: 0,
  retainReportMonths: 24,
  retainSuspectedMonths: 12,
  retainChildMonths: 6,
  retainMeetingMonths: 72,
  retainExportMonths: 12,
  retainLogMonths: 72,
}

test(
  'the defaults hold until somebody changes them',
  withDb(async (db) => {
    expect(await readPolicy(db)).toEqual(DEFAULTS)
  }),
)

test(
  'every setting stands in the list, with a sentence',
  withApp(async ({ api }) => {
    const { body } = await api.get('/api/settings')

    expect(body.settings.map(({ name }: { name: string }) => name)).toEqual(Object.keys(DEFAULTS))
    for (const { says } of body.settings) expect(says).toMatch(/\.$/)
    expect(body.settings[0]).toEqual({
      name: 'epsMetres',
      value: 150,
      default: 150,
      unit: 'metres',
      says: expect.stringMatching(/\.$/),
      changedBy: null,
      changedAt: null,
      proposal: null,
    })
  }),
)

test('a stored value that is not allowed any more gives way to the default', () => {
  expect(
    policyFrom([
      { name: 'minChildren', value: 1 },
      { name: 'forgotten', value: 7 },
    ]),
  ).toEqual(DEFAULTS)
})
