import { addProtocol } from 'maplibre-gl'
import { PMTiles, Protocol, TileType } from 'pmtiles'
import type { TileFile } from './style.ts'

let protocol: Protocol | undefined

/** Makes a PMTiles file known to MapLibre, and says what a style has to know about it. It is read in pieces, by range requests. */
export const readTileFile = async (url: string): Promise<TileFile> => {
  if (!protocol) {
    protocol = new Protocol()
    addProtocol('pmtiles', protocol.tile)
  }
  const file = new PMTiles(url)
  protocol.add(file)

  const [header, metadata] = await Promise.all([file.getHeader(), file.getMetadata()])
  const { vector_layers, attribution } = (metadata ?? {}) as { vector_layers?: { id: string }[]; attribution?: string }
  return {
    isRaster: header.tileType !== TileType.Mvt,
    layerIds: (vector_layers ?? []).map(({ id }) => id),
    attribution: attribution ?? '',
  }
}
