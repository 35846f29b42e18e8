import { useEffect, useState } from 'preact/hooks'
import { withParameters } from '../hotspots/filters.ts'
import { address, goTo } from '../state/router.ts'

/** Long enough to look from the name of the month to the map and back. Nothing moves in between: a step changes the colours at once, for everybody. */
const STEP_MS = 1_600

export interface Play {
  months: readonly string[]
  /** The month that is shown alone; undefined: all twelve together. */
  month: string | undefined
  isPlaying: boolean
  /** Plays on from where it stands, from the first month where it stands at the end. */
  start: () => void
  pause: () => void
  /** Shows one month, and plays no further. */
  show: (index: number) => void
  /** Back to all twelve. */
  end: () => void
}

/** Steps through the months, each in the address; starting is a step for Back, the months that follow are not. */
export const usePlay = (months: readonly string[], here: URL): Play => {
  const index = months.indexOf(here.searchParams.get('show') ?? '')
  const isOn = index >= 0
  const [isMoving, setIsMoving] = useState(false)
  const isLast = index === months.length - 1
  const goToMonth = (next: number) =>
    goTo(withParameters(address.value, { show: months[next] }), { replace: address.value.searchParams.has('show') })

  // Whoever goes back to the twelve months has ended it.
  useEffect(() => setIsMoving((moves) => moves && isOn), [isOn])
  useEffect(() => {
    if (!isMoving || !isOn) return
    if (isLast) return setIsMoving(false)
    const timer = setTimeout(() => goToMonth(index + 1), STEP_MS)
    return () => clearTimeout(timer)
  }, [isMoving, index])

  return {
    months,
    month: months[index],
    isPlaying: isMoving && isOn && !isLast,
    start: () => {
      setIsMoving(true)
      if (!isOn || isLast) goToMonth(0)
    },
    pause: () => setIsMoving(false),
    show: (next) => {
      setIsMoving(false)
      goToMonth(Math.max(0, Math.min(months.length - 1, next)))
    },
    end: () => {
      setIsMoving(false)
      goTo(withParameters(address.value, { show: undefined }))
    },
  }
}
