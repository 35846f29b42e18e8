import { STREET_CLUSTER } from './stories.ts'

/** Somewhere a report can be. Coordinates are WGS84 degrees; what is not known is left out. */
export type Spot = {
  /** Tells spots apart within one episode. */
  key: string
  placeName?: string
  category: string
  longitude: number
  latitude: number
  /** Reports lie at most this far from the point. */
  scatterMetres: number
  isPrivateAddress: boolean
  /** How the report says where: `free` may use any way, the others only theirs. */
  way: 'free' | 'point' | 'rounded' | 'name' | 'postcode'
  postcode?: string
  /** The force that finds children there. */
  force: string
}

export const HOME_FORCE = 'Derbyshire Constabulary'

const named = (
  placeName: string,
  category: string,
  longitude: number,
  latitude: number,
  scatterMetres: number,
): Spot => ({
  key: placeName,
  placeName,
  category,
  longitude,
  latitude,
  scatterMetres,
  isPrivateAddress: false,
  way: 'free',
  force: HOME_FORCE,
})

/**
 * The named places, under the names and within the polygons that `data/derby/places.geojson` gives them: River Gardens and the bus
 * station are 100 m apart, so the scatter is tight there. Middles: NaPTAN, or where seed_places.json puts them (see that gazetteer).
 */
export const NAMED_PLACES: readonly Spot[] = [
  named('Derbion', 'shopping_centre', -1.4728, 52.9194, 90),
  named('River Gardens', 'riverside_garden', -1.472116, 52.923061, 55),
  named('Derby Bus Station', 'bus_station', -1.471191, 52.922175, 20),
  named('University Bus Park', 'bus_station', -1.496127, 52.937739, 28),
  named("St Benedict's Bus Park", 'bus_station', -1.485924, 52.942186, 25),
  named('Caxton Park', 'park', -1.4912, 52.8932, 100),
  named('Stockbrook Park', 'park', -1.4899, 52.9157, 85),
  named('Markeaton Park', 'park', -1.50524, 52.933525, 280),
  named('Derby railway station', 'rail_station', -1.4634, 52.916224, 30),
  named('Peartree railway station', 'rail_station', -1.473017, 52.897049, 38),
  named('Spondon railway station', 'rail_station', -1.410979, 52.912184, 34),
]

/** The place of that name. Throws when there is none: a story and this list must agree. */
export const placeNamed = (name: string): Spot => {
  const place = NAMED_PLACES.find((candidate) => candidate.placeName === name)
  if (!place) throw new Error(`The demo has no place called ${name}.`)
  return place
}

const atNoNamedPlace = { isPrivateAddress: false, way: 'point', force: HOME_FORCE } as const

/** For spots that give no coordinates: a gazetteer finds them, or a person. */
const toBeFound = { longitude: 0, latitude: 0, scatterMetres: 0 } as const

/** The street cluster of the stories. */
export const STREET_SPOT: Spot = {
  ...atNoNamedPlace,
  key: 'street cluster',
  category: 'street_or_square',
  longitude: STREET_CLUSTER.longitude,
  latitude: STREET_CLUSTER.latitude,
  scatterMetres: STREET_CLUSTER.radiusMetres - 5,
}

/** Postcodes of the city centre that reports give instead of a place; `data/derby/postcodes.csv` has them. */
export const POSTCODES = ['DE1 1QZ', 'DE1 2AZ', 'DE1 2FD', 'DE1 2JZ', 'DE1 2LZ', 'DE1 2NS', 'DE1 3DS', 'DE1 3JR']

export const POSTCODE_SPOTS: readonly Spot[] = POSTCODES.map((postcode) => ({
  ...atNoNamedPlace,
  ...toBeFound,
  key: postcode,
  category: 'street_or_square',
  way: 'postcode',
  postcode,
}))

/** Middles of residential parts of the city, rounded: invented addresses and street finds lie around them. Longitude, latitude. */
export const CITY_PARTS: readonly (readonly [number, number])[] = [
  [-1.494, 52.907],
  [-1.477, 52.904],
  [-1.45, 52.9],
  [-1.467, 52.883],
  [-1.426, 52.891],
  [-1.498, 52.893],
  [-1.522, 52.927],
  [-1.521, 52.895],
  [-1.44, 52.926],
  [-1.431, 52.944],
  [-1.405, 52.919],
  [-1.492, 52.95],
  [-1.539, 52.909],
  [-1.484, 52.921],
]

const away = (placeName: string, longitude: number, latitude: number, force = HOME_FORCE): Spot => ({
  ...named(placeName, 'street_or_square', longitude, latitude, 400),
  way: 'point',
  force,
})

/** Towns outside the city, to about a kilometre: general knowledge. */
export const AWAY_PLACES = {
  nottingham: away('Nottingham city centre', -1.15, 52.953, 'Nottinghamshire Police'),
  burton: away('Burton upon Trent town centre', -1.635, 52.805, 'Staffordshire Police'),
  ilkeston: away('Ilkeston town centre', -1.309, 52.971),
  longEaton: away('Long Eaton town centre', -1.271, 52.898),
  belper: away('Belper town centre', -1.482, 53.024),
  swadlincote: away('Swadlincote town centre', -1.557, 52.774),
  leicester: away('Leicester city centre', -1.133, 52.635, 'Leicestershire Police'),
  birmingham: away('Birmingham city centre', -1.898, 52.48, 'West Midlands Police'),
} as const

/** Words for a place that no gazetteer knows: misspelt, slang or too vague. For the queue. */
const UNKNOWN_WORDS: readonly (readonly [string, string, boolean])[] = [
  ['Markeeton Park', 'park', false],
  ['Darbion', 'shopping_centre', false],
  ['the rec off Stockbrook St', 'park', false],
  ['Rivver Gardns', 'riverside_garden', false],
  ['Stockbrooke Prk', 'park', false],
  ['bus stn by the river', 'bus_station', false],
  ['Derbion car park roof', 'car_park', false],
  ['Peartre stn', 'rail_station', false],
  ['Caxten Park', 'park', false],
  ['a takeaway in Normanton', 'takeaway_or_cafe', false],
  ['under the bridge near the weir', 'other', false],
  ["a friend's flat, address not known", 'private_address_area', true],
  ['Markeaton Pk lake', 'park', false],
  ['party house, somewhere in Alvaston', 'private_address_area', true],
  ['the steps in town', 'street_or_square', false],
  ['back of the shops', 'street_or_square', false],
]

export const UNKNOWN_SPOTS: readonly Spot[] = UNKNOWN_WORDS.map(([placeName, category, isPrivateAddress]) => ({
  ...atNoNamedPlace,
  ...toBeFound,
  key: placeName,
  placeName,
  category,
  isPrivateAddress,
  way: 'name',
}))
