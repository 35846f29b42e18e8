import type { Person } from '../access/person.ts'
import type { Db } from '../db.ts'
import { changedMeanwhile, conflict, notFound, unprocessable } from '../errors.ts'
import { faultOfOutline, faultOfShape, isNearGreatBritain, outsideGreatBritain } from '../gazetteer/outline.ts'
import { isInGreatBritain } from '../locations/great-britain.ts'
import type { SafePlace, SafePlaceGeometry, SafePlaceInput } from './schema.ts'
import * as store from './store.ts'

/** Who keeps it, and when. */
export interface Keeper {
  person: Person
  at: Date
}

/** A shop or a whole park: what one can go to. */
const LIMITS = { mostVertices: 2000, leastSquareMetres: 4, mostSquareMetres: 5_000_000 }

/** Takes a new one. @throws a 422 problem where its point or outline cannot be */
export const createSafePlace = async (db: Db, input: SafePlaceInput, keeper: Keeper): Promise<SafePlace> => {
  await refuseFaulty(db, input.geometry)
  const made = await store.addSafePlace(db, valuesOf(input, JSON.stringify(input.geometry), keeper))
  return safePlaceOf(db, made!.id)
}

/** Changes it and keeps what it was. @throws a 409 problem where it is retired, or somebody changed it meanwhile */
export const changeSafePlace = async (
  db: Db,
  id: string,
  { version, ...input }: SafePlaceInput & { version: number },
  keeper: Keeper,
): Promise<SafePlace> => {
  const was = await ofVersion(db, id, version)
  if (was.retiredAt)
    throw conflict(
      'safe-place-retired',
      'It is retired',
      `${was.name} is retired. Bring it back first, then change it.`,
    )
  const isMoved = JSON.stringify(was.geometry) !== JSON.stringify(input.geometry)
  if (isMoved) await refuseFaulty(db, input.geometry)
  const geometry = isMoved ? JSON.stringify(input.geometry) : null
  if ((await store.changeSafePlace(db, { ...valuesOf(input, geometry, keeper), id, version })) === 0) throw stale()
  return keptAfter(db, was)
}

/** Retires it with a reason, or brings it back without one. */
export const retireSafePlace = async (
  db: Db,
  id: string,
  { version, why }: { version: number; why: string | null },
  { person, at }: Keeper,
): Promise<SafePlace> => {
  const was = await ofVersion(db, id, version)
  if ((await store.retireOrRestore(db, { id, version, why, changedBy: person.name, at })) === 0)
    throw conflict(
      'nothing-to-do',
      'That is done already',
      why === null ? `${was.name} is in use.` : `${was.name} is retired.`,
    )
  return keptAfter(db, was)
}

/** @throws a 404 problem where there is none */
export const safePlaceOf = async (db: Db, id: string): Promise<SafePlace> => {
  const found = await store.safePlaceById(db, { id })
  if (!found) throw notFound('That safe place')
  return found
}

const ofVersion = async (db: Db, id: string, version: number): Promise<SafePlace> => {
  const found = await safePlaceOf(db, id)
  if (found.version !== version) throw stale()
  return found
}

const stale = () => changedMeanwhile('The safe place')

const keptAfter = async (db: Db, was: SafePlace): Promise<SafePlace> => {
  await store.keepRevision(db, { id: was.id, version: was.version, was: JSON.stringify(was) })
  return safePlaceOf(db, was.id)
}

const valuesOf = (
  { kind, name, openHours, contactRole, notes }: SafePlaceInput,
  geometry: string | null,
  { person, at }: Keeper,
) => ({
  kind,
  name,
  geometry,
  openHours: JSON.stringify(openHours),
  contactRole,
  notes,
  changedBy: person.name,
  at,
})

const refuseFaulty = async (db: Db, geometry: SafePlaceGeometry) => {
  const fault = geometry.type === 'Point' ? faultOfPoint(geometry.coordinates) : await faultOfArea(db, geometry)
  if (fault)
    throw unprocessable('outline-refused', 'That position cannot be taken', fault, [
      { pointer: '/geometry', detail: fault },
    ])
}

const faultOfPoint = ([longitude, latitude]: [number, number]) =>
  isNearGreatBritain(longitude, latitude) && isInGreatBritain({ longitude, latitude })
    ? null
    : outsideGreatBritain.replace('outline', 'point')

const faultOfArea = async (db: Db, geometry: Exclude<SafePlaceGeometry, { type: 'Point' }>) =>
  faultOfShape(geometry, LIMITS) ??
  faultOfOutline((await store.checkOutline(db, { geometry: JSON.stringify(geometry) }))!, LIMITS)
