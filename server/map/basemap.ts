import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { isOtherHost } from '../config.ts'
import type { Setup } from './schema.ts'

export const SKETCH_URL = '/api/map/sketch.geojson'
export const TILES_URL = '/api/map/basemap.pmtiles'

/** What data/README.md says of the sketch's sources, in one line. */
const SKETCH_ATTRIBUTION =
  'Sketch from ONS, OS, Royal Mail and NaPTAN data (Open Government Licence v3, © Crown copyright and database right, © Royal Mail); stations © OpenStreetMap contributors (ODbL)'

export interface Basemap {
  shown: Setup['basemap']
  attribution: string
  /** The whole path of the PMTiles file, where there is one. */
  tileFile: string | undefined
}

/**
 * What the basemap setting comes to: 'sketch', the path of a .pmtiles file or the URL of a style.
 * The other two bring their own attribution. @throws Error where the file is not there.
 */
export const readBasemap = (setting: string): Basemap => {
  if (setting === 'sketch')
    return {
      shown: { kind: 'sketch', url: SKETCH_URL, warning: 'Sketch, not for finding the way' },
      attribution: SKETCH_ATTRIBUTION,
      tileFile: undefined,
    }
  if (isOtherHost(setting)) return { shown: { kind: 'style', url: setting }, attribution: '', tileFile: undefined }

  const tileFile = resolve(setting)
  if (!existsSync(tileFile))
    throw new Error(`PLACE_RISK_BASEMAP is ${setting}, but there is no such file. Give the path of a .pmtiles file.`)
  return { shown: { kind: 'pmtiles', url: TILES_URL }, attribution: '', tileFile }
}
