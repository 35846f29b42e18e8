import { useEffect, useState } from 'preact/hooks'

/** A wait that is shorter is not worth a word: a line that flashes by only unsettles. */
const NOTICED_AFTER_MS = 300

/** True once something has been going on for long enough to be worth a word. */
export const useSlow = (isGoingOn: boolean): boolean => {
  const [isSlow, setIsSlow] = useState(false)
  useEffect(() => {
    if (!isGoingOn) return setIsSlow(false)
    const timer = setTimeout(() => setIsSlow(true), NOTICED_AFTER_MS)
    return () => clearTimeout(timer)
  }, [isGoingOn])
  return isSlow && isGoingOn
}
