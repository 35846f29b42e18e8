import { useEffect, useRef, useState } from 'preact/hooks'
import { countOf } from '../words.ts'
import type { UnderWay } from './use-street.ts'

interface UnderWayProps {
  visit: UnderWay
  dwellMinutes: number | undefined
  onEnd: () => void
}

const TICK_MS = 5_000

/** The visit that is under way: how long, and one tap to end it. */
export const VisitUnderWay = ({ visit, dwellMinutes, onEnd }: UnderWayProps) => {
  const [now, setNow] = useState(performance.now())
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    const timer = setInterval(() => setNow(performance.now()), TICK_MS)
    return () => clearInterval(timer)
  }, [visit.visitId])
  const minutes = Math.max(0, Math.floor((now - visit.at) / 60_000))
  return (
    <section class="app-under-way" aria-labelledby="under-way-title">
      <h2 class="app-under-way__place" id="under-way-title" tabIndex={-1} ref={heading}>
        At {visit.hotspotName}
      </h2>
      <p class="app-under-way__minutes">
        <strong>{countOf(minutes, 'minute')}</strong>
        {dwellMinutes !== undefined && ` of ${dwellMinutes}`}
      </p>
      <button type="button" class="govuk-button app-tap" onClick={onEnd}>
        End the visit
      </button>
    </section>
  )
}
