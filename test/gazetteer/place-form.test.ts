import { area, polygon } from '@turf/turf'
import { expect, test } from 'vitest'
import type { Place } from '../../server/gazetteer/schema.ts'
import { circleAround } from '../../web/gazetteer/circle.ts'
import { errorsOf, toDraft, toPlaceChange } from '../../web/gazetteer/place-draft.ts'

const PLACE: Place = {
  id: '11111111-1111-4111-8111-111111111111',
  name: 'Derbion',
  alternativeNames: ['Intu Derby'],
  category: 'shopping_centre',
  seedGroup: 'A',
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [-1.474, 52.919],
        [-1.472, 52.919],
        [-1.472, 52.92],
        [-1.474, 52.919],
      ],
    ],
  },
  positionAccuracyMetres: 80,
  positionNote: '',
  source: 'drawn by hand',
  version: 4,
  retiredAt: null,
  retiredReason: null,
  updatedAt: '2023-07-11T09:00:00Z',
}

test('what nobody touched is nobody’s change', () => {
  expect(toPlaceChange(toDraft(PLACE), PLACE)).toEqual({ version: 4 })
})

test('only what was changed is sent, with the version that was looked at', () => {
  const draft = { ...toDraft(PLACE), otherNames: 'Intu Derby\n  the Eagle Centre \n\nIntu Derby', accuracy: '' }
  expect(toPlaceChange(draft, PLACE)).toEqual({
    version: 4,
    alternativeNames: ['Intu Derby', 'the Eagle Centre'],
    positionAccuracyMetres: null,
  })
})

test('a place needs a name, a kind and an outline', () => {
  const errors = errorsOf({ ...toDraft(PLACE), name: ' ', category: '', geometry: undefined })
  expect(Object.keys(errors)).toEqual(['name', 'category', 'outline'])
})

test('a circle that is typed in has the size it was given, to two per cent', () => {
  const circle = circleAround(-1.4728, 52.9194, 120)
  const ratio = area(polygon(circle.coordinates)) / (Math.PI * 120 ** 2)
  expect(ratio).toBeGreaterThan(0.98)
  expect(ratio).toBeLessThan(1)
  expect(circle.coordinates[0]!.at(-1)).toEqual(circle.coordinates[0]![0])
})
