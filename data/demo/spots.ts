import type { Child } from './children.ts'
import { metresApart, scattered } from './coordinates.ts'
import { AWAY_PLACES, CITY_PARTS, HOME_FORCE, NAMED_PLACES, placeNamed, STREET_SPOT, type Spot } from './places.ts'
import { randomFrom, type Random } from './random.ts'

/** How many houses the invented parties are at. */
const PRIVATE_ADDRESSES = 9
/** Street finds keep this far from every named place's reports and the street cluster, so that the stories stay sharp. */
const CLEAR_METRES = 350

const inTheCity = (random: Random, scatterMetres: number) => {
  const [longitude, latitude] = random.pick(CITY_PARTS)
  return scattered(random, { longitude, latitude }, scatterMetres)
}

/** A house somewhere in the residential city: no real address, its coordinates rounded to about 100 metres. */
const privateAddress = (random: Random, number: number): Spot => ({
  key: `private address ${number}`,
  category: 'private_address_area',
  ...inTheCity(random, 300),
  scatterMetres: 0,
  isPrivateAddress: true,
  way: 'rounded',
  force: HOME_FORCE,
})

const streetFind = (random: Random): Spot => {
  for (;;) {
    const point = inTheCity(random, 500)
    const isClear = [...NAMED_PLACES, STREET_SPOT].every(
      (spot) => metresApart(point, spot) > CLEAR_METRES + spot.scatterMetres,
    )
    if (!isClear) continue
    return {
      key: `street ${point.longitude} ${point.latitude}`,
      category: random.pick(['street_or_square', 'street_or_square', 'takeaway_or_cafe', 'car_park', 'other']),
      ...point,
      scatterMetres: 0,
      isPrivateAddress: false,
      way: 'point',
      force: HOME_FORCE,
    }
  }
}

/** Where children go, in no story: the seed's places and some more. Its letters carry no counts, so the weights are invented. */
const places: readonly (readonly [Spot | 'private address' | 'street', number])[] = [
  [placeNamed('Derbion'), 19],
  [placeNamed('Derby Bus Station'), 17],
  [placeNamed('River Gardens'), 12],
  [placeNamed('Markeaton Park'), 9],
  [placeNamed('Stockbrook Park'), 8],
  [placeNamed('Caxton Park'), 7],
  [placeNamed('Derby railway station'), 5],
  ['private address', 13],
  ['street', 10],
]

const { nottingham, burton, ilkeston, longEaton, belper, swadlincote, leicester, birmingham } = AWAY_PLACES
const nearHost: Readonly<Record<string, readonly Spot[]>> = {
  Nottingham: [nottingham],
  Derbyshire: [ilkeston, longEaton, belper, swadlincote],
  Staffordshire: [burton],
  Leicester: [leicester],
  Birmingham: [birmingham],
}
const daysOut = [nottingham, nottingham, burton, ilkeston, longEaton, birmingham]

/** Draws where a child (or nobody in particular) was. A child has three haunts and mostly goes there. */
export const makeSpotDrawer = (seed: number): ((random: Random, child: Child | undefined) => Spot) => {
  const ofTheCity = randomFrom(seed, 'addresses')
  const addresses = Array.from({ length: PRIVATE_ADDRESSES }, (_, index) => privateAddress(ofTheCity, index + 1))
  const haunts = new Map<Child, (Spot | 'private address' | 'street')[]>()

  const haunt = (random: Random, child: Child) => {
    const own = haunts.get(child) ?? [0, 1, 2].map(() => random.weighted(places))
    haunts.set(child, own)
    return random.pick(own)
  }
  return (random, child) => {
    const host = child?.placementLocation === 'OUT' ? nearHost[child.hostAuthority] : undefined
    if (host && random.chance(0.55)) return random.pick(host)
    if (child && random.chance(0.04)) return random.pick(daysOut)
    const where = child && random.chance(0.7) ? haunt(random, child) : random.weighted(places)
    if (where === 'street') return streetFind(random)
    return where === 'private address' ? random.pick(addresses) : where
  }
}
