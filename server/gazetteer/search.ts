import type { Db } from '../db.ts'
import { query } from '../db.ts'
import { parseGridReference, toLongitudeLatitude, type GridPoint } from '../locations/national-grid.ts'
import type { PlaceCategory } from '../shared-schema.ts'
import { comparedName } from './name.ts'
import { isNearGreatBritain } from './outline.ts'
import type { GazetteerMatch } from './schema.ts'

type PlaceMatch = GridPoint & { placeId: string; name: string; category: PlaceCategory; similarity: number }

const matchPlaces = query<{ words: string }, PlaceMatch>('gazetteer/match-places')
const matchPostcodes = query<{ prefix: string }, GridPoint & { postcode: string }>('gazetteer/match-postcodes')

/** What a search box's words may mean: named places, postcodes and a grid reference, the likeliest first. */
export const searchGazetteer = async (db: Db, text: string): Promise<GazetteerMatch[]> => {
  const words = comparedName(text)
  const places = words ? await matchPlaces(db, { words }) : []
  const matches = [...gridReference(text), ...places.map(asPlace), ...(await postcodes(db, text))]
  return matches.sort((a, b) => b.similarity - a.similarity)
}

const asPlace = ({ easting, northing, ...place }: PlaceMatch): GazetteerMatch => ({
  kind: 'place',
  ...place,
  ...rounded(easting, northing),
})

const noPlace = { placeId: null, category: null }

const gridReference = (text: string): GazetteerMatch[] => {
  const found = parseGridReference(text)
  if (!found) return []
  const at = rounded(found.easting, found.northing)
  if (!isNearGreatBritain(at.longitude, at.latitude)) return []
  return [{ kind: 'grid_reference', name: text.trim().toUpperCase(), ...noPlace, ...at, similarity: 1 }]
}

const postcodes = async (db: Db, text: string): Promise<GazetteerMatch[]> => {
  const prefix = text.toUpperCase().replace(/\s+/g, '')
  if (!/^[A-Z]{1,2}\d[A-Z\d]{0,5}$/.test(prefix)) return []
  return (await matchPostcodes(db, { prefix })).map(({ postcode, easting, northing }) => ({
    kind: 'postcode',
    name: spacedPostcode(postcode),
    ...noPlace,
    ...rounded(easting, northing),
    similarity: prefix.length / postcode.length,
  }))
}

/** `DE12PL` as people write it: `DE1 2PL`. */
const spacedPostcode = (postcode: string) => `${postcode.slice(0, -3)} ${postcode.slice(-3)}`

const rounded = (easting: number, northing: number) => {
  const { longitude, latitude } = toLongitudeLatitude(easting, northing)
  return { longitude: Number(longitude.toFixed(6)), latitude: Number(latitude.toFixed(6)) }
}
