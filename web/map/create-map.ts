import 'maplibre-gl/dist/maplibre-gl.css'
import {
  AttributionControl,
  Map as MapLibreMap,
  Marker,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
  type LngLatBoundsLike,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import type { Setup } from '../../server/map/schema.ts'
import { boundsOf, type AreaOrPoint, type Bounds } from './bounds.ts'
import type { OnDrawn, PolygonDrawing } from './draw-polygon.ts'
import { addHotspots, type MapHotspot } from './hotspot-layer.ts'
import { fitOnPaper } from './fit-on-paper.ts'
import { addOutlines, type MapOutline } from './outline-layer.ts'
import { addRoute, type OnMove, type RouteStop } from './route-layer.ts'
import { addSigns, type MapSign } from './sign-layer.ts'
import { addSurface, type MapSurface } from './surface-layer.ts'
import { sketchWarning } from './sketch-warning.ts'
import { styleFor } from './style.ts'
import { theme } from './theme.ts'

setWorkerUrl(workerUrl)

export type { MapHotspot, MapSurface }

export interface Point {
  longitude: number
  latitude: number
}

export interface MapOptions {
  /** What the map is called for those who hear the page. */
  label: string
  /** What is seen at first; the partnership's area where nothing is said. */
  bounds?: Bounds | undefined
  /** True where the map stands in a page that scrolls: then two fingers, or Ctrl and the wheel, move the map. */
  isInScrollingPage?: boolean
  onHotspotClick?: (rank: number) => void
  onHotspotHover?: (rank: number | undefined) => void
  onOutlineClick?: (id: string) => void
  onSignClick?: (id: string) => void
}

/** The one way to a map: nobody outside web/map touches MapLibre. Longitudes and latitudes are WGS84. */
export interface MapHandle {
  setHotspots(hotspots: readonly MapHotspot[]): void
  /** Marks the selected and the pointed-at hotspot by rank; undefined for none. */
  markHotspots(selected: number | undefined, hovered: number | undefined): void
  /** What is drawn under the hotspots, which are then outlines only; undefined for nothing. */
  setSurface(surface: MapSurface | undefined): void
  /** Quiet outlines with names, such as the places of the gazetteer. */
  setOutlines(outlines: readonly MapOutline[]): void
  /** Safe places and guardians, over the outlines. */
  setSigns(signs: readonly MapSign[]): void
  /** Numbered stops joined by a line; with `onMove` a number can be dragged to another place in the order. */
  setRoute(stops: readonly RouteStop[], onMove?: OnMove): void
  /** The pin, or none. */
  setPin(point: Point | undefined): void
  /** From now on a click sets the pin and tells of it, and the pin can be dragged. Gives what ends that. */
  pickPoint(onPick: (point: Point) => void): () => void
  /** Draws or edits one polygon; the drawing tools are fetched when they are first asked for. */
  drawPolygon(onDrawn: OnDrawn): Promise<PolygonDrawing>
  fitBounds(bounds: Bounds, options?: { paddingPixels?: number; maxZoom?: number }): void
  /** Moves just as far as needed for an area to be seen. */
  show(geometry: AreaOrPoint): void
  /** Draws the areas within these bounds on the sheet whenever the page is printed, and goes back afterwards. Gives what ends that. */
  fitOnPaper(bounds: () => Bounds | undefined): () => void
  destroy(): void
}

/** Room round what is fitted, pixels, and how near it goes. */
const FITTING = { padding: 50, maxZoom: 15 }

const LOCALE = {
  'NavigationControl.ZoomIn': 'Zoom in',
  'NavigationControl.ZoomOut': 'Zoom out',
  'AttributionControl.ToggleAttribution': 'Where the map comes from',
  'CooperativeGesturesHandler.WindowsHelpText': 'Use Ctrl and the wheel to zoom the map',
  'CooperativeGesturesHandler.MacHelpText': 'Use ⌘ and the wheel to zoom the map',
  'CooperativeGesturesHandler.MobileHelpText': 'Use two fingers to move the map',
}

/**
 * Draws the map of the partnership's area into an element, over the basemap of the settings.
 * Resolves when it is ready to be drawn upon. Rejects where the browser cannot draw maps or the basemap cannot be read.
 */
export const createMap = async (container: HTMLElement, setup: Setup, options: MapOptions): Promise<MapHandle> => {
  const style = await styleFor(setup.basemap, theme, async (url) => {
    const { readTileFile } = await import('./tile-file.ts')
    return readTileFile(url)
  })
  const map = new MapLibreMap({
    container,
    style,
    bounds: options.bounds ?? setup.bounds,
    fitBoundsOptions: options.bounds ? FITTING : { padding: 20 },
    attributionControl: false,
    cooperativeGestures: options.isInScrollingPage ?? false,
    // A printed page takes the picture after the frame it was drawn in.
    canvasContextAttributes: { preserveDrawingBuffer: true },
    dragRotate: false,
    touchPitch: false,
    maxPitch: 0,
    fadeDuration: 0,
    locale: { ...LOCALE, 'Map.Title': options.label },
  })
  map.touchZoomRotate.disableRotation()
  map.keyboard.disableRotation()
  map.addControl(new NavigationControl({ showCompass: false }), 'top-left')
  map.addControl(new ScaleControl({ unit: 'metric', maxWidth: 120 }), 'bottom-left')
  if (setup.basemap.kind === 'sketch') map.addControl(sketchWarning(setup.basemap.warning), 'bottom-left')
  map.addControl(new AttributionControl({ customAttribution: setup.attribution }), 'bottom-right')
  sayWhetherDrawn(map, container)
  await ready(map)
  foldOnSmallMap(container)
  return handleOf(map, options)
}

/** So that whoever waits for the finished picture (a printer, a test) can see when it is there. */
const sayWhetherDrawn = (map: MapLibreMap, container: HTMLElement) => {
  map.on('render', () => (container.dataset.map = 'drawing'))
  map.on('idle', () => (container.dataset.map = 'drawn'))
}

/** On a small map the sources stand behind their button, so that they do not cover the scale and the warning. */
const foldOnSmallMap = (container: HTMLElement) => {
  const attribution = container.querySelector('.maplibregl-ctrl-attrib.maplibregl-compact')
  attribution?.classList.remove('maplibregl-compact-show')
  attribution?.removeAttribute('open')
}

/** Waits for the style. A failure before that is told; later ones (a tile, say) leave the map as it is. */
const ready = (map: MapLibreMap) =>
  new Promise<void>((resolve, reject) => {
    map.once('style.load', () => resolve())
    map.once('error', ({ error }) => reject(error as Error))
  })

const handleOf = (map: MapLibreMap, options: MapOptions): MapHandle => {
  const outlines = addOutlines(map, theme, options.onOutlineClick)
  const hotspots = addHotspots(map, theme, options)
  const surface = addSurface(map, theme)
  const signs = addSigns(map, theme, options.onSignClick)
  const pin = createPin(map)
  // Few maps have one.
  let route: ReturnType<typeof addRoute> | undefined

  return {
    setHotspots: hotspots.set,
    markHotspots: hotspots.mark,
    setSurface(shown) {
      surface.set(shown)
      hotspots.setOverSurface(shown?.kind === 'density')
    },
    setOutlines: outlines.set,
    setSigns: signs.set,
    setRoute(stops, onMove) {
      route ??= addRoute(map, theme)
      route.set(stops, onMove)
    },
    setPin: pin.set,
    pickPoint: pin.pick,
    async drawPolygon(onDrawn) {
      const { drawPolygon } = await import('./draw-polygon.ts')
      return drawPolygon(map, theme, onDrawn)
    },
    fitBounds: (bounds, { paddingPixels = FITTING.padding, maxZoom = FITTING.maxZoom } = {}) =>
      map.fitBounds(bounds, { padding: paddingPixels, maxZoom, animate: false }),
    show: (geometry) => showArea(map, boundsOf([geometry])),
    fitOnPaper: (bounds) => fitOnPaper(map, bounds),
    destroy: () => map.remove(),
  }
}

const createPin = (map: MapLibreMap) => {
  const marker = new Marker({ color: theme.outline })
  const set = (point: Point | undefined) => {
    if (!point) return void marker.remove()
    marker.setLngLat([point.longitude, point.latitude]).addTo(map)
  }
  const pick = (onPick: (point: Point) => void) => {
    const tell = ({ lng, lat }: { lng: number; lat: number }) => {
      const point = { longitude: rounded(lng), latitude: rounded(lat) }
      set(point)
      onPick(point)
    }
    const onClick = (event: { lngLat: { lng: number; lat: number } }) => tell(event.lngLat)
    const onDragEnd = () => tell(marker.getLngLat())
    map.on('click', onClick)
    marker.on('dragend', onDragEnd)
    marker.setDraggable(true)
    map.getCanvas().classList.add('app-map__canvas--picking')
    return () => {
      map.off('click', onClick)
      marker.off('dragend', onDragEnd)
      marker.setDraggable(false)
      map.getCanvas().classList.remove('app-map__canvas--picking')
    }
  }
  return { set, pick }
}

const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6

/** Leaves the map where it is if the area can be seen in it already, and large enough to make out. */
const showArea = (map: MapLibreMap, bounds: Bounds | undefined) => {
  if (!bounds) return
  // The panel may have taken some of the width a moment ago.
  map.resize()
  const view = map.getBounds()
  const isSeen = view.contains([bounds[0], bounds[1]]) && view.contains([bounds[2], bounds[3]])
  if (isSeen && map.getZoom() >= 13) return
  const camera = map.cameraForBounds(bounds as LngLatBoundsLike, { padding: 90, maxZoom: 14.5 })
  if (camera) map.easeTo({ ...camera, duration: prefersStillness() ? 0 : 500 })
}

const prefersStillness = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches
