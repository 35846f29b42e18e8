import { expect, test } from 'vitest'
import { withApp } from '../support/app.ts'
import { SHIFT, taskedPatrol, withPlaces } from '../patrols/make-patrol.ts'

const refsOf = (shift: { stops: { hotspotName: string; visit: number }[] }) =>
  shift.stops.map(({ hotspotName, visit }) => `${hotspotName} ${visit}`)

test(
  'a shift is put in order with times, ways and the windows that it meets; nothing is kept until somebody says so',
  withApp(async (given) => {
    const { coordinator, planner, west, border } = await withPlaces(given)
    const { id: first } = await taskedPatrol(coordinator, planner, west.placeId)
    const { id: second } = await taskedPatrol(coordinator, planner, border.placeId, { visitsADay: 1 })

    const { status, body } = await planner.post('/api/shifts/route', { ...SHIFT, patrolIds: [first, second] })
    expect(status).toBe(200)
    // 18:00 to 22:00 holds two visits of the first place and one of the second.
    expect(refsOf(body).toSorted()).toEqual(['Border Park 1', 'West Park 1', 'West Park 2'])
    expect(body.stops.every(({ isInWindow, isInShift }: Record<string, boolean>) => isInWindow && isInShift)).toBe(true)
    expect(body.stops[0]).toMatchObject({
      begin: '18:00',
      waitMinutes: 60,
      metres: 0,
      windows: [{ from: '18:00', to: '22:00' }],
    })
    expect(body.totals).toMatchObject({ visits: 3, visitMinutes: 45 })
    // 1,950 m between the middles of the two places, times 1.3, once or twice.
    expect(body.totals.metres % 2535).toBeLessThan(10)
    expect(body.method).toMatchObject({ windingFactor: 1.3, kilometresPerHour: 4.5 })
    expect(body.method.says).toMatch(/^Straight lines times 1.3/)
    expect((await planner.get('/api/shifts')).body).toMatchObject({ shifts: [], tasks: [{}, {}] })
  }),
)

test(
  'the order of a person is kept as they gave it, and says where it leaves a window or the shift',
  withApp(async (given) => {
    const { coordinator, planner, officer, west, border } = await withPlaces(given)
    const { id: first } = await taskedPatrol(coordinator, planner, west.placeId)
    const { id: second } = await taskedPatrol(coordinator, planner, border.placeId)
    const order = [first, first, second]
    const { body: shift } = await planner.post('/api/shifts', { ...SHIFT, to: '20:20', order })
    expect(refsOf(shift)).toEqual(['West Park 1', 'West Park 2', 'Border Park 1'])
    expect(shift.stops.map(({ begin, isInShift }: Record<string, unknown>) => [begin, isInShift])).toEqual([
      ['18:00', true],
      // Two hours from start to start; then on foot.
      ['20:00', true],
      [expect.stringMatching(/^20:4\d$/), false],
    ])
    expect((await officer.get(`/api/shifts/${shift.id}`)).body).toEqual(shift)
    expect((await officer.get('/api/shifts?day=2023-07-11')).body.shifts).toHaveLength(1)

    const change = { ...SHIFT, how: 'vehicle', order: [second, first] }
    const changed = await planner.patch(`/api/shifts/${shift.id}`, { ...change, version: shift.version })
    expect(refsOf(changed.body)).toEqual(['Border Park 1', 'West Park 1'])
    expect(changed.body.method.windingFactor).toBe(1.4)
    expect((await planner.patch(`/api/shifts/${shift.id}`, { ...change, version: shift.version })).status).toBe(409)
    expect((await officer.patch(`/api/shifts/${shift.id}`, { ...change, version: 2 })).status).toBe(403)

    expect((await planner.delete(`/api/shifts/${shift.id}`)).status).toBe(204)
    expect((await officer.get(`/api/shifts/${shift.id}`)).status).toBe(404)
  }),
)

test(
  'a shift over midnight meets the windows of both days, and a task is not sent out on a day that it does not run',
  withApp(async (given) => {
    const { coordinator, planner, west } = await withPlaces(given)
    // Tuesday 23:00 to Wednesday 02:00.
    const { id } = await taskedPatrol(coordinator, planner, west.placeId, { windows: [{ fromHour: 47, hours: 3 }] })
    const night = { ...SHIFT, from: '22:00', to: '06:00', patrolIds: [id] }
    const { body } = await planner.post('/api/shifts/route', night)
    expect(body.stops.map(({ begin, windows }: Record<string, unknown>) => [begin, windows])).toEqual([
      ['23:00', [{ from: '23:00', to: '02:00' }]],
      ['01:00', [{ from: '23:00', to: '02:00' }]],
    ])

    const late = await planner.post('/api/shifts/route', { ...night, day: '2023-08-08' })
    expect([late.status, late.body.type.split(':').at(-1)]).toEqual([409, 'patrol-not-running'])
    expect((await planner.post('/api/shifts/route', { ...night, order: [id] })).status).toBe(422)
    expect((await planner.post('/api/shifts/route', { ...night, from: '25:00' })).status).toBe(422)
  }),
)

test(
  'the share is counted in best windows of the stored month, never in reports',
  withApp(async (given) => {
    const { coordinator, planner, west } = await withPlaces(given)
    // The best time as the month says it: all reports are of a Monday, 21:00 local time.
    const { id, bestWindows } = await taskedPatrol(coordinator, planner, west.placeId, {
      windows: [{ fromHour: 18, hours: 6 }],
    })
    expect(bestWindows).toHaveLength(1)
    const monday = { ...SHIFT, day: '2023-07-17', order: [id, id] }
    const coverageOf = async (given: object) =>
      (await planner.post('/api/shifts/route', { ...monday, ...given })).body.coverage

    expect(await coverageOf({})).toMatchObject({
      met: 1,
      inShift: 1,
      inWeek: 1,
      why: expect.stringMatching(/^Counted in best windows/),
    })
    expect(await coverageOf({ order: [id], from: '09:00', to: '12:00' })).toMatchObject({
      met: 0,
      inShift: 0,
      inWeek: 1,
    })
    expect(JSON.stringify(await coverageOf({}))).not.toMatch(/weight"|share"|reports"/)
  }),
)
