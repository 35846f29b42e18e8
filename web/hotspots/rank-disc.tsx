import type { Hotspot } from '../../server/hotspots/schema.ts'
import { hotspotColour, hotspotInk, theme } from '../map/theme.ts'

/** The number of a place as it stands on the map, in the same colour. */
export const RankDisc = ({ rank, method, colour }: Pick<Hotspot, 'rank' | 'method'> & { colour: number }) => (
  <span
    class={`app-rank${method === 'cluster' ? ' app-rank--cluster' : ''}${rank > 99 ? ' app-rank--long' : ''}`}
    style={{
      background: hotspotColour(theme, colour),
      borderColor: theme.hotspotEdge,
      color: hotspotInk(theme, colour),
    }}
  >
    {rank}
  </span>
)
