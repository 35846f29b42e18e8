import type { Db } from '../db.ts'
import type { Secrets } from '../secrets.ts'
import { DISAGREEMENT } from './report-places.ts'
import { nameToFind, placeReport, type Known, type NamedPlace, type Placed } from './report-placing.ts'
import { REPORT_COLUMNS, type ReportColumn } from './report-columns.ts'
import { hashReport, readReportRow, type ReportRow } from './report-row.ts'
import { sortOutRepeats, toColumns, type ImportKind, type Numbered, type Refusal, type Staged } from './staging.ts'
import * as store from './store.ts'

interface Candidate extends Placed {
  row: number
  key: string
  report: ReportRow
  rowHash: Buffer
  childHmac: Buffer | null
  episodeHmac: Buffer | null
}

const stage = async (tx: Db, batch: string, rows: Numbered<ReportRow>[], secrets: Secrets): Promise<Staged> => {
  const known = await askGazetteer(tx, rows)
  const candidates = rows.map(({ row, value }) => toCandidate(row, value, known, secrets))

  const refusals = [...(await findDisagreements(tx, candidates)), ...(await findWrongEpisodes(tx, candidates))]
  const refused = new Set(refusals.map(({ row }) => row))
  const sound = candidates.filter(({ row }) => !refused.has(row))

  const before = await store.stagedReports(tx, { batch, keys: sound.map(({ key }) => key) })
  const sorted = sortOutRepeats(sound, new Map(before.map((row) => [row.key, row])), 'report_ref')
  if (sorted.first.length > 0) await store.stageReportRows(tx, { batch, ...toColumns(sorted.first, STAGED_COLUMNS) })
  return { refusals: [...refusals, ...sorted.refusals], repeated: sorted.repeated }
}

const askGazetteer = async (tx: Db, rows: Numbered<ReportRow>[]): Promise<Known> => {
  const names = new Set(rows.map(({ value }) => nameToFind(value)).filter((name) => name !== null))
  const codes = new Set(rows.map(({ value }) => value.postcode).filter((postcode) => postcode !== null))
  const places = names.size > 0 ? await store.placesByName(tx, { comparedNames: [...names] }) : []
  const points = codes.size > 0 ? await store.postcodes(tx, { postcodes: [...codes] }) : []
  const byName = new Map<string, NamedPlace[]>()
  for (const place of places) byName.set(place.comparedName, [...(byName.get(place.comparedName) ?? []), place])
  return {
    places: byName,
    postcodes: new Map(points.map((point) => [point.postcode, point])),
  }
}

const toCandidate = (row: number, report: ReportRow, known: Known, secrets: Secrets): Candidate => {
  const { childSourceId, episodeSourceId } = report
  const childHmac = childSourceId === null ? null : secrets.hashSourceId('child', childSourceId)
  const episodeHmac = episodeSourceId === null ? null : secrets.hashSourceId('episode', episodeSourceId)
  const rowHash = hashReport(report, childHmac, episodeHmac)
  return { row, key: report.reportRef, report, rowHash, childHmac, episodeHmac, ...placeReport(report, known) }
}

const findDisagreements = async (tx: Db, candidates: Candidate[]): Promise<Refusal[]> => {
  const measured = candidates.flatMap(({ row, toMeasure }) => toMeasure.map((point) => ({ row, ...point })))
  const far =
    measured.length === 0
      ? []
      : await store.farFromPlace(tx, {
          rows: measured.map(({ row }) => row),
          placeIds: measured.map(({ placeId }) => placeId),
          eastings: measured.map(({ easting }) => easting),
          northings: measured.map(({ northing }) => northing),
          metres: measured.map(({ metres }) => metres),
        })
  const rows = new Set([
    ...far.map(({ row }) => row),
    ...candidates.filter(({ disagrees }) => disagrees).map(({ row }) => row),
  ])
  return [...rows].map((row) => ({ row, issue: { ...DISAGREEMENT } }))
}

/** A report is of its episode's child, and where it has no time of its own its episode has to be known. */
const findWrongEpisodes = async (tx: Db, candidates: Candidate[]): Promise<Refusal[]> => {
  const hmacs = candidates.map(({ episodeHmac }) => episodeHmac).filter((hmac) => hmac !== null)
  if (hmacs.length === 0) return []
  const episodes = await store.episodesBySource(tx, { sourceHmacs: hmacs })
  const childOf = new Map(episodes.map((episode) => [episode.sourceHmac.toString('hex'), episode.childSourceHmac]))

  return candidates.flatMap(({ row, report, episodeHmac, childHmac }): Refusal[] => {
    if (!episodeHmac) return []
    const child = childOf.get(episodeHmac.toString('hex'))
    if (!child && !report.observedFrom) return [{ row, issue: EPISODE_UNKNOWN }]
    if (child && childHmac && !child.equals(childHmac)) return [{ row, issue: CHILD_NOT_OF_EPISODE }]
    return []
  })
}

const EPISODE_UNKNOWN = {
  column: 'episode_source_id',
  code: 'episode-unknown',
  message:
    'Give observed_from, or load the episode first: the row takes its day from an episode that is not known here.',
  value: null,
}
const CHILD_NOT_OF_EPISODE = {
  column: 'child_source_id',
  code: 'child-not-of-episode',
  message: 'Correct child_source_id or episode_source_id: the episode is another child’s.',
  value: null,
}

const isoOf = (moment: { at: number } | null) => moment && new Date(moment.at).toISOString()

const STAGED_COLUMNS: Record<string, (candidate: Candidate) => unknown> = {
  rows: ({ row }) => row,
  reportRefs: ({ key }) => key,
  rowHashes: ({ rowHash }) => rowHash,
  childSourceHmacs: ({ childHmac }) => childHmac,
  episodeSourceHmacs: ({ episodeHmac }) => episodeHmac,
  bases: ({ report }) => report.basis,
  observedFrom: ({ report }) => isoOf(report.observedFrom),
  observedTo: ({ report }) => isoOf(report.observedTo),
  timePrecisions: ({ report }) => report.timePrecision,
  placeNames: ({ report }) => report.placeName,
  placeCategories: ({ report }) => report.placeCategory,
  postcodes: ({ report }) => report.postcode,
  eastings: ({ placing }) => placing?.easting ?? null,
  northings: ({ placing }) => placing?.northing ?? null,
  placeMethods: ({ placing }) => placing?.method ?? null,
  accuracies: ({ placing, report }) => placing?.accuracyMetres ?? report.accuracyMetres,
  namedPlaceIds: ({ placing }) => placing?.namedPlaceId ?? null,
  arePrivateAddresses: ({ report }) => report.isPrivateAddress,
  foundOnPatrol: ({ report }) => report.foundOnPatrol,
  sourceTypes: ({ report }) => report.sourceType,
  sourceEvals: ({ report }) => report.sourceEval,
  infoAssesses: ({ report }) => report.infoAssess,
  handlings: ({ report }) => report.handling,
  handlingConditions: ({ report }) => report.handlingConditions,
  concerns: ({ report }) => (report.concerns.length > 0 ? report.concerns.join(';') : null),
  controllerAgencies: ({ report }) => report.controllerAgency,
  narratives: ({ report }) => report.narrative,
}

const publish = async (tx: Db, batch: string) => {
  await store.addChildren(tx, { batch })
  const unchanged = await store.dropUnchangedReports(tx, { batch })
  await store.keepReportRevisions(tx, { batch })
  const changed = await store.updateReports(tx, { batch })
  if (changed > 0) {
    await store.dropWaitingDuplicates(tx, { batch })
    await store.dropChangedReports(tx, { batch })
  }
  await store.addOccurrences(tx, { batch })
  const { accepted = 0, unplaced = 0 } = (await store.addReports(tx, { batch })) ?? {}

  const compared = await store.reportsToCompare(tx, { batch })
  if (compared.length > 0) await store.suggestDuplicates(tx, { reportIds: compared.map(({ id }) => id) })
  return { accepted, changed, unchanged, unplaced }
}

/** Location reports (contracts.md). */
export const reportImport: ImportKind<ReportRow, ReportColumn> = {
  columns: REPORT_COLUMNS,
  read(cells, positions, latest) {
    const { report, issues } = readReportRow(cells, positions, latest)
    return { value: report, issues }
  },
  stage,
  publish,
}
