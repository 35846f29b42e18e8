import { expect, test } from 'vitest'
import { withApp } from '../support/app.ts'
import { degrees, square } from '../support/shapes.ts'

const crossing = { type: 'Polygon', coordinates: [[at(0, 0), at(100, 100), at(100, 0), at(0, 100), at(0, 0)]] }
const open = { type: 'Polygon', coordinates: [[at(0, 0), at(100, 0), at(100, 100), at(0, 100)]] }
const flat = { type: 'Polygon', coordinates: [[at(0, 0), at(0, 0), at(0, 0), at(0, 0)]] }
const star = {
  type: 'Polygon',
  coordinates: [
    Array.from({ length: 10_001 }, (_, i) => {
      const angle = (i % 10_000) * ((2 * Math.PI) / 10_000)
      return at(1000 * Math.cos(angle), 1000 * Math.sin(angle))
    }),
  ],
}
const twice = {
  type: 'MultiPolygon',
  coordinates: [square(435_000, 336_000).coordinates, square(435_010, 336_010).coordinates],
}

function at(x: number, y: number) {
  return degrees(435_000 + x, 336_000 + y)
}

test.each([
  [
    'that crosses itself',
    crossing,
    /^The outline crosses or touches itself near 52\.\d{5}, -1\.\d{5}\. Mend it there\.$/,
  ],
  ['whose parts overlap', twice, /crosses or touches itself/],
  ['that is not closed', open, /not closed/],
  ['without any width', flat, /not a proper shape|crosses or touches/],
  ['with too many corners', star, /10,001 corners/],
  ['of less than 25 m²', square(435_000, 336_000, 4.5), /smaller than 25 square metres/],
  ['of more than 50 km²', square(435_000, 336_000, 7200), /larger than 50 square kilometres/],
  [
    'with latitude first',
    { type: 'Polygon', coordinates: [square(435_000, 336_000).coordinates[0]!.map(([x, y]) => [y, x])] },
    /outside Great Britain/,
  ],
  [
    'in Dublin',
    {
      type: 'Polygon',
      coordinates: [
        [
          [-6.26, 53.34],
          [-6.25, 53.34],
          [-6.25, 53.35],
          [-6.26, 53.34],
        ],
      ],
    },
    /outside Great Britain/,
  ],
  [
    'in France',
    {
      type: 'Polygon',
      coordinates: [
        [
          [1.6, 50.0],
          [1.7, 50.0],
          [1.7, 50.05],
          [1.6, 50.0],
        ],
      ],
    },
    /outside Great Britain/,
  ],
])('an outline %s is refused with a sentence', (_what, geometry, sentence) =>
  withApp(async ({ api }) => {
    const { status, body } = await api.post('/api/places', { name: 'Somewhere', category: 'park', geometry })

    expect([status, body.detail]).toEqual([422, expect.stringMatching(sentence)])
    expect(body.errors).toEqual([{ pointer: '/geometry', detail: body.detail }])
  })(),
)

test.each([
  ['a coordinate that is no number', '[[[null, 52.9], [-1.4, 52.9], [-1.4, 52.8], [null, 52.9]]]'],
  ['an infinite coordinate', '[[[1e999, 52.9], [-1.4, 52.9], [-1.4, 52.8], [1e999, 52.9]]]'],
  ['three positions', '[[[-1.5, 52.9], [-1.4, 52.9], [-1.5, 52.9]]]'],
  ['no ring', '[]'],
])('a polygon with %s is refused', (_what, coordinates) =>
  withApp(async ({ api }) => {
    const body = `{"name": "Somewhere", "category": "park", "geometry": {"type": "Polygon", "coordinates": ${coordinates}}}`
    const answer = await api.post('/api/places', body, { 'content-type': 'application/json' })

    expect(answer.status).toBe(422)
    expect(answer.body.errors[0].pointer).toMatch(/^\/geometry/)
  })(),
)

test(
  'a place may have a hole and several parts',
  withApp(async ({ api }) => {
    const ring = (x: number, side: number) => square(435_000 + x, 336_000, side).coordinates[0]!
    const geometry = { type: 'MultiPolygon', coordinates: [[ring(0, 200), ring(0, 50)], [ring(400, 100)]] }
    const { status, body } = await api.post('/api/places', { name: 'Two parts', category: 'park', geometry })

    expect(status).toBe(201)
    expect(body.geometry.type).toBe('MultiPolygon')
    expect(body.geometry.coordinates.map((polygon: unknown[]) => polygon.length)).toEqual([2, 1])
  }),
)
