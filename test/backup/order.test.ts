import { expect, test } from 'vitest'
import { inOrderOfReference } from '../../server/backup/order.ts'

const table = (name: string, ...refersTo: string[]) => ({ name, refersTo })

test('a table comes after those it refers to, itself and tables that are not copied aside', () => {
  const tables = [
    table('report', 'child', 'place', 'report'),
    table('place', 'area'),
    table('area', 'left_out'),
    table('child'),
  ]
  expect(inOrderOfReference(tables).map(({ name }) => name)).toEqual(['area', 'child', 'place', 'report'])
})

test('tables that refer to each other in a circle are named', () => {
  expect(() => inOrderOfReference([table('a', 'b'), table('b', 'a'), table('c')])).toThrow(/circle: a, b/)
})
