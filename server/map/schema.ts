import { z } from 'zod'
import { Day, type Operation } from '../shared-schema.ts'

/** What a page needs before it can draw anything. */
export const Setup = z.object({
  version: z.string(),
  /** The day it is for everything about children and places. */
  today: Day,
  /** The sentence of the banner, where the data are synthetic. */
  syntheticNotice: z.string().nullable(),
  /** The period that is shown when none is asked for, `to` exclusive. */
  period: z.object({ from: Day, to: Day }),
  basemap: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('sketch'), url: z.string(), warning: z.string() }),
    z.object({ kind: z.literal('pmtiles'), url: z.string() }),
    z.object({ kind: z.literal('style'), url: z.string() }),
  ]),
  attribution: z.string(),
  /** West, south, east, north (WGS84) of the partnership's area, or of what there is. */
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  method: z.object({ epsMetres: z.number(), minPoints: z.int(), minChildren: z.int() }),
})
export type Setup = z.infer<typeof Setup>

export const operations: Operation[] = [
  { method: 'get', path: '/api/setup', summary: 'What a page needs before it can draw anything', answer: Setup },
  {
    method: 'get',
    path: '/api/map/sketch.geojson',
    summary: 'The built-in sketch basemap of Derby',
    answer: 'application/geo+json',
  },
  {
    method: 'get',
    path: '/api/map/basemap.pmtiles',
    summary: 'The PMTiles file that the basemap setting names, by ranges',
    answer: 'application/octet-stream',
  },
]
