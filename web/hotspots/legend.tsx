import type { ComponentChildren } from 'preact'
import { hotspotColour, theme } from '../map/theme.ts'
import { NARROW, useMedia } from './use-media.ts'
import type { Step } from './steps.ts'

interface LegendProps {
  title: string
  steps: readonly Step[]
  hasClusters: boolean
  /** What else the map shows. */
  children?: ComponentChildren
  /** True where it is long enough to be in the way; on a phone every legend is. */
  canFold?: boolean
}

/** What the colours and outlines of the map say. */
export const Legend = ({ title, steps, hasClusters, children, canFold = false }: LegendProps) => {
  const isNarrow = useMedia(NARROW)
  if (steps.length === 0 && !children) return null
  const classes = (
    <>
      <ul class="app-legend__list">
        {steps.map(({ colour, words }) => (
          <li key={colour}>
            <LegendSample fill={hotspotColour(theme, colour)} />
            {words}
          </li>
        ))}
        {hasClusters && (
          <li>
            <LegendSample fill="none" isBroken />
            cluster, no named place
          </li>
        )}
      </ul>
      {children}
    </>
  )
  return canFold || isNarrow ? (
    // On a phone it would cover the map: it opens when it is asked for.
    <details class="app-legend" open={!isNarrow}>
      <summary class="app-legend__title">{title}</summary>
      {classes}
    </details>
  ) : (
    <div class="app-legend">
      <p class="app-legend__title">{title}</p>
      {classes}
    </div>
  )
}

interface LegendSampleProps {
  fill: string
  opacity?: number
  edge?: string
  isBroken?: boolean
}

export const LegendSample = ({ fill, opacity = 1, edge = theme.hotspotEdge, isBroken = false }: LegendSampleProps) => (
  <svg class="app-legend__sample" viewBox="0 0 22 14" aria-hidden="true">
    <rect
      x="1"
      y="1"
      width="20"
      height="12"
      fill={fill}
      fill-opacity={opacity}
      stroke={edge}
      stroke-width="1.5"
      {...(isBroken && { 'stroke-dasharray': '4 2.6' })}
    />
  </svg>
)
