import { useEffect, useRef } from 'preact/hooks'
import type { PackPlace } from '../../server/packs/schema.ts'

interface RoomStripProps {
  places: readonly PackPlace[]
  at: number
  onShow: (at: number) => void
}

/** The list, folded to a strip. */
export const RoomStrip = ({ places, at, onShow }: RoomStripProps) => {
  const here = useRef<HTMLButtonElement>(null)
  useEffect(() => here.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' }), [at])
  const stop = (i: number) => ({
    type: 'button' as const,
    class: 'app-room__stop',
    onClick: () => onShow(i),
    ...(at === i && { 'aria-current': 'true' as const, ref: here }),
  })
  return (
    <nav class="app-room__strip" aria-label="Places of the pack">
      <button {...stop(0)}>Headline</button>
      {places.map(({ hotspotId, name, counted }, i) => (
        <button key={hotspotId} {...stop(i + 1)}>
          {counted?.shown && <span class="app-room__rank">{counted.shown.rank}</span>} {name}
        </button>
      ))}
    </nav>
  )
}
