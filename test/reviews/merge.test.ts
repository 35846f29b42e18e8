import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { withApp, type TestApi } from '../support/app.ts'
import { makeReview } from '../support/reviews.ts'

const merge = (api: TestApi, id: string, into: string, version = 1) =>
  api.post(`/api/reviews/${id}/merge`, { into, version, why: 'One place, seen from two sides' })
const split = (api: TestApi, id: string, part: string, version = 1) =>
  api.post(`/api/reviews/${id}/split`, { part, version, why: 'Two places after all' })

test(
  'a place that is merged points to where the work goes on, and the lineage says who, when and why',
  withApp(async ({ as, db }) => {
    const chair = await as('group_chair', { username: 'charlie' })
    const [gate, park] = [await makeReview(db, { name: 'Park gate' }), await makeReview(db, { name: 'Park' })]
    const { status, body } = await merge(chair, gate, park)

    expect(status).toBe(200)
    expect(body).toMatchObject({ state: 'merged', mergedInto: { id: park, name: 'Park' }, steps: [], canMerge: false })
    const { body: whole } = await chair.get(`/api/reviews/${park}`)
    expect(whole.includes).toEqual([{ id: gate, name: 'Park gate', isDirect: true }])
    expect(whole.links).toEqual([
      {
        kind: 'merge',
        from: { id: gate, name: 'Park gate' },
        to: { id: park, name: 'Park' },
        why: 'One place, seen from two sides',
        by: 'charlie',
        at: expect.stringMatching(/^2023-07-11T/),
      },
    ])
  }),
)

test(
  'a split undoes a merge: what had been confirmed comes back confirmed, what had not is to be reviewed',
  withApp(async ({ api, db }) => {
    const park = await makeReview(db, { name: 'Park' })
    for (const [before, after] of [
      ['monitoring', 'confirmed'],
      ['candidate', 'candidate'],
    ]) {
      const gate = await makeReview(db, { name: 'Park gate', state: before! })
      await merge(api, gate, park)
      const { status, body } = await split(api, park, gate)

      expect([status, body.includes]).toEqual([200, []])
      const { body: back } = await api.get(`/api/reviews/${gate}`)
      expect(back).toMatchObject({ state: after, mergedInto: null, version: 3 })
      expect(back.links.map(({ kind }: { kind: string }) => kind)).toEqual(['merge', 'split'])
    }
  }),
)

test(
  'a place of its own that is a part of another keeps its state, and the lineage is kept once',
  withApp(async ({ api, db }) => {
    const [park, pond] = [
      await makeReview(db, { name: 'Park', state: 'confirmed' }),
      await makeReview(db, { name: 'Pond' }),
    ]
    expect((await split(api, park, pond)).status).toBe(200)

    expect((await api.get(`/api/reviews/${pond}`)).body).toMatchObject({
      state: 'candidate',
      version: 1,
      links: [{ kind: 'split', from: { name: 'Park' }, to: { name: 'Pond' } }],
    })
    expect((await split(api, park, pond)).body.type).toBe('urn:place-risk:problem:already-parted')
  }),
)

test(
  'a place is merged neither into itself nor into one that is over, and never in a circle',
  withApp(async ({ api, db }) => {
    const [a, b, over] = [
      await makeReview(db, { name: 'A' }),
      await makeReview(db, { name: 'B' }),
      await makeReview(db, { name: 'Over', state: 'dismissed' }),
    ]
    expect((await merge(api, a, a)).status).toBe(422)
    expect((await merge(api, a, over)).body).toMatchObject({
      status: 409,
      detail: expect.stringMatching(/^Over is “dismissed”/),
    })
    expect((await merge(api, a, randomUUID())).status).toBe(404)
    expect((await split(api, a, over)).status).toBe(409)
    expect((await split(api, a, a)).status).toBe(422)
    expect((await split(api, a, b, 9)).status).toBe(409)

    const both = await Promise.all([merge(api, a, b), merge(api, b, a)])
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  }),
)

test(
  'what was merged into a place that is merged in its turn is found from the last one',
  withApp(async ({ api, db }) => {
    const [a, b, c] = [
      await makeReview(db, { name: 'A' }),
      await makeReview(db, { name: 'B' }),
      await makeReview(db, { name: 'C' }),
    ]
    await merge(api, a, b)
    await merge(api, b, c)

    expect((await api.get(`/api/reviews/${c}`)).body.includes).toEqual([
      { id: a, name: 'A', isDirect: false },
      { id: b, name: 'B', isDirect: true },
    ])
    expect((await split(api, b, a, 2)).status).toBe(200)
    expect((await api.get(`/api/reviews/${a}`)).body.state).toBe('candidate')
  }),
)
