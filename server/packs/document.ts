import { changeWindows, changeWord, childFlipTest, childWeeks } from '../statistics/change.ts'
import { CHANGE_WORDS } from '../statistics/schema.ts'
import { REVIEW } from '../reviews/lifecycle.ts'
import { compareEpisodes, comparePlaces, comparisonOf, methodChanges } from './compared.ts'
import { reasonsOf } from '../differences/explain.ts'
import { figuresOf, interviewsOf, outOfAreaOf, tellFigures, tellInterviews, within } from './figures.ts'
import type { PackHotspot, PackRead, ReviewedPlace, WorkAtPlace } from './read.ts'
import type { PackContent, PackCountContent, PackExactContent, PackGroupContent, PackPlaceContent } from './schema.ts'
import { told, toldOf } from './told.ts'

/** What a pack freezes, document by document: what everybody of Part A is told, each place in two parts, and the exact numbers. */
export interface PackDocuments {
  content: Omit<PackContent, 'digests'>
  places: { place: PackPlaceContent; counted: PackCountContent }[]
  exact: PackExactContent
  group: PackGroupContent
  /** The episodes that the twelve months counted. */
  countedEpisodes: string[]
}

type Meta = Pick<PackContent, 'meetingId' | 'month' | 'frozenAt' | 'frozenBy'>

/** The whole pack of a month from what was read, the same for the same. */
export const documentsOf = (read: PackRead, meta: Meta): PackDocuments => {
  const { run, before, episodes, hotspots, quality, work } = read
  const year = { from: run.from, to: run.to }
  const month = { from: `${meta.month}-01`, to: run.to }
  const { places, gone, total } = comparePlaces(read, comparisonOf(read))
  const exact: PackExactContent = {
    headline: { month: figuresOf(episodes, month), year: figuresOf(episodes, year) },
    outOfArea: outOfAreaOf(episodes, month, year, run.leftOut.outsideArea),
    quality: {
      reports: reportsOf(read),
      withoutPlace: run.leftOut.unplaced,
      dateOnly: quality.dateOnly,
      privateAddress: run.leftOut.privateAddress,
      outsideArea: run.leftOut.outsideArea,
      foundOnPatrol: run.leftOut.foundOnPatrol,
      notCounted: run.leftOut.notCounted,
      waitingToPlace: quality.waitingToPlace,
      likelyDuplicates: quality.likelyDuplicates,
      late: before ? quality.late : null,
      episodesWithoutReport: within(episodes, year).filter(({ hasReport }) => !hasReport).length,
    },
    interviews: { month: interviewsOf(episodes, month), year: interviewsOf(episodes, year) },
    places,
    gone,
    differences: before && total ? { reports: total, episodes: compareEpisodes(episodes, year, before) } : null,
  }
  const told = placesOf(read, exact, meta.month)
  return {
    content: {
      form: 1,
      ...meta,
      run: { id: run.id, period: year, method: run.method, version: run.version, madeAt: run.madeAt },
      previous: before && { meetingId: before.meetingId, month: before.month, frozenAt: before.frozenAt },
      headline: {
        month: tellFigures(exact.headline.month),
        year: tellFigures(exact.headline.year),
        recordsFrom: episodes[0]?.day ?? null,
      },
      direction: directionOf(read),
      places: {
        shown: hotspots.filter(isShownNow).length,
        isNew: told.filter(({ counted }) => counted.isNew).length,
        lapsed: told.filter(({ counted }) => counted.standing === 'lapsed').length,
        withheld: run.withheldG2,
      },
      outOfArea: tellOutOfArea(exact),
      quality: tellQuality(exact),
      interviews: {
        month: tellInterviews(exact.interviews.month),
        year: tellInterviews(exact.interviews.year),
      },
      threeInThirty: null,
      delivered: {
        sessions: work.sessions,
        contacts: work.contacts,
        visits: work.visits,
        visitMinutes: work.visitMinutes,
      },
      plans: work.plans,
      actions: work.actions,
      methodChanges: methodChanges(read),
    },
    places: told,
    exact,
    group: read.group,
    countedEpisodes: within(episodes, year).map(({ id }) => id),
  }
}

const isShownNow = ({ isNow, shared }: PackHotspot) => isNow && shared !== null

/** Every report of the twelve months: those at places, and those that are left out and why. */
const reportsOf = ({ run, hotspots }: PackRead) =>
  hotspots.reduce((sum, { isNow, reports }) => sum + (isNow ? reports : 0), 0) +
  Object.values(run.leftOut).reduce((sum, count) => sum + count, 0)

const DRAWS = 9_999
const SEED = 1

/** Words only. Children missing are counted by weeks, and tested child by child, as at places (methods.md 2). */
const directionOf = ({ run, episodes, hotspots }: PackRead): PackContent['direction'] => {
  const { before, after } = run.windows ?? changeWindows(run.to)
  const started = within(episodes, { from: before.from, to: after.to }).map(({ childId, startedAt }) => ({
    childId,
    at: startedAt,
  }))
  // In an order of their own: the draws must not depend on the episodes'.
  const perChild = childWeeks(started, { before, after }).toSorted((a, b) => a.before - b.before || a.after - b.after)
  const { p } = childFlipTest(perChild, { draws: DRAWS, seed: SEED })
  const sum = (window: 'before' | 'after') => perChild.reduce((all, child) => all + child[window], 0)
  const words = hotspots.flatMap((one) => (isShownNow(one) ? (one.shared!.findings?.change ?? []) : []))
  return {
    episodes: changeWord({
      adjustedP: p,
      children: perChild.length,
      before: sum('before'),
      after: sum('after'),
      isAfterComplete: true,
    }),
    windows: { before, after },
    places: CHANGE_WORDS.map((word) => ({ word, places: words.filter((one) => one === word).length })),
  }
}

const tellOutOfArea = ({ outOfArea, headline, quality }: PackExactContent): PackContent['outOfArea'] => ({
  month: toldOf(outOfArea.month, headline.month.episodes),
  year: toldOf(outOfArea.year, headline.year.episodes),
  reports: toldOf(outOfArea.reports, quality.reports),
})

const tellQuality = ({ quality, headline }: PackExactContent): PackContent['quality'] => {
  const part = (count: number) => toldOf(count, quality.reports)
  return {
    reports: told(quality.reports),
    withoutPlace: part(quality.withoutPlace),
    dateOnly: part(quality.dateOnly),
    privateAddress: part(quality.privateAddress),
    outsideArea: part(quality.outsideArea),
    foundOnPatrol: part(quality.foundOnPatrol),
    notCounted: part(quality.notCounted),
    waitingToPlace: told(quality.waitingToPlace),
    likelyDuplicates: told(quality.likelyDuplicates),
    late: quality.late === null ? null : part(quality.late),
    episodesWithoutReport: toldOf(quality.episodesWithoutReport, headline.year.episodes),
  }
}

const NOTHING_DONE: WorkAtPlace = { plans: [], referrals: [], patrols: [], actions: [] }

/** The places that the month shows, those that the month before did, and those where something is done. */
const placesOf = ({ before, hotspots, reviewed, workAt }: PackRead, exact: PackExactContent, month: string) => {
  const now = new Map(hotspots.filter(isShownNow).map((one) => [one.hotspotId, one]))
  const earlier = new Map(hotspots.filter((one) => !one.isNow && one.shared).map((one) => [one.hotspotId, one]))
  const differences = new Map(exact.places.map((place) => [place.hotspotId, place.differences]))
  const gone = new Map(exact.gone.map((place) => [place.hotspotId, place.reports]))

  return reviewed
    .filter(({ hotspotId }) => now.has(hotspotId) || earlier.has(hotspotId) || workAt.has(hotspotId))
    .map((review) => {
      const { hotspotId } = review
      const work = workAt.get(hotspotId) ?? NOTHING_DONE
      const [is, was] = [now.get(hotspotId), earlier.get(hotspotId)]
      const shown = is ? shownOf(is) : null
      const told = was ? toldBefore(was) : null
      const explained = differences.get(hotspotId)
      const found = gone.get(hotspotId)
      const parts = [...(explained ? [explained.reports, explained.children] : []), ...(found ? [found] : [])]
      const counted: PackCountContent = {
        standing: is ? 'shown' : was ? 'lapsed' : 'followed',
        isNew: before !== null && is !== undefined && review.firstMonth === month,
        geometry: is?.shared?.geometry ?? review.geometry,
        isApproximate: review.isApproximate,
        shown,
        before: told,
        referrals: work.referrals,
        patrols: work.patrols,
        actions: work.actions,
        reasons: before && isToldOtherwise(shown, told) ? reasonsOf(parts) : [],
      }
      return { place: placeOf(review, work), counted }
    })
}

const placeOf = (
  { hotspotId, name, category, placeId, geometry, isApproximate, state }: ReviewedPlace,
  work: WorkAtPlace,
): PackPlaceContent => ({
  hotspotId,
  name,
  category,
  placeId,
  outline: isApproximate || geometry.type === 'Point' ? null : geometry,
  reviewState: state,
  reviewWords: REVIEW.states[state],
  plans: work.plans,
})

const shownOf = ({ shared }: PackHotspot): PackCountContent['shown'] => {
  const { rank, childrenBand, reportsBand, findings } = shared!
  return { rank, childrenBand, reportsBand, findings: findings ?? null }
}

const toldBefore = ({ shared }: PackHotspot): PackCountContent['before'] => {
  const { rank, childrenBand, reportsBand, findings } = shared!
  return { rank, childrenBand, reportsBand, change: findings?.change ?? null }
}

/** Whether anything that partners are told of it differs: of what reads alike no reason is given, for that would tell of a single report. */
const isToldOtherwise = (shown: PackCountContent['shown'], before: PackCountContent['before']): boolean =>
  shown?.rank !== before?.rank ||
  shown?.childrenBand !== before?.childrenBand ||
  shown?.reportsBand !== before?.reportsBand ||
  (shown?.findings?.change ?? null) !== (before?.change ?? null)
