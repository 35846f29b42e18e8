import { randomUUID } from 'node:crypto'
import type { Person } from '../access/person.ts'
import type { Db } from '../db.ts'
import { conflict } from '../errors.ts'
import { canonicalJson, digestOf } from './canonical.ts'
import { documentsOf } from './document.ts'
import type { PackRead } from './read.ts'
import { readWork } from './read-work.ts'
import type { PackContent } from './schema.ts'
import * as store from './store.ts'

/** What a pack is frozen for. */
export interface Freezing {
  meetingId: string
  /** The month that the pack is about, YYYY-MM: its stored run has to be there. */
  month: string
  person: Pick<Person, 'name' | 'role' | 'agency'>
  /** The service's. */
  now: Date
  today: string
}

/**
 * Freezes the pack of a meeting: the stored month, every number, every plan's state, in one transaction (a savepoint where `db` is inside
 * one). `db` runs under the role `intake`. Gives the SHA-256 of the pack, hexadecimal.
 * @throws a 409 problem `month-not-stored` where the month has no stored run; `pack-frozen` where the meeting has its pack already
 */
export const freezePack = (db: Db, { meetingId, month, person, now, today }: Freezing): Promise<{ hash: string }> =>
  db.transaction(async (tx) => {
    await store.lockPublishing(tx, {})
    const read = await readAll(tx, { month, today })
    const {
      content: told,
      places,
      group,
      exact,
      countedEpisodes,
    } = documentsOf(read, {
      meetingId,
      month,
      frozenAt: `${now.toISOString().slice(0, 19)}Z`,
      frozenBy: { name: person.name, role: person.role, agency: person.agency },
    })

    const placeRows = places.map(({ place }) => salted(place))
    const countRows = places.map(({ counted }) => salted(counted))
    const groupRow = salted(group)
    const exactRow = salted(exact)
    const content: PackContent = {
      ...told,
      digests: [...placeRows, ...countRows, groupRow, exactRow].map(digestOf).toSorted(),
    }
    const hash = digestOf(content)

    const hotspotIds = places.map(({ place }) => place.hotspotId)
    await store.addPack(tx, {
      meetingId,
      runId: read.run.id,
      month,
      previousId: read.before?.meetingId ?? null,
      frozenAt: now,
      content: canonicalJson(content),
      hash: Buffer.from(hash, 'hex'),
    })
    await store.addPlaces(tx, { meetingId, hotspotIds, contents: placeRows.map(canonicalJson) })
    await store.addCounts(tx, { meetingId, hotspotIds, contents: countRows.map(canonicalJson) })
    await store.addGroup(tx, { meetingId, content: canonicalJson(groupRow) })
    await store.addExact(tx, { meetingId, content: canonicalJson(exactRow) })
    await store.addKnown(tx, { meetingId, countedEpisodes })
    return { hash }
  })

/** So that nobody who reads a digest can find by trying what it was made of. */
const salted = <T extends object>(document: T): T & { salt: string } => ({ ...document, salt: randomUUID() })

const readAll = async (tx: Db, { month, today }: Pick<Freezing, 'month' | 'today'>): Promise<PackRead> => {
  const run = await store.runOfMonth(tx, { month })
  if (!run) throw monthNotStored(month)
  const before = (await store.packBefore(tx, { month })) ?? null
  const runs = { runId: run.id, beforeId: before?.runId ?? null }
  const reviewed = await store.reviewed(tx, {})
  return {
    run,
    before,
    episodes: await store.episodesKept(tx, { previousId: before?.meetingId ?? null }),
    hotspots: await store.hotspotsOfRuns(tx, runs),
    members: await store.membersOfRuns(tx, runs),
    quality: (await store.qualityOf(tx, { from: run.from, to: run.to, beforeId: runs.beforeId }))!,
    reviewed,
    ...(await readWork(tx, { month: { from: `${month}-01`, to: run.to }, today, reviewed })),
  }
}

const monthNotStored = (month: string) =>
  conflict(
    'month-not-stored',
    'That month is not stored yet',
    `The pack freezes the stored run of ${month}, and there is none. Store the month first, under “Runs”; then freeze the pack.`,
  )
