import type { Db } from '../db.ts'
import {
  EPISODE_COLUMNS,
  hashEpisode,
  readEpisodeRow,
  type EpisodeColumn,
  type EpisodeRow,
} from '../episodes/episode-row.ts'
import { interviewBucket, type InterviewBucket } from '../episodes/interview-bucket.ts'
import type { Secrets } from '../secrets.ts'
import { sortOutRepeats, toColumns, type ImportKind, type Numbered, type Staged } from './staging.ts'
import * as store from './store.ts'

interface Candidate {
  row: number
  /** The episode's HMAC, hexadecimal. */
  key: string
  episode: EpisodeRow
  rowHash: Buffer
  hmac: Buffer
  childHmac: Buffer
  bucket: InterviewBucket | null
  judgedByDate: boolean
}

const stage = async (tx: Db, batch: string, rows: Numbered<EpisodeRow>[], secrets: Secrets): Promise<Staged> => {
  const candidates = rows.map(({ row, value }) => toCandidate(row, value, secrets))
  const before = await store.stagedEpisodes(tx, { batch, keys: candidates.map(({ hmac }) => hmac) })
  const earlier = new Map(before.map((staged) => [staged.key.toString('hex'), staged]))
  const { first, refusals, repeated } = sortOutRepeats(candidates, earlier, 'episode_source_id')
  if (first.length > 0) await store.stageEpisodeRows(tx, { batch, ...toColumns(first, STAGED_COLUMNS) })
  return { refusals, repeated }
}

const toCandidate = (row: number, episode: EpisodeRow, secrets: Secrets): Candidate => {
  const hmac = secrets.hashSourceId('episode', episode.episodeSourceId)
  const childHmac = secrets.hashSourceId('child', episode.childSourceId)
  const rowHash = hashEpisode(episode, childHmac)
  return {
    row,
    key: hmac.toString('hex'),
    episode,
    rowHash,
    hmac,
    childHmac,
    ...interviewBucket(episode.ended, episode.interview),
  }
}

const isoOf = (moment: { at: number } | null) => moment && new Date(moment.at).toISOString()

const STAGED_COLUMNS: Record<string, (candidate: Candidate) => unknown> = {
  rows: ({ row }) => row,
  sourceHmacs: ({ hmac }) => hmac,
  rowHashes: ({ rowHash }) => rowHash,
  childSourceHmacs: ({ childHmac }) => childHmac,
  categories: ({ episode }) => episode.category,
  startedAt: ({ episode }) => isoOf(episode.started),
  startPrecisions: ({ episode }) => episode.started.precision,
  endedAt: ({ episode }) => isoOf(episode.ended),
  endPrecisions: ({ episode }) => episode.ended?.precision ?? null,
  genderCategories: ({ episode }) => episode.genderCategory,
  placementLabels: ({ episode }) => episode.placementLabel,
  placementLocations: ({ episode }) => episode.placementLocation,
  hostLas: ({ episode }) => episode.hostLa,
  missingFrom: ({ episode }) => episode.missingFrom,
  policeReported: ({ episode }) => episode.policeReported,
  policeRefs: ({ episode }) => episode.policeRef,
  riskLevels: ({ episode }) => episode.riskLevel,
  foundBy: ({ episode }) => episode.foundBy,
  offeredAt: ({ episode }) => isoOf(episode.interview.offered),
  offeredPrecisions: ({ episode }) => episode.interview.offered?.precision ?? null,
  heldAt: ({ episode }) => isoOf(episode.interview.held),
  heldPrecisions: ({ episode }) => episode.interview.held?.precision ?? null,
  outcomes: ({ episode }) => episode.interview.outcome,
  recordedAt: ({ episode }) => isoOf(episode.interview.recorded),
  recordedPrecisions: ({ episode }) => episode.interview.recorded?.precision ?? null,
  interviewerRoles: ({ episode }) => episode.interview.interviewerRole,
  interviewerTrainedOn: ({ episode }) => episode.interview.trainedOn,
  buckets: ({ bucket }) => bucket,
  judgedByDate: ({ judgedByDate }) => judgedByDate,
}

const publish = async (tx: Db, batch: string) => {
  await store.addChildren(tx, { batch })
  const unchanged = await store.dropUnchangedEpisodes(tx, { batch })
  await store.keepEpisodeRevisions(tx, { batch })
  await store.keepFollowingRevisions(tx, { batch })
  await store.followChildren(tx, { batch })
  const changed = await store.updateEpisodes(tx, { batch })
  const accepted = await store.addEpisodes(tx, { batch })
  await store.putInterviews(tx, { batch })

  const linked = await store.linkWaitingReports(tx, { batch })
  if (linked.length > 0) await store.suggestDuplicates(tx, { reportIds: linked.map(({ id }) => id) })
  return { accepted, changed, unchanged, unplaced: 0 }
}

/** Missing episodes with their return interviews (contracts.md). */
export const episodeImport: ImportKind<EpisodeRow, EpisodeColumn> = {
  columns: EPISODE_COLUMNS,
  read(cells, positions, latest) {
    const { episode, issues } = readEpisodeRow(cells, positions, latest)
    return { value: episode, issues }
  },
  stage,
  publish,
}
