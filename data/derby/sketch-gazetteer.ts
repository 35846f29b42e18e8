import { around, disc, inside, keptAway, tidied } from './sketch-places.ts'
import type { PlaceFeature, PlaceProperties } from './sketch-places.ts'
import type { Position } from './sketch-geometry.ts'

/** Where the facts come from: every lookup throws where the data do not know the name. */
export type Sources = {
  /** Centre and radius in metres of a place of seed_places.json whose name begins so. */
  seed: (name: string) => { centre: Position; radiusMetres: number }
  /** Positions of the NaPTAN stops of a name (or of an ATCO code that begins so). */
  stops: (nameOrCode: string) => Position[]
  /** Position of a railway station. */
  station: (name: string) => Position
  wardRing: (name: string) => Position[]
}

type Words = [
  name: string,
  category: string,
  accuracy: number,
  note: string,
  source: string,
  alternativeNames: string[],
]

const feature = (
  shape: ReturnType<typeof disc>,
  seedGroup: PlaceProperties['seedGroup'],
  words: Words,
): PlaceFeature => {
  const [name, category, positionAccuracyMetres, positionNote, source, alternativeNames] = words
  return {
    type: 'Feature',
    properties: { name, category, seedGroup, alternativeNames, positionAccuracyMetres, positionNote, source },
    geometry: tidied(shape).geometry,
  }
}

const PARK_CIRCLE = 'The circle stands in for the park: draw its real edge before relying on it.'
const FROM_STOPS = 'Placed by the bus stops that carry its name: the site itself may lie beside them.'

/** The places that the committee report names, with how sure each position is. */
const namedInTheReport = ({ seed, stops, wardRing }: Sources): PlaceFeature[] => {
  const busStation = around(stops('1090BSTN'), 20)
  const discOf = (name: string) => disc(seed(name).centre, seed(name).radiusMetres)
  return [
    feature(discOf('Derbion'), 'A', [
      'Derbion',
      'shopping_centre',
      80,
      'Centre of a building about 300 m long, from its postcode and the stops around it; right to about 80 m. The circle stands in for the building.',
      'codepoint, naptan, public',
      ['Intu Derby', 'Intu Centre', 'Westfield Derby', 'Westfield Centre', 'Eagle Centre', 'Derbion shopping centre'],
    ]),
    feature(keptAway(discOf('River Gardens'), busStation, 25), 'B', [
      'River Gardens',
      'riverside_garden',
      80,
      'Fairly sure, to about 80 m: beside the Derwent north of the bus station. A circle less the ground within 25 m of the bus station.',
      'public, codepoint',
      ['Riverside Gardens', 'Derby River Gardens'],
    ]),
    feature(busStation, 'C', [
      'Derby Bus Station',
      'bus_station',
      10,
      'Sure to 10 m: the 29 bays and the ground within 20 m of them. The concourse to the north may reach a little further.',
      'naptan',
      ['Bus station', 'Morledge', 'Morledge bus station', 'Derby Bus Station (Morledge)'],
    ]),
    feature(around(stops('University Bus Park'), 35), 'C', [
      'University Bus Park',
      'bus_station',
      20,
      'Sure to 20 m: the four stops of the bus park and the ground within 35 m of them.',
      'naptan',
      ['University Bus Park (Kedleston Road)', 'Kedleston Road bus park', 'University of Derby bus park'],
    ]),
    feature(discOf("St Benedict's Bus Park"), 'C', [
      "St Benedict's Bus Park",
      'bus_station',
      20,
      'Sure to 20 m: the stop area of the bus park, with a circle of 50 m for its ground.',
      'naptan',
      ['St Benedicts Bus Park', 'St Benedict School bus park'],
    ]),
    feature(discOf('Caxton Park'), 'D', [
      'Caxton Park',
      'park',
      350,
      `Only the street is known: somewhere off Caxton Street, right to about 350 m. No source names the park itself. ${PARK_CIRCLE}`,
      'naptan',
      ['Caxton Street park', 'Caxton Street recreation ground'],
    ]),
    feature(discOf('Stockbrook Park'), 'D', [
      'Stockbrook Park',
      'park',
      150,
      `Inferred, right to about 150 m: the ground without postcodes on the south side of Stockbrook Street. ${PARK_CIRCLE}`,
      'codepoint, naptan',
      ['Stockbrook Street recreation ground', 'Stockbrook Street park'],
    ]),
    feature(inside(discOf('Markeaton Park'), wardRing('Allestree')), 'D', [
      'Markeaton Park',
      'park',
      150,
      `Surely inside the park; its centre is right to about 150 m. The circle is cut at the ward edge along Ashbourne Road. ${PARK_CIRCLE}`,
      'public, naptan, codepoint, wards',
      ['Markeaton', 'Markeaton Park and Ride', 'Mundy Play Centre'],
    ]),
  ]
}

/** Public places that stations and bus stops name, so that not every place of the gazetteer is a place of the report. */
const otherPublicPlaces = ({ seed, stops, station }: Sources): PlaceFeature[] => {
  const rail = (name: string) => [station(name), ...stops(`${name} Rail Station`)]
  const byStops = (
    name: string,
    category: string,
    radiusMetres: number,
    accuracy: number,
    alternativeNames: string[],
    stopName = name,
  ) =>
    feature(around(stops(stopName), radiusMetres), null, [
      name,
      category,
      accuracy,
      FROM_STOPS,
      'naptan',
      alternativeNames,
    ])
  return [
    feature(around([...rail('Derby'), seed('Derby railway station').centre], 25), null, [
      'Derby railway station',
      'rail_station',
      50,
      'Sure to 50 m: the station, its entrances and its stop area, and the ground within 25 m of them.',
      'stations, naptan',
      ['Derby station', 'Derby Midland', 'Railway station'],
    ]),
    feature(around(rail('Peartree'), 30), null, [
      'Peartree railway station',
      'rail_station',
      80,
      'Right to about 80 m: two sources differ by that much.',
      'stations, naptan',
      ['Peartree station', 'Pear Tree station'],
    ]),
    feature(around(rail('Spondon'), 40), null, [
      'Spondon railway station',
      'rail_station',
      50,
      'Right to about 50 m: two sources agree.',
      'stations, naptan',
      ['Spondon station'],
    ]),
    byStops('Meteor Centre', 'shopping_centre', 90, 150, ['Meteor Centre cinema', 'Meteor retail park']),
    byStops('Park Farm', 'shopping_centre', 70, 100, ['Park Farm shops', 'Park Farm Centre'], 'Park Farm Shops'),
    byStops('Pride Park Stadium', 'leisure', 120, 150, ['Football stadium', 'Derby County'], 'Football Stadium'),
    byStops('Showcase Cinema', 'leisure', 60, 150, ['Showcase Cinemas', 'Foresters leisure park'], 'Showcase Cinemas'),
    byStops("Queen's Leisure Centre", 'leisure', 50, 80, ['Queens Leisure Centre', 'Queens baths']),
    byStops('Alvaston Park', 'park', 130, 200, ['Alvaston Park entrance']),
    byStops('Normanton Park', 'park', 110, 200, ['Normanton Park gates'], 'Normanton Park Gates'),
    byStops('Pride Park park and ride', 'car_park', 80, 80, ['Pride Park Park-and-Ride'], 'Pride Park Park-and-Ride'),
  ]
}

/** Every place of the gazetteer, the report's first. */
export const placesFrom = (sources: Sources): PlaceFeature[] => [
  ...namedInTheReport(sources),
  ...otherPublicPlaces(sources),
]
