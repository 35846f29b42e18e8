import { invalidBody } from '../errors.ts'
import { comparedName } from '../gazetteer/name.ts'
import type { Db } from '../db.ts'
import { isInGreatBritain } from './great-britain.ts'
import { toNationalGrid, type GridPoint, type LongitudeLatitude } from './national-grid.ts'
import { livePlace, placesCalled, postcodePoint, type PlaceMethod } from './store.ts'

/** Where somebody says a report was, and how that is known. */
export interface Whereabouts extends GridPoint {
  placeMethod: PlaceMethod
  namedPlaceId: string | null
}

/** A click on the map. Throws a 422 problem outside Great Britain. */
export const atPoint = (point: LongitudeLatitude): Whereabouts => {
  if (!isInGreatBritain(point))
    throw invalidBody([
      {
        pointer: '/point',
        detail: 'That is outside Great Britain. Check that longitude and latitude are the right way round.',
      },
    ])
  return { ...toNationalGrid(point.longitude, point.latitude), placeMethod: 'map_click', namedPlaceId: null }
}

/** A place of the gazetteer. Throws a 422 problem where it is not there, or retired, or the report is of a private address. */
export const atPlace = async (db: Db, id: string, isPrivateAddress: boolean): Promise<Whereabouts> => {
  if (isPrivateAddress)
    throw invalidBody([
      {
        pointer: '/placeId',
        detail: 'A private address is never put down as a named place. Click on the map, or leave its place in words.',
      },
    ])
  const place = await livePlace(db, { id })
  if (!place)
    throw invalidBody([
      { pointer: '/placeId', detail: 'That place is not there any more. Choose another, or click on the map.' },
    ])
  return { easting: place.easting, northing: place.northing, placeMethod: 'gazetteer', namedPlaceId: place.placeId }
}

const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/

/** What words alone lead to: the one place that goes by them, or a postcode; null where nobody knows, and the queue has to ask. */
export const byWords = async (
  db: Db,
  words: string,
  isPrivateAddress: boolean,
): Promise<(Whereabouts & { postcode: string | null }) | null> => {
  const name = comparedName(words)
  const [place, another] = isPrivateAddress || !name ? [] : await placesCalled(db, { comparedName: name })
  if (place && !another)
    return {
      easting: place.easting,
      northing: place.northing,
      placeMethod: 'gazetteer',
      namedPlaceId: place.placeId,
      postcode: null,
    }

  const postcode = words.toUpperCase().replace(/\s+/g, '')
  const point = POSTCODE.test(postcode) ? await postcodePoint(db, { postcode }) : undefined
  return point ? { ...point, placeMethod: 'postcode', namedPlaceId: null, postcode } : null
}
