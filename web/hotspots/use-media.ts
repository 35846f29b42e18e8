import { useEffect, useState } from 'preact/hooks'

// On paper list and map stand one under the other, as on a wide screen.
export const NARROW = 'screen and (max-width: 860px)'

/** Whether a media query holds, now and after every change. */
export const useMedia = (query: string): boolean => {
  const [holds, setHolds] = useState(() => window.matchMedia(query).matches)
  useEffect(() => {
    const media = window.matchMedia(query)
    const onChange = () => setHolds(media.matches)
    media.addEventListener('change', onChange)
    return () => media.removeEventListener('change', onChange)
  }, [query])
  return holds
}
