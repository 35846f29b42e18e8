import type { Db } from '../../server/db.ts'
import { makeArea, makePlace, makeReports } from '../support/make.ts'

/** A place with more than enough reports and children for every tier. */
const makeBusyPlace = async (db: Db, name: string, easting: number, children: number) => {
  const placeId = await makePlace(db, { name, easting, northing: 336_000 })
  const reportIds: string[] = []
  for (let child = 1; child <= 5; child++)
    reportIds.push(
      ...(await makeReports(db, {
        child: `YP-${children + child}`,
        count: 2,
        placeId,
        position: { easting: easting + 37 + child, northing: 336_041 },
      })),
    )
  return { placeId, reportIds }
}

/** Two police neighbourhoods side by side, a busy place in each, and one that lies across their border. */
export const makeTwoAreas = async (db: Db) => {
  const square = { kind: 'police_neighbourhood', northing: 331_000, sideMetres: 10_000 }
  return {
    westArea: await makeArea(db, { ...square, name: 'West', easting: 425_000 }),
    eastArea: await makeArea(db, { ...square, name: 'East', easting: 435_000 }),
    west: await makeBusyPlace(db, 'West Park', 433_000, 1000),
    east: await makeBusyPlace(db, 'East Park', 437_000, 2000),
    border: await makeBusyPlace(db, 'Border Park', 434_950, 3000),
  }
}
