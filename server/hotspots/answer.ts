import { version } from '../version.ts'
import type { Db } from '../db.ts'
import { invalidQuery } from '../errors.ts'
import { centreOf, rankHotspots, type Ranking } from './find-hotspots.ts'
import { groupReports, type Grouping } from './group-reports.ts'
import type { Question } from './question.ts'
import type { HotspotAnswer } from './schema.ts'
import { areaExists, occurrencesInPeriod, placesById, surroundingsOf } from './store.ts'

/** Reads the period's occurrences and makes hotspots of them. @throws a 400 problem where the area is not known */
export const answerQuestion = async (
  db: Db,
  { selection, method, weighing }: Question,
): Promise<Ranking & Pick<Grouping, 'leftOut' | 'patrolFinds'>> => {
  if (selection.area && !(await areaExists(db, { id: selection.area })))
    throw invalidQuery([{ parameter: 'area', detail: 'That area is not known. Choose one of /api/areas.' }])

  const { groups, leftOut, patrolFinds } = groupReports(await occurrencesInPeriod(db, selection), method)
  const ids = groups.flatMap(({ placeId }) => placeId ?? [])
  const centres = groups.filter(({ placeId }) => placeId === null).map(({ reports }) => centreOf(reports))
  const places = ids.length > 0 ? await placesById(db, { ids }) : []
  const surroundings =
    centres.length > 0
      ? await surroundingsOf(db, {
          eastings: centres.map(({ easting }) => easting),
          northings: centres.map(({ northing }) => northing),
        })
      : []

  const placeById = new Map(places.map((place) => [place.id, place]))
  const ranking = rankHotspots(groups, placeById, surroundings, method, new Date(selection.to), weighing)
  return { ...ranking, leftOut, patrolFinds }
}

/** The answer of contracts.md. */
export const toHotspotAnswer = (
  { period, method }: Question,
  { ranked, fewChildren, leftOut }: Ranking & Pick<Grouping, 'leftOut'>,
): HotspotAnswer => ({
  period,
  method: { ...method, version },
  hotspots: ranked.map(({ hotspot }) => hotspot),
  fewChildren,
  leftOut,
})
