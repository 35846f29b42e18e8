import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const FILE = fileURLToPath(new URL('../../data/derby/sketch-basemap.geojson', import.meta.url))

const Sketch = z.object({
  features: z.array(
    z.object({
      properties: z.object({ kind: z.string() }),
      geometry: z.object({ coordinates: z.array(z.unknown()) }),
    }),
  ),
})

export interface Sketch {
  /** The file as it stands, GeoJSON. */
  text: string
  /** West, south, east, north of its outline (WGS84). */
  bounds: [number, number, number, number]
}

/** The built-in sketch basemap. @throws Error where the file has no outline. */
export const readSketch = (): Sketch => {
  const text = readFileSync(FILE, 'utf8')
  const outline = Sketch.parse(JSON.parse(text)).features.find(({ properties }) => properties.kind === 'outline')
  if (!outline) throw new Error(`${FILE} has no feature of the kind “outline”.`)

  const positions = z.array(z.number()).parse(outline.geometry.coordinates.flat(Infinity))
  const longitudes = positions.filter((_, i) => i % 2 === 0)
  const latitudes = positions.filter((_, i) => i % 2 === 1)
  return {
    text,
    bounds: [Math.min(...longitudes), Math.min(...latitudes), Math.max(...longitudes), Math.max(...latitudes)],
  }
}
