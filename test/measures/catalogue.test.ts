import { expect, test } from 'vitest'
import { CATALOGUE, isOfPlace, measureOf } from '../../server/measures/catalogue.ts'

test('every row of the domain’s catalogue is there, with who leads it', () => {
  expect(CATALOGUE).toHaveLength(33)
  expect(new Set(CATALOGUE.map(({ name }) => name)).size).toBe(33)
  for (const { code, leadAgencies, name } of CATALOGUE) {
    expect(code).toMatch(/^[a-z_]{2,60}$/)
    expect(leadAgencies.length, name).toBeGreaterThan(0)
  }
  for (const section of ['76 to 79', '80', '59', '34 and 35', '43', '116'])
    expect(
      CATALOGUE.some(({ law }) => law.endsWith(section)),
      section,
    ).toBe(true)
})

test('what is general knowledge only is shown as to be confirmed', () => {
  const toConfirm = CATALOGUE.filter(({ isToBeConfirmed }) => isToBeConfirmed).map(({ code }) => code)
  expect(toConfirm).toEqual(
    expect.arrayContaining([
      'closure_order',
      'public_spaces_protection_order',
      'environmental_health',
      'taxi_licensing',
      'recovery_order',
      'police_protection',
      'slavery_trafficking_order',
      'national_referral_mechanism',
    ]),
  )
  for (const read of [
    'closure_notice',
    'dispersal',
    'licensing_review',
    'hotel_information_notice',
    'civil_injunction',
  ])
    expect(toConfirm).not.toContain(read)
})

test('measures about a place and about a person are told apart; a dispersal is both', () => {
  expect(CATALOGUE.filter(isOfPlace).every(({ target }) => target !== 'person')).toBe(true)
  expect(isOfPlace(measureOf('dispersal')!)).toBe(true)
  expect(isOfPlace(measureOf('child_abduction_warning_notice')!)).toBe(false)
  expect(measureOf('nothing of the kind')).toBeUndefined()
})
