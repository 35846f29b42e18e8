import { expect, test } from 'vitest'
import { dosesOf, type PatrolDose } from '../../server/effects/doses.ts'
import { PLAN_DESIGN } from '../access/requests.ts'
import { taskedPatrol, wholeVisit } from '../patrols/make-patrol.ts'
import { makePlanFor, started, withConfirmed } from '../plans/make-plan.ts'
import { withApp } from '../support/app.ts'

/** Every evening of the week, two visits of ten minutes. */
const TASK: PatrolDose = {
  windows: [0, 1, 2, 3, 4, 5, 6].map((day) => ({ fromHour: day * 24 + 18, hours: 4 })),
  dwellMinutes: 10,
  visitsADay: 2,
  validFrom: '2023-01-01',
  validTo: '2023-01-28',
  visits: 5,
  minutes: 61,
  welfareContacts: 9,
  enforcement: 1,
}

test('what was planned is counted from the plan’s start to its evaluation’s end, and no further than today', () => {
  const planned = (from: string, to: string, today: string) => dosesOf([TASK], null, { from, to }, today).patrols
  expect(planned('2023-01-02', '2023-05-01', '2023-07-11')).toMatchObject({ visitsPlanned: 54, minutesPlanned: 540 })
  expect(planned('2023-01-02', '2023-01-04', '2023-07-11')).toMatchObject({ visitsPlanned: 4 })
  expect(planned('2023-01-02', '2023-05-01', '2023-01-02')).toMatchObject({ visitsPlanned: 2 })
  expect(planned('2023-02-02', '2023-05-01', '2023-07-11')).toMatchObject({ visitsPlanned: 0 })
})

test('tasks add up, and without one nothing was planned', () => {
  const days = { from: '2023-01-02', to: '2023-05-01' }
  expect(dosesOf([TASK, TASK], null, days, '2023-07-11').patrols).toEqual({
    visitsPlanned: 108,
    minutesPlanned: 1080,
    visits: 10,
    minutes: 122,
    welfareContacts: 18,
    enforcement: 2,
  })
  expect(dosesOf([], { sessionsPlanned: 3, sessions: 2, contacts: 12 }, days, '2023-07-11')).toEqual({
    patrols: null,
    outreach: { sessionsPlanned: 3, sessions: 2, contacts: 12 },
  })
})

test(
  'visits of the plan’s days stand beside its effect, and enforcement only is warned of',
  withApp(async (given) => {
    const all = await withConfirmed(given)
    const { coordinator, westArea, westId, eastId, ownerId } = all
    const planner = await given.as('snt_planner', { areaIds: [westArea] })
    const officer = await given.as('snt_officer', { areaIds: [westArea] })
    const task = await taskedPatrol(coordinator, planner, westId)
    await wholeVisit(officer, task.id, { engagements: 0, safeguardingActions: 0, stopAndSearch: 3 })
    const design = { ...PLAN_DESIGN, evaluationTo: '2023-08-01', comparatorPlaceIds: [eastId] }
    const plan = await started(all, await makePlanFor(coordinator, { hotspotId: westId, ownerId }, design))

    const { effect } = (await coordinator.post(`/api/plans/${plan.id}/effect`)).body
    expect(effect.doses.patrols).toMatchObject({ visits: 1, visitsPlanned: 2, welfareContacts: 0, enforcement: 3 })
    expect(effect.isEnforcementOnly).toBe(true)
    expect(effect.cautions[0]).toMatch(/^Enforcement only/)

    await wholeVisit(officer, task.id, { engagements: 2 })
    expect((await coordinator.post(`/api/plans/${plan.id}/effect`)).body.effect.isEnforcementOnly).toBe(false)
  }),
)
