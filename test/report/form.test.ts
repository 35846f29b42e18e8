import { expect, test } from 'vitest'
import { toDay, toTime } from '../../web/form/date-field.tsx'
import { EMPTY, type Draft } from '../../web/report/draft.ts'
import { fieldOfPointer, toInput } from '../../web/report/to-input.ts'

const TODAY = '2023-07-11'
const SPOT = { name: 'the spot on the map', longitude: -1.4728, latitude: 52.9194 }
const SOUND: Draft = {
  ...EMPTY,
  basis: 'sighted',
  day: { day: '30', month: '6', year: '2023' },
  timeKind: 'date',
  whereKind: 'words',
  placeName: ' by the old mill ',
  isPrivateAddress: 'no',
  childKind: 'unknown',
}

test('a day that does not exist is none', () => {
  expect(toDay({ day: '29', month: '2', year: '2023' })).toBeUndefined()
  expect(toDay({ day: '29', month: '2', year: '2024' })).toBe('2024-02-29')
  expect(toDay({ day: '1', month: '7', year: '23' })).toBe('2023-07-01')
  expect(toDay({ day: '', month: '7', year: '2023' })).toBeUndefined()
})

test('a time is read as people type it', () => {
  const typed = ['9', '21:15', '21.15', '2115', '9:15pm', '9 am', '12am', '12pm', '0:05']
  expect(typed.map(toTime)).toEqual(['09:00', '21:15', '21:15', '21:15', '21:15', '09:00', '00:00', '12:00', '00:05'])
  expect(['', '24:00', '21:60', '13pm', '0am', 'evening'].map(toTime)).toEqual(Array(6).fill(undefined))
})

test('what may be unknown may be left out', () => {
  expect(toInput(SOUND, TODAY)).toEqual({
    input: {
      basis: 'sighted',
      observedFrom: '2023-06-30',
      timePrecision: 'date',
      placeName: 'by the old mill',
      isPrivateAddress: false,
      foundOnPatrol: false,
      concerns: [],
    },
  })
})

test('an empty form names every question that needs an answer, in the order of the page', () => {
  const result = toInput(EMPTY, TODAY)
  expect('errors' in result && Object.keys(result.errors)).toEqual([
    'basis',
    'day',
    'timeKind',
    'whereKind',
    'isPrivateAddress',
    'childKind',
  ])
})

test('between two times that go past midnight ends on the next day', () => {
  const result = toInput({ ...SOUND, timeKind: 'between', time: '10pm', endTime: '1.30' }, TODAY)
  expect(result).toMatchObject({
    input: { observedFrom: '2023-06-30T22:00', observedTo: '2023-07-01T01:30', timePrecision: 'exact' },
  })
})

test('an evening lasts until midnight', () => {
  expect(toInput({ ...SOUND, timeKind: 'day_part', dayPart: '18' }, TODAY)).toMatchObject({
    input: { observedFrom: '2023-06-30T18:00', observedTo: '2023-07-01T00:00', timePrecision: 'day_part' },
  })
})

test('a day that is not known is kept as two days and an unknown time', () => {
  const lastDay = { day: '2', month: '7', year: '2023' }
  expect(toInput({ ...SOUND, timeKind: 'unknown', lastDay }, TODAY)).toMatchObject({
    input: { observedFrom: '2023-06-30', observedTo: '2023-07-02', timePrecision: 'unknown' },
  })
  const tooEarly = { day: '29', month: '6', year: '2023' }
  expect(toInput({ ...SOUND, timeKind: 'unknown', lastDay: tooEarly }, TODAY)).toHaveProperty('errors.lastDay')
})

test('a day after today is refused', () => {
  const day = { day: '12', month: '7', year: '2023' }
  expect(toInput({ ...SOUND, day }, TODAY)).toHaveProperty('errors.day', 'The day must be today or in the past')
})

test('a spot on the map asks how exactly it is known, and “I don’t know” is left out', () => {
  const onMap: Draft = { ...SOUND, whereKind: 'map', spot: SPOT }
  expect(toInput(onMap, TODAY)).toHaveProperty('errors.accuracy')
  const point = { longitude: SPOT.longitude, latitude: SPOT.latitude }
  expect(toInput({ ...onMap, accuracy: '100' }, TODAY)).toMatchObject({ input: { point, accuracyMetres: 100 } })
  expect(toInput({ ...onMap, accuracy: 'unknown' }, TODAY)).not.toHaveProperty('input.accuracyMetres')
})

test('a private address is never put down as a named place', () => {
  const spot = { ...SPOT, placeId: '11111111-1111-4111-8111-111111111111' }
  const draft: Draft = { ...SOUND, whereKind: 'map', spot, isPrivateAddress: 'yes' }
  expect(toInput(draft, TODAY)).toHaveProperty('errors.spot')
  expect(toInput({ ...draft, isPrivateAddress: 'no' }, TODAY)).toMatchObject({ input: { placeId: spot.placeId } })
})

test('only a child who was found can have been found on patrol', () => {
  const draft: Draft = { ...SOUND, foundOnPatrol: 'yes' }
  expect(toInput(draft, TODAY)).toMatchObject({ input: { foundOnPatrol: false } })
  expect(toInput({ ...draft, basis: 'found' }, TODAY)).toMatchObject({ input: { foundOnPatrol: true } })
  expect(toInput({ ...SOUND, basis: 'found' }, TODAY)).toHaveProperty('errors.foundOnPatrol')
})

test('what the service refuses leads to the field that asked for it', () => {
  expect(fieldOfPointer('/point/longitude', SOUND)).toBe('spot')
  expect(fieldOfPointer('/observedTo', { ...SOUND, timeKind: 'unknown' })).toBe('lastDay')
  expect(fieldOfPointer('/observedTo', { ...SOUND, timeKind: 'between' })).toBe('endTime')
  expect(fieldOfPointer('/nothing', SOUND)).toBeUndefined()
})
