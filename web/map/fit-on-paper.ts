import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Bounds } from './bounds.ts'

/** Pixels; more below, where the scale and the sources stand. */
const PADDING = { top: 30, left: 30, right: 30, bottom: 80 }

/**
 * A sheet is narrower than the screen: the map is given its size and turned to what it shows before it is printed, drawn at once,
 * and put back afterwards. Gives what ends that.
 */
export const fitOnPaper = (map: MapLibreMap, bounds: () => Bounds | undefined): (() => void) => {
  const frame = map.getContainer().parentElement!
  let before: { center: [number, number]; zoom: number } | undefined
  const prepare = () => {
    const shown = bounds()
    if (!shown || before) return
    before = { center: map.getCenter().toArray(), zoom: map.getZoom() }
    frame.classList.add('app-map--printing')
    map.resize()
    map.fitBounds(shown, { padding: PADDING, maxZoom: 15, animate: false })
    map.redraw()
  }
  const putBack = () => {
    frame.classList.remove('app-map--printing')
    map.resize()
    if (before) map.jumpTo(before)
    before = undefined
  }
  window.addEventListener('beforeprint', prepare)
  window.addEventListener('afterprint', putBack)
  return () => {
    window.removeEventListener('beforeprint', prepare)
    window.removeEventListener('afterprint', putBack)
  }
}
