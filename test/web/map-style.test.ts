import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { expect, test } from 'vitest'
import { HOTSPOTS, hotspotLayers, RANKS } from '../../web/map/hotspot-layers.ts'
import { sketchStyle, tileStyle } from '../../web/map/style.ts'
import { theme } from '../../web/map/theme.ts'

const TILES = { isRaster: false, attribution: '', layerIds: ['water', 'roads', 'places', 'buildings', 'secret'] }

test('the sketch with its hotspots is a valid style that asks nobody for letters or pictures', () => {
  const style = sketchStyle('http://127.0.0.1/api/map/sketch.geojson', theme)
  style.sources[HOTSPOTS] = { type: 'geojson', data: { type: 'FeatureCollection', features: [] }, promoteId: 'rank' }
  style.sources[RANKS] = { type: 'geojson', data: { type: 'FeatureCollection', features: [] } }
  style.layers.push(...hotspotLayers(theme))

  expect(validateStyleMin(style)).toEqual([])
  expect(style).not.toHaveProperty('glyphs')
  expect(style).not.toHaveProperty('sprite')
})

test('a layer with a slip in it is found out', () => {
  const style = sketchStyle('http://127.0.0.1/api/map/sketch.geojson', { ...theme, road: 'a light grey' })

  const messages = validateStyleMin(style).map(({ message }) => message)
  expect(messages).not.toEqual([])
  for (const message of messages) expect(message).toMatch(/line-color: color expected, "a light grey" found/)
})

test('tiles of layers known by name are drawn, the water under the roads and the names on top', () => {
  const style = tileStyle('http://127.0.0.1/api/map/basemap.pmtiles', TILES, theme)

  expect(validateStyleMin(style)).toEqual([])
  expect(style.layers.map(({ id }) => id)).toEqual([
    'ground',
    'water-areas',
    'water-lines',
    'buildings-areas',
    'roads-edges',
    'roads-lines',
    'places-names',
  ])
})

test('tiles that are pictures are shown as they are', () => {
  const style = tileStyle('http://127.0.0.1/api/map/basemap.pmtiles', { ...TILES, isRaster: true }, theme)

  expect(validateStyleMin(style)).toEqual([])
  expect(style.layers.map(({ type }) => type)).toEqual(['raster'])
})

/** Relative luminance by WCAG 2.2. */
const luminance = (colour: string) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
const contrast = (a: string, b: string) => {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}

test('each step of the hotspots is darker than the last by enough for a grey printer', () => {
  const { hotspotSteps } = theme

  for (const [i, step] of hotspotSteps.slice(1).entries()) expect(contrast(hotspotSteps[i]!, step)).toBeGreaterThan(1.6)
})

test('numbers and labels can be read on what they stand on', () => {
  for (const [i, step] of theme.hotspotSteps.entries())
    expect(contrast(step, theme.hotspotInk[i]!)).toBeGreaterThan(4.5)
  expect(contrast(theme.label, theme.land)).toBeGreaterThan(4.5)
})
