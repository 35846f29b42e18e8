import type { Db } from '../db.ts'
import { notFound } from '../errors.ts'
import { digestOf } from './canonical.ts'
import {
  Came,
  PackContent,
  PackCountContent,
  PackExactContent,
  PackGroupContent,
  PackPlaceContent,
  type Pack,
  type PackExact,
  type PackSince,
} from './schema.ts'
import { stepWords } from './step-words.ts'
import * as store from './store.ts'

/** A pack with the places that the reader's grant reaches, and whether all of it is still what was frozen. */
export const readPack = async (db: Db, meetingId: string | undefined): Promise<Pack> => {
  const { content, hash, isVerified } = await frozenPack(db, meetingId)
  const group = await store.groupOfPack(db, { meetingId: content.meetingId })
  const rows = await store.placesOfPack(db, { meetingId: content.meetingId })
  const { digests, ...pack } = content
  const isFrozen = isAmong(digests)
  return {
    pack,
    hash,
    isVerified:
      isVerified &&
      (!group || isFrozen(group.content)) &&
      rows.every(({ place, counted }) => isFrozen(place) && (counted === null || isFrozen(counted))),
    group: group ? PackGroupContent.parse(group.content) : null,
    places: rows.map(({ place, counted }) => ({
      ...PackPlaceContent.parse(place),
      counted: counted === null ? null : PackCountContent.parse(counted),
    })),
  }
}

/** The exact numbers of a pack, under the role `case`. The digest that they were frozen by is the pack's, which that role reads too. */
export const readExact = async (db: Db, meetingId: string | undefined): Promise<PackExact> => {
  const { content, isVerified } = await frozenPack(db, meetingId)
  const given = { meetingId: content.meetingId }
  const exact = await store.exactOfPack(db, given)
  const since = await store.countedSince(db, given)
  if (!exact || !since) throw noPack()
  return {
    exact: PackExactContent.parse(exact.content),
    isVerified: isVerified && isAmong(content.digests)(exact.content),
    since,
  }
}

/** What came and was done since, beside the pack. */
export const readSince = async (db: Db, meetingId: string | undefined): Promise<PackSince> => {
  const { content } = await frozenPack(db, meetingId)
  const came = await store.toldSince(db, { meetingId: content.meetingId })
  if (!came) throw noPack()
  const steps = await store.stepsSince(db, { meetingId: content.meetingId })
  return {
    frozenAt: content.frozenAt,
    came: Came.parse(Object.fromEntries(Object.entries(came).map(([name, said]) => [name, fromWords(said)]))),
    stepsTaken: steps[0]?.stepsTaken ?? 0,
    steps: steps.map(({ step: _step, toState, stepsTaken: _all, ...taken }) => ({
      ...taken,
      says: stepWords(taken.thing, toState),
    })),
  }
}

/** A whole number, or the words for a small one. */
const fromWords = (said: string) => (/^\d+$/.test(said) ? Number(said) : said)

const noPack = () => notFound('That pack')

const frozenPack = async (db: Db, meetingId: string | undefined) => {
  const found = meetingId === undefined ? undefined : await store.packById(db, { meetingId })
  if (!found) throw noPack()
  return {
    content: PackContent.parse(found.content),
    hash: found.hash,
    isVerified: digestOf(found.content) === found.hash,
  }
}

const isAmong = (digests: readonly string[]) => {
  const known = new Set(digests)
  return (document: unknown) => known.has(digestOf(document))
}
