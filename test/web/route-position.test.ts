import { expect, test } from 'vitest'
import { positionAt } from '../../web/map/route-position.ts'

const stops = [0, 100, 200, 300].map((x) => ({ x, y: 0 }))

test('a number that is let go on another takes its place', () => {
  expect(positionAt({ x: 105, y: 8 }, 3, stops)).toBe(1)
  expect(positionAt({ x: 295, y: -8 }, 0, stops)).toBe(3)
})

test('let go on the line between two it stands between them', () => {
  // Without the last, the route is 0, 100, 200: between the first and the second is position 1.
  expect(positionAt({ x: 50, y: 6 }, 3, stops)).toBe(1)
  // Without the first, it is 100, 200, 300: between the second and the third that stands is position 2.
  expect(positionAt({ x: 250, y: 6 }, 0, stops)).toBe(2)
})

test('let go anywhere else, or where it was, nothing moves', () => {
  expect(positionAt({ x: 150, y: 90 }, 0, stops)).toBeUndefined()
  expect(positionAt({ x: 300, y: 4 }, 3, stops)).toBeUndefined()
  expect(positionAt({ x: 0, y: 0 }, 0, [{ x: 0, y: 0 }])).toBeUndefined()
})
