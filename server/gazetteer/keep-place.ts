import type { Db } from '../db.ts'
import { changedMeanwhile, conflict, notFound, unprocessable } from '../errors.ts'
import type { AreaGeometry } from '../shared-schema.ts'
import { comparedName } from './name.ts'
import { faultOfOutline, faultOfShape, PLACE_LIMITS, type OutlineLimits } from './outline.ts'
import type { Place, PlaceChange, PlaceInput } from './schema.ts'
import * as store from './store.ts'

type PlaceChangeKind = 'moved' | 'renamed' | 'described' | 'retired' | 'restored' | 'imported'

/** Takes a new place; its reports are assigned in the same transaction. Throws a problem where the outline or a name cannot be taken. */
export const createPlace = (db: Db, input: PlaceInput, sourceRef: string | null = null): Promise<Place> =>
  db.transaction(async (tx) => {
    await store.lockPlaces(tx, {})
    const names = await freeNames(tx, input, null)
    await refuseFaultyOutline(tx, input.geometry, PLACE_LIMITS)

    const made = await store.insertPlace(tx, { ...input, geometry: JSON.stringify(input.geometry), sourceRef })
    const { id } = made!
    await store.putPlaceNames(tx, { id, ...names })
    await assignReports(tx, await reportsNear(tx, id))
    return placeAfter(tx, id)
  })

/**
 * Changes what is given of a place and keeps what it was; what is the same already changes nothing.
 * What a file says (`by` is `file`) gives way to what a person has made of the place since it was loaded: a 409 problem.
 */
export const changePlace = (
  db: Db,
  id: string,
  change: PlaceChange & { source?: string },
  by: 'person' | 'file' = 'person',
): Promise<Place> =>
  onPlace(db, id, change.version, async (tx, place) => {
    const next = { ...place, ...given(change), alternativeNames: nextNames(place, change) }
    const isMoved = change.geometry !== undefined && !(await isSameOutline(tx, id, change.geometry))
    const kind = kindOfChange(place, next, isMoved)
    if (!kind) return
    if (place.retiredAt) throw placeRetired(`${place.name} is retired. Bring it back first, then change it.`)
    if (by === 'file' && (await store.isChangedByHand(tx, { id }))!.isChanged) throw changedByHand(place.name)

    const names = await freeNames(tx, next, id)
    if (isMoved) await refuseFaultyOutline(tx, next.geometry, PLACE_LIMITS)
    await keepWhatItWas(tx, place, by === 'file' ? 'imported' : kind)
    await store.dropPlaceNames(tx, { id, comparedNames: names.comparedNames })
    await store.putPlaceNames(tx, { id, ...names })

    const before = isMoved ? await reportsNear(tx, id) : []
    await store.updatePlace(tx, { ...next, geometry: isMoved ? JSON.stringify(next.geometry) : null })
    if (!isMoved) return
    await store.moveNamedReports(tx, { id })
    await assignReports(tx, [...before, ...(await reportsNear(tx, id))])
  })

const placeRetired = (detail: string) => conflict('place-retired', 'That place is retired', detail)

const changedByHand = (name: string) =>
  conflict(
    'changed-by-hand',
    'Somebody changed this place by hand',
    `${name} has been changed by hand since it was loaded, and stays as it is. Change it on the map.`,
  )

/** Retires a place: it stays in the history, and no report stands at it any more. */
export const retirePlace = (db: Db, id: string, version: number, reason: string) =>
  onPlace(db, id, version, async (tx, place) => {
    if (place.retiredAt) throw placeRetired(`${place.name} has been retired already.`)
    await keepWhatItWas(tx, place, 'retired')
    await store.retireOrRestore(tx, { id, reason })
    await assignReports(tx, await reportsNear(tx, id))
  })

/** Brings a retired place back, where no live place has taken one of its names since. */
export const restorePlace = (db: Db, id: string, version: number) =>
  onPlace(db, id, version, async (tx, place) => {
    if (!place.retiredAt) throw conflict('place-not-retired', 'That place is not retired', 'It is there already.')
    await freeNames(tx, place, id)
    await keepWhatItWas(tx, place, 'restored')
    await store.retireOrRestore(tx, { id, reason: null })
    await assignReports(tx, await reportsNear(tx, id))
  })

const onPlace = (db: Db, id: string, version: number, work: (tx: Db, place: Place) => Promise<void>): Promise<Place> =>
  db.transaction(async (tx) => {
    await store.lockPlaces(tx, {})
    const [place] = await store.placesById(tx, { ids: [id] })
    if (!place) throw notFound('That place')
    if (place.version !== version) throw changedMeanwhile('The place')

    await work(tx, place)
    return placeAfter(tx, id)
  })

const placeAfter = async (tx: Db, id: string): Promise<Place> => {
  const [place] = await store.placesById(tx, { ids: [id] })
  if (!place) throw notFound('That place')
  return place
}

/** What was given, without the members that were left out. */
const given = ({ version: _version, ...change }: PlaceChange & { source?: string }) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<PlaceInput>

/** A place that is renamed keeps its old name beside the new one, so that the words of old reports still find it. */
const nextNames = (place: Place, { name, alternativeNames }: PlaceChange) =>
  alternativeNames ??
  (name === undefined || name === place.name ? place.alternativeNames : [...place.alternativeNames, place.name])

const kindOfChange = (place: Place, next: PlaceInput, isMoved: boolean): PlaceChangeKind | null => {
  if (isMoved) return 'moved'
  const names = (of: PlaceInput) => JSON.stringify([of.name, ...[...of.alternativeNames].sort()])
  if (names(place) !== names(next)) return 'renamed'
  const words = ({ category, seedGroup, positionAccuracyMetres, positionNote, source }: PlaceInput) =>
    JSON.stringify([category, seedGroup, positionAccuracyMetres, positionNote, source])
  return words(place) === words(next) ? null : 'described'
}

const isSameOutline = async (tx: Db, id: string, geometry: AreaGeometry) =>
  faultOfShape(geometry, PLACE_LIMITS) === null &&
  (await store.sameOutline(tx, { id, geometry: JSON.stringify(geometry) }))!.same

/** Its names, its own first, each once. Throws a 409 problem where a live place goes by one of them: words have to lead to one place. */
const freeNames = async (tx: Db, place: Pick<PlaceInput, 'name' | 'alternativeNames'>, exceptId: string | null) => {
  const byCompared = new Map<string, string>()
  for (const name of [place.name, ...place.alternativeNames]) {
    const compared = comparedName(name)
    if (!compared) throw unprocessable('name-empty', 'That is not a name', `“${name}” holds no letter and no figure.`)
    if (!byCompared.has(compared)) byCompared.set(compared, name)
  }
  const comparedNames = [...byCompared.keys()]
  const [taken] = await store.namesTaken(tx, { comparedNames, exceptId })
  if (taken)
    throw conflict(
      'name-taken',
      'Another place goes by that name',
      `“${taken.name}” is already a name of ${taken.placeName}. Give this one another name, or change that place.`,
    )
  return { names: [...byCompared.values()], comparedNames }
}

/** Throws a 422 problem that says in a sentence what is wrong with an outline; nothing is mended silently. */
export const refuseFaultyOutline = async (tx: Db, geometry: AreaGeometry, limits: OutlineLimits) => {
  const fault =
    faultOfShape(geometry, limits) ??
    faultOfOutline((await store.checkOutline(tx, { geometry: JSON.stringify(geometry) }))!, limits)
  if (fault)
    throw unprocessable('outline-refused', 'The outline cannot be taken', fault, [
      { pointer: '/geometry', detail: fault },
    ])
}

const keepWhatItWas = (tx: Db, place: Place, change: PlaceChangeKind) =>
  store.keepRevision(tx, { id: place.id, version: place.version, was: JSON.stringify(place), change })

const reportsNear = async (tx: Db, id: string) => (await store.reportsNearPlace(tx, { id })).map((report) => report.id)

const assignReports = async (tx: Db, ids: string[]) => {
  if (ids.length > 0) await store.assignPlaces(tx, { reportIds: [...new Set(ids)] })
}
