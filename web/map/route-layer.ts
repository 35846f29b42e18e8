import { Marker, type GeoJSONSource, type Map as MapLibreMap } from 'maplibre-gl'
import { positionAt, type Pixel } from './route-position.ts'
import type { Theme } from './theme.ts'

/** A stop of a route: WGS84. Stops that follow each other at one place stand beside each other. */
export interface RouteStop {
  id: string
  name: string
  longitude: number
  latitude: number
}

/** Told that the stop at one position, counted from 0, is to stand at another. */
export type OnMove = (from: number, to: number) => void

const ROUTE = 'route'
/** Between numbers of one place, pixels. */
const APART = 30

/**
 * Adds a route to a map whose style is there: numbers joined by a line. A number that is dragged onto another takes its place; let go on the line
 * between two, it stands between them; anywhere else nothing changes. The list beside the map does the same with keys.
 */
export const addRoute = (map: MapLibreMap, theme: Theme) => {
  map.addSource(ROUTE, { type: 'geojson', data: lineOf([]) })
  map.addLayer({
    id: 'route-line',
    type: 'line',
    source: ROUTE,
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': theme.outline, 'line-width': 3, 'line-dasharray': [0.5, 1.8] },
  })
  let markers: Marker[] = []

  const set = (stops: readonly RouteStop[], onMove?: OnMove) => {
    for (const marker of markers) marker.remove()
    void map.getSource<GeoJSONSource>(ROUTE)?.setData(lineOf(stops))
    markers = stops.map((stop, i) => {
      const marker = new Marker({
        element: numberElement(i + 1, onMove !== undefined),
        draggable: onMove !== undefined,
        offset: [APART * timesBefore(stops, i), 0],
      })
        .setLngLat([stop.longitude, stop.latitude])
        .addTo(map)
      if (onMove)
        marker.on('dragend', () => {
          const to = positionAt(pixelOf(map, marker, APART * timesBefore(stops, i)), i, pixelsOf(map, stops))
          // The stop is where it was: what moves is its place in the order.
          marker.setLngLat([stop.longitude, stop.latitude])
          if (to !== undefined && to !== i) onMove(i, to)
        })
      return marker
    })
  }
  return { set }
}

/** Hidden from those who hear the page: the list says and does the same. */
const numberElement = (number: number, canMove: boolean) => {
  const element = document.createElement('div')
  element.className = `app-route-number${canMove ? ' app-route-number--moves' : ''}`
  element.textContent = String(number)
  element.setAttribute('aria-hidden', 'true')
  return element
}

const timesBefore = (stops: readonly RouteStop[], i: number) =>
  stops
    .slice(0, i)
    .filter(({ longitude, latitude }) => longitude === stops[i]!.longitude && latitude === stops[i]!.latitude).length

const pixelOf = (map: MapLibreMap, marker: Marker, offset: number): Pixel => {
  const { x, y } = map.project(marker.getLngLat())
  return { x: x + offset, y }
}

const pixelsOf = (map: MapLibreMap, stops: readonly RouteStop[]): Pixel[] =>
  stops.map(({ longitude, latitude }, i) => {
    const { x, y } = map.project([longitude, latitude])
    return { x: x + APART * timesBefore(stops, i), y }
  })

const lineOf = (stops: readonly RouteStop[]): GeoJSON.Feature => ({
  type: 'Feature',
  properties: {},
  geometry: { type: 'LineString', coordinates: stops.map(({ longitude, latitude }) => [longitude, latitude]) },
})
