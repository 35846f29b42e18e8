import type { SharedHotspot } from '../../server/runs/schema.ts'
import { useMedia } from '../hotspots/use-media.ts'
import { theme } from '../map/theme.ts'
import { BANDS, bandWords, stepOf } from './bands.ts'

type Shown = Pick<SharedHotspot, 'reportsBand' | 'isApproximate' | 'geometry'>

/** What the colours and outlines of the map say. */
export const SharedLegend = ({ hotspots }: { hotspots: readonly Shown[] }) => {
  const isNarrow = useMedia('screen and (max-width: 860px)')
  if (hotspots.length === 0) return null
  const shown = BANDS.filter((band) => hotspots.some(({ reportsBand }) => reportsBand === band))
  return (
    // On a phone it would cover the map: it opens when it is asked for.
    <details class="app-legend" open={!isNarrow}>
      <summary class="app-legend__title">Reports in twelve months</summary>
      <ul class="app-legend__list">
        {shown.map((band) => (
          <li key={band}>
            <Sample fill={theme.hotspotSteps[stepOf(band)]!} />
            {bandWords(band)}
          </li>
        ))}
        {hotspots.some(({ isApproximate }) => isApproximate) && (
          <li>
            <Sample fill="none" isBroken />
            approximate area
          </li>
        )}
        {hotspots.some(({ geometry }) => geometry.type === 'Point') && (
          <li>
            <svg class="app-legend__sample" viewBox="0 0 22 14" aria-hidden="true">
              <circle cx="11" cy="7" r="6" fill="none" stroke={theme.hotspotEdge} stroke-width="1.4" />
            </svg>
            somewhere near, no outline
          </li>
        )}
      </ul>
    </details>
  )
}

const Sample = ({ fill, isBroken = false }: { fill: string; isBroken?: boolean }) => (
  <svg class="app-legend__sample" viewBox="0 0 22 14" aria-hidden="true">
    <rect
      x="1"
      y="1"
      width="20"
      height="12"
      fill={fill}
      stroke={theme.hotspotEdge}
      stroke-width="1.5"
      {...(isBroken && { 'stroke-dasharray': '4 2.6' })}
    />
  </svg>
)
