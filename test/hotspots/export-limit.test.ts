import { expect, test } from 'vitest'
import { withApp } from '../support/app.ts'

test(
  'one person gets so many copies of a file a minute, then a sentence that says to wait; others are not held up',
  withApp(async ({ as }) => {
    const [chair, coordinator] = [await as('group_chair'), await as('coordinator')]
    const statuses: number[] = []
    for (let i = 0; i < 61; i++) statuses.push((await chair.get('/api/exports/hotspots.csv')).status)

    expect(new Set(statuses.slice(0, 60))).toEqual(new Set([200]))
    expect(statuses.at(-1)).toBe(429)
    expect((await coordinator.get('/api/exports/hotspots.csv')).status).toBe(200)
    expect((await chair.get('/api/hotspots')).status).toBe(200)
  }),
)
