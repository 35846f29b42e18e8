import { useEffect, useRef } from 'preact/hooks'
import type { How, Street, StreetTask, Visit, VisitReport } from '../../server/visits/schema.ts'
import { useLoaded } from '../form/load.ts'
import { newId } from '../state/new-id.ts'
import { sendings, settled, tap, waiting, type Sending } from './outbox.ts'

/** What is under way: as the service has it, or as it was tapped while nothing came through. `at`: by `performance.now()`. */
export interface UnderWay {
  visitId: string
  patrolId: string
  hotspotName: string
  at: number
}

/**
 * The tasks and visits of whoever is on the street. Taps take hold at once; what does not come through is kept in this page’s memory and sent
 * when the connection is back, in the order in which it was tapped.
 */
export const useStreet = () => {
  const loaded = useLoaded<Street>('/api/visits')
  const { data, reload } = loaded
  const loadedAt = useRef(performance.now())
  useEffect(() => {
    loadedAt.current = performance.now()
    settled.value = []
  }, [data])
  const turn = sendings.value
  useEffect(() => {
    if (turn > 0) reload()
  }, [turn])

  const taps = [...settled.value, ...waiting.value]
  return {
    ...loaded,
    underWay: underWayOf(data, taps, loadedAt.current),
    /** Ended, and what was done is not said. */
    toSay: toSayOf(data, taps),
    start: ({ patrolId, hotspotName }: Pick<StreetTask, 'patrolId' | 'hotspotName'>, how: How) =>
      tap({ kind: 'start', visitId: newId(), patrolId, hotspotName, how, at: performance.now() }),
    end: (visitId: string) => tap({ kind: 'end', visitId, at: performance.now() }),
    say: (visit: ToSay, report: Omit<VisitReport, 'version'>) =>
      tap({ kind: 'report', visitId: visit.id, report, version: visit.version, at: performance.now() }),
  }
}

const underWayOf = (data: Street | undefined, taps: readonly Sending[], loadedAt: number): UnderWay | undefined => {
  const isEnded = (visitId: string) => taps.some((one) => one.kind === 'end' && one.visitId === visitId)
  const started = taps.filter((one) => one.kind === 'start').findLast(({ visitId }) => !isEnded(visitId))
  if (started) return started
  const kept = data?.underWay
  if (!kept || isEnded(kept.id)) return undefined
  const { id: visitId, patrolId, hotspotName } = kept
  return { visitId, patrolId, hotspotName, at: clockOf(kept, data, loadedAt) }
}

export interface ToSay extends Pick<Visit, 'id' | 'hotspotName' | 'how'> {
  /** As the service has it, or will have it once the visit is sent: begun, ended. */
  version: number
  startedAt: string | null
}

const VERSION_WHEN_ENDED = 2

const toSayOf = (data: Street | undefined, taps: readonly Sending[]): ToSay[] => {
  const isSaid = (id: string) => taps.some((one) => one.kind === 'report' && one.visitId === id)
  const ends = taps.filter((one) => one.kind === 'end')
  const kept = (data?.ended ?? []).filter(({ engagements, id }) => engagements === null && !isSaid(id))
  const ofKept = ends.flatMap(({ visitId }): ToSay[] => {
    const start = taps.find((one) => one.kind === 'start' && one.visitId === visitId)
    if (start?.kind === 'start')
      return [
        { id: visitId, hotspotName: start.hotspotName, how: start.how, version: VERSION_WHEN_ENDED, startedAt: null },
      ]
    const visit = data?.underWay?.id === visitId ? data.underWay : undefined
    return visit ? [{ ...visit, version: VERSION_WHEN_ENDED }] : []
  })
  return [...ofKept.filter(({ id }) => !isSaid(id) && !kept.some((one) => one.id === id)), ...kept]
}

/** When a visit began, by this page’s own clock: the service says what time it is there. */
const clockOf = ({ startedAt }: Visit, { now }: Street, loadedAt: number): number =>
  loadedAt - Math.max(0, Date.parse(now) - Date.parse(startedAt))
