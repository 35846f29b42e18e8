import { expect } from 'vitest'
import type { Role } from '../../server/access/roles.ts'
import { SHIFT, taskedPatrol, wholeVisit } from '../patrols/make-patrol.ts'
import { workedOutPlan } from '../plans/make-plan.ts'
import { recorded, scheduled } from '../referrals/make-referral.ts'
import type { TestApi } from '../support/app.ts'
import type { DemoApp } from './demo-app.ts'

/** What a group keeps of its work at places, for the test of every answer: makers that go through the API. */
export const placeWork = (app: DemoApp, coordinator: TestApi, people: ReadonlyMap<Role, TestApi>) => {
  const hotspotOf = async (wanted: 'place' | 'cluster'): Promise<string> => {
    const { hotspots } = (await people.get('snt_planner')!.get('/api/shared/hotspots')).body
    return hotspots.find(({ method }: { method: string }) => method === wanted).id
  }
  return {
    /** A task at a named place and one at a cluster, given out, visited and in a shift. */
    async patrols(): Promise<string[]> {
      const planner = people.get('snt_planner')!
      const tasks: string[] = []
      for (const wanted of ['place', 'cluster'] as const) {
        tasks.push((await taskedPatrol(coordinator, planner, await hotspotOf(wanted))).id)
        await wholeVisit(people.get('snt_officer')!, tasks.at(-1)!)
      }
      const { status, body } = await planner.post('/api/shifts', { ...SHIFT, order: tasks })
      expect(status).toBe(201)
      return [...tasks, body.id]
    },
    /** Plans at a named place and at a cluster, with measures and what was worked out of them. */
    async plans(): Promise<string[]> {
      const group = { coordinator, chair: await app.as('group_chair'), police: await app.as('police_missing') }
      const atPlace = await workedOutPlan(group, await hotspotOf('place'))
      return [...atPlace, ...(await workedOutPlan(group, await hotspotOf('cluster')))]
    },
    /** Referrals at a named place and at a cluster, with a session each, to the provider who looks. */
    async referrals(): Promise<string[]> {
      const provider = people.get('youth_provider')!
      const referrals: string[] = []
      for (const wanted of ['place', 'cluster'] as const) {
        const id = await hotspotOf(wanted)
        const { body } = await coordinator.get(`/api/referrals/proposal?hotspot=${id}`)
        const referral = await scheduled(coordinator, provider, id, { providerAgency: body.providers[0] })
        await recorded(provider, referral)
        referrals.push(referral.id)
      }
      return referrals
    },
  }
}
