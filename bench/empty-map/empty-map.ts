import 'maplibre-gl/dist/maplibre-gl.css'
import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'

// The peer of bench/page.ts: the least that MapLibre can draw, an empty set of shapes on a plain ground.
setWorkerUrl(workerUrl)
const container = document.getElementById('map')!
const map = new MapLibreMap({
  container,
  center: [-1.47, 52.92],
  zoom: 12,
  attributionControl: false,
  fadeDuration: 0,
  style: {
    version: 8,
    sources: { nothing: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': '#f3f2ee' } },
      { id: 'nothing', type: 'fill', source: 'nothing' },
    ],
  },
})
map.on('idle', () => (container.dataset.map = 'drawn'))
