import type { Map as MapLibreMap } from 'maplibre-gl'
import type { Bounds } from './bounds.ts'

/** Pixels; more below, where the scale and the sources stand, unless the sheet has a strip for these (styles/_print-map.scss). */
const PADDING = { top: 30, left: 30, right: 30, bottom: 80 }
const PADDING_OVER_STRIP = { ...PADDING, bottom: 40 }

/** The ground of the basemap is white on paper: a tint would cost ink and take contrast from what stands on it. */
const WHITE_ON_PAPER = [
  ['ground', 'background-color'],
  ['land', 'fill-color'],
] as const

/**
 * A sheet is narrower than the screen: the map is given its size and turned to what it shows before it is printed, drawn at once,
 * and put back afterwards. Gives what ends that.
 */
export const fitOnPaper = (map: MapLibreMap, bounds: () => Bounds | undefined): (() => void) => {
  const frame = map.getContainer().parentElement!
  let before: { center: [number, number]; zoom: number; tints: unknown[] } | undefined
  const prepare = () => {
    const shown = bounds()
    if (!shown || before) return
    const tints = WHITE_ON_PAPER.map(
      ([layer, property]) => map.getLayer(layer) && map.getPaintProperty(layer, property),
    )
    before = { center: map.getCenter().toArray(), zoom: map.getZoom(), tints }
    setTints(
      map,
      WHITE_ON_PAPER.map(() => '#ffffff'),
    )
    frame.classList.add('app-map--printing')
    map.resize()
    const hasStrip = getComputedStyle(frame).getPropertyValue('--sheet-sources-height') !== ''
    map.fitBounds(shown, { padding: hasStrip ? PADDING_OVER_STRIP : PADDING, maxZoom: 15, animate: false })
    map.redraw()
  }
  const putBack = () => {
    frame.classList.remove('app-map--printing')
    map.resize()
    if (before) {
      setTints(map, before.tints)
      map.jumpTo(before)
    }
    before = undefined
  }
  window.addEventListener('beforeprint', prepare)
  window.addEventListener('afterprint', putBack)
  return () => {
    window.removeEventListener('beforeprint', prepare)
    window.removeEventListener('afterprint', putBack)
  }
}

const setTints = (map: MapLibreMap, tints: readonly unknown[]) => {
  for (const [index, [layer, property]] of WHITE_ON_PAPER.entries())
    if (map.getLayer(layer)) map.setPaintProperty(layer, property, tints[index] as never)
}
