import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { underRole } from '../../server/access/under-role.ts'
import type { Db } from '../../server/db.ts'
import { freezePack } from '../../server/packs/freeze-pack.ts'
import { TODAY, type TestApi } from '../support/app.ts'
import { makeChild, makeReports } from '../support/make.ts'

/** As the meeting's step freezes: under the role `intake`. Gives the meeting's id and the pack's hash. */
export const freeze = async (db: Db, month: string, given: { meetingId?: string; now?: string } = {}) => {
  const meetingId = given.meetingId ?? randomUUID()
  const { hash } = await freezePack(underRole(db, { role: 'intake' }), {
    meetingId,
    month,
    person: { name: 'A. Chair', role: 'group_chair', agency: 'Derby City Council' },
    now: new Date(given.now ?? `${TODAY}T09:00:00Z`),
    today: TODAY,
  })
  return { meetingId, hash }
}

/** Stores a month through the API. Gives the run's id. */
export const storeMonth = async (api: TestApi, month: string): Promise<string> => {
  const { status, body } = await api.post('/api/runs', { kind: 'month', month })
  expect(status, JSON.stringify(body)).toBe(201)
  return body.run.id
}

export const get = async (api: TestApi, path: string) => {
  const { status, body } = await api.get(path)
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}

/** Reports of some children (a letter each) at a place of `makePlace`, one each. */
export const atPlace = async (
  db: Db,
  children: string,
  day: string,
  { placeId, easting, northing = 336_050 }: { placeId: string | null; easting: number; northing?: number },
) => {
  const ids: string[] = []
  for (const child of children)
    ids.push(
      ...(await makeReports(db, {
        child: childOf(child),
        at: `${day}T20:00:00Z`,
        placeId,
        position: { easting, northing },
        accuracyMetres: 20,
      })),
    )
  return ids
}

const childOf = (letter: string) => `YP-1${letter.charCodeAt(0).toString().padStart(3, '0')}`

export interface GivenEpisode {
  day: string
  bucket?: string | null
  isPlacedOut?: boolean
  hostLa?: string
}

/** An episode of a child (a letter), with its return interview's bucket. Gives its id. */
export const makeEpisode = async (
  db: Db,
  letter: string,
  { day, bucket = 'in_timescales', ...given }: GivenEpisode,
) => {
  const { rows } = await db.query<{ id: string }>(
    `insert into missing_episode (source_hmac, child_id, category, started_at, start_precision, ended_at, end_precision, placement_location, host_la, row_hash)
     values (sha256(convert_to(gen_random_uuid()::text, 'UTF8')), $1, 'M', $2, 'minute', $3, $4, $5, $6, '\\x00') returning id`,
    [
      await makeChild(db, childOf(letter)),
      `${day}T18:00:00Z`,
      bucket === null ? null : `${day}T22:00:00Z`,
      bucket === null ? null : 'minute',
      given.isPlacedOut ? 'OUT' : 'IN',
      given.hostLa ?? null,
    ],
  )
  await db.query('insert into return_interview (episode_id, bucket) values ($1, $2)', [rows[0]!.id, bucket])
  return rows[0]!.id
}
