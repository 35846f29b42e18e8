import { execute, query, queryOne } from '../db.ts'
import type { Thing } from '../lifecycle.ts'
import type { Counted } from '../differences/explain.ts'
import type { PackEpisode } from './figures.ts'
import type { PackBefore, PackHotspot, Quality, ReviewedPlace, RunOfMonth } from './read.ts'
import type { CameExact } from './schema.ts'

// What a pack is frozen from

export const lockPublishing = execute<object>('packs/lock-publishing')
export const runOfMonth = queryOne<{ month: string }, RunOfMonth>('packs/run-of-month')
export const packBefore = queryOne<{ month: string }, PackBefore>('packs/pack-before')
export const episodesKept = query<{ previousId: string | null }, PackEpisode>('packs/episodes')
export const hotspotsOfRuns = query<{ runId: string; beforeId: string | null }, PackHotspot>('packs/hotspots')
export const membersOfRuns = query<{ runId: string; beforeId: string | null }, Counted>('packs/members')
export const qualityOf = queryOne<{ from: string; to: string; beforeId: string | null }, Quality>('packs/quality')
export const reviewed = query<object, ReviewedPlace>('packs/reviewed')

// Freezing

export const addPack = execute<{
  meetingId: string
  runId: string
  month: string
  previousId: string | null
  frozenAt: Date
  content: string
  hash: Buffer
}>('packs/add-pack')
export const addGroup = execute<{ meetingId: string; content: string }>('packs/add-group')
export const addPlaces = execute<{ meetingId: string; hotspotIds: string[]; contents: string[] }>('packs/add-places')
export const addCounts = execute<{ meetingId: string; hotspotIds: string[]; contents: string[] }>('packs/add-counts')
export const addExact = execute<{ meetingId: string; content: string }>('packs/add-exact')
export const addKnown = execute<{ meetingId: string; countedEpisodes: string[] }>('packs/add-known')

// Reading

export const packById = queryOne<{ meetingId: string }, { content: unknown; hash: string }>('packs/pack')
export const groupOfPack = queryOne<{ meetingId: string }, { content: unknown }>('packs/group')
export const placesOfPack = query<{ meetingId: string }, { place: unknown; counted: unknown }>('packs/places')
export const exactOfPack = queryOne<{ meetingId: string }, { content: unknown }>('packs/exact')
/** Whole numbers, or the words for small ones. */
export const toldSince = queryOne<{ meetingId: string }, Record<keyof CameExact, string>>('packs/told-since')
export const countedSince = queryOne<{ meetingId: string }, CameExact>('packs/counted-since')
export const stepsSince = query<
  { meetingId: string },
  {
    thing: Exclude<Thing, 'meeting'>
    thingId: string
    hotspotId: string | null
    hotspotName: string | null
    step: string
    toState: string
    at: string
    role: string | null
    agency: string | null
    stepsTaken: number
  }
>('packs/steps-since')
