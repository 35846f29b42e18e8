import type { Role } from '../../server/access/roles.ts'
import { apiAt } from '../support/app.ts'
import { demoToken, sharedDemo } from '../support/browser.ts'

/** Documents of the demo's year, which is told to the end of this month. */
export const TOLD_MONTH = '2023-05'

const demoList = async (role: Role, list: string): Promise<{ id: string; month: string; state: string }[]> => {
  const api = apiAt((await sharedDemo()).address, { token: await demoToken(role) })
  return (await api.get(`/api/${list}?limit=500`)).body[list]
}

/** A meeting that was held, with its pack and its agreed minutes. */
export const heldMeeting = async (): Promise<string> =>
  (await demoList('group_chair', 'meetings')).find(({ month }) => month === TOLD_MONTH)!.id

/** A patrol that was given out and is under way. */
export const givenOutPatrol = async (): Promise<string> =>
  (await demoList('snt_planner', 'patrols')).find(({ state }) => state === 'active')!.id
