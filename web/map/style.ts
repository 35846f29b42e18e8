import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl'
import type { Setup } from '../../server/map/schema.ts'
import { BASEMAP, sketchLayers } from './basemap-layers.ts'
import type { Theme } from './theme.ts'
import { tileLayers } from './tile-layers.ts'

/** What the header and the metadata of a PMTiles file say that a style needs. */
export interface TileFile {
  isRaster: boolean
  layerIds: readonly string[]
  attribution: string
}

// Without a `glyphs` key MapLibre draws all text itself, in the page's own fonts: no font file is asked of anybody.
const styleOf = (source: SourceSpecification, layers: LayerSpecification[]): StyleSpecification => ({
  version: 8,
  sources: { [BASEMAP]: source },
  layers,
})

export const sketchStyle = (url: string, theme: Theme): StyleSpecification =>
  styleOf({ type: 'geojson', data: url }, sketchLayers(theme))

export const tileStyle = (url: string, file: TileFile, theme: Theme): StyleSpecification => {
  const source = { url: `pmtiles://${url}`, attribution: file.attribution }
  if (!file.isRaster) return styleOf({ type: 'vector', ...source }, tileLayers(file.layerIds, theme))
  return styleOf({ type: 'raster', tileSize: 256, ...source }, [{ id: 'pictures', type: 'raster', source: BASEMAP }])
}

/** The MapLibre style that the service's basemap setting asks for: a style, or the address of one. */
export const styleFor = async (
  basemap: Setup['basemap'],
  theme: Theme,
  readTileFile: (url: string) => Promise<TileFile>,
): Promise<StyleSpecification | string> => {
  const url = new URL(basemap.url, window.location.href).href
  if (basemap.kind === 'style') return url
  if (basemap.kind === 'sketch') return sketchStyle(url, theme)
  return tileStyle(url, await readTileFile(url), theme)
}
