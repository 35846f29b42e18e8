import { useEffect, useRef } from 'preact/hooks'

export interface RoomMoves {
  next: () => void
  previous: () => void
  first: () => void
  last: () => void
  help: () => void
}

/** As a keyboard and a presenter’s remote send them: no key but these does anything, and none of them writes. */
const KEYS: Record<string, keyof RoomMoves> = {
  ArrowRight: 'next',
  PageDown: 'next',
  ArrowLeft: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
  '?': 'help',
}

const TYPING = 'input, textarea, select, dialog, [contenteditable], .maplibregl-canvas'

/** Goes from place to place by keys, while nobody types and nothing is asked. */
export const useRoomKeys = (moves: RoomMoves) => {
  const newest = useRef(moves)
  newest.current = moves
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      if ((event.target as Element).closest(TYPING) || document.querySelector('dialog[open]')) return
      const move = KEYS[event.key]
      if (!move) return
      event.preventDefault()
      newest.current[move]()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
