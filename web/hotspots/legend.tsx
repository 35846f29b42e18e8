import { theme } from '../map/theme.ts'
import type { Step } from './steps.ts'

/** What the colours and outlines of the map say. */
export const Legend = ({ steps, hasClusters }: { steps: readonly Step[]; hasClusters: boolean }) => {
  if (steps.length === 0) return null
  return (
    <div class="app-legend">
      <p class="app-legend__title">Reports in the period</p>
      <ul class="app-legend__list">
        {steps.map(({ colour, words }) => (
          <li key={colour}>
            <svg class="app-legend__sample" viewBox="0 0 22 14" aria-hidden="true">
              <rect
                x="1"
                y="1"
                width="20"
                height="12"
                fill={theme.hotspotSteps[colour]!}
                stroke={theme.hotspotEdge}
                stroke-width="1.4"
              />
            </svg>
            {words}
          </li>
        ))}
        {hasClusters && (
          <li>
            <svg class="app-legend__sample" viewBox="0 0 22 14" aria-hidden="true">
              <rect
                x="1"
                y="1"
                width="20"
                height="12"
                fill="none"
                stroke={theme.hotspotEdge}
                stroke-width="1.6"
                stroke-dasharray="4 2.6"
              />
            </svg>
            cluster, no named place
          </li>
        )}
      </ul>
    </div>
  )
}
