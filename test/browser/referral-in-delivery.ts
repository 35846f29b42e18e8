import { expect } from 'vitest'
import { plan, recorded, refer, takeStep } from '../referrals/make-referral.ts'
import { apiAt, type TestApi } from '../support/app.ts'
import { demoToken, sharedDemo } from '../support/browser.ts'
import { demoApi } from './steps.ts'

/** The demo's API as its youth provider. */
export const providerApi = async (): Promise<TestApi> =>
  apiAt((await sharedDemo()).address, { token: await demoToken('youth_provider') })

/** A place under review of the demo. */
export const hotspotOf = async (name: string): Promise<{ id: string; name: string }> => {
  const { body } = await (await demoApi()).get('/api/reviews')
  return body.reviews.find((review: { name: string }) => review.name === name)
}

/** What is asked for, of a place of the demo, in the words of a test. */
export const referTo = async (name: string, given: object = {}) => {
  const api = await demoApi()
  const hotspot = await hotspotOf(name)
  const { body } = await api.get(`/api/referrals/proposal?hotspot=${hotspot.id}`)
  return refer(api, hotspot.id, { providerAgency: body.providers[0], ...given })
}

/** Accepted and scheduled, with a planned session today and one to come. */
export const scheduledAt = async (name: string, given: object = {}) => {
  const provider = await providerApi()
  const accepted = await takeStep(provider, await referTo(name, given), 'accept')
  const { referral } = await plan(provider, accepted, ['2023-07-11', '2023-07-18'])
  return takeStep(provider, referral, 'schedule')
}

let made: Promise<{ id: string }> | undefined

/** A referral with sessions, made once for all tests of pages. */
export const referralInDelivery = () =>
  (made ??= (async () => {
    const referral = await scheduledAt('River Gardens')
    const provider = await providerApi()
    await recorded(provider, referral)
    await recorded(provider, referral, { from: '21:00', to: '22:00' })
    expect((await provider.get(`/api/referrals/${referral.id}`)).body.state).toBe('in_delivery')
    return referral as { id: string }
  })())
