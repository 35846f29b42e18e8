import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../server/statistics/random.ts'
import { byChildren, anyReports, at, moved, namedPlace, runOf, shuffled } from './reports.ts'

/** What G2 and G3 are given of a run. */
const belowG1 = ({ hotspots, withheldG2, withheldG3 }: ReturnType<typeof runOf>) =>
  JSON.stringify({
    shared: hotspots.flatMap(({ shared }) => shared ?? []),
    listed: hotspots.flatMap(({ listed }) => listed ?? []),
    withheldG2,
    withheldG3,
  })

const anySeed = fc.integer({ min: 1, max: 1_000_000 })

describe('whatever the reports are', () => {
  test('a report that moves in its own square changes no byte of what is seen below G1', () => {
    fc.assert(
      fc.property(anyReports, anySeed, (reports, seed) => {
        expect(belowG1(runOf(moved(reports, seededRandom(seed))))).toBe(belowG1(runOf(reports)))
      }),
      { numRuns: 200 },
    )
  })

  test('names, ranks and counts of the co-ordinator do not change either', () => {
    fc.assert(
      fc.property(anyReports, anySeed, (reports, seed) => {
        const withoutShape = (run: ReturnType<typeof runOf>) =>
          run.hotspots.map((hotspot) => ({ ...hotspot, geometryExact: null, areaHectares: null }))

        expect(withoutShape(runOf(moved(reports, seededRandom(seed))))).toEqual(withoutShape(runOf(reports)))
      }),
    )
  })

  test('their order changes no byte of the run', () => {
    fc.assert(
      fc.property(anyReports, anySeed, (reports, seed) => {
        expect(JSON.stringify(runOf(shuffled(reports, seededRandom(seed))))).toBe(JSON.stringify(runOf(reports)))
      }),
    )
  })

  test('each tier counts its ranks from 1, in the order of the score, and what it is not shown has a reason', () => {
    fc.assert(
      fc.property(anyReports, (reports) => {
        const { hotspots, leftOut, withheldG2, withheldG3 } = runOf(reports)
        const enough = hotspots.filter(({ isFew }) => !isFew)

        for (const ranked of [
          enough,
          hotspots.filter(({ isFew }) => isFew),
          hotspots.flatMap(({ shared }) => shared ?? []),
          hotspots.flatMap(({ listed }) => listed ?? []),
        ])
          expect(ranked.map(({ rank }) => rank)).toEqual(ranked.map((_, i) => i + 1))
        const scores = enough.map(({ counts }) => counts.score)
        expect(scores).toEqual(scores.toSorted((a, b) => b - a))
        for (const { shared, withheldG2: why, listed, withheldG3: whyListed, isFew, geometryExact } of hotspots) {
          expect([shared === null, listed === null]).toEqual([why !== null, whyListed !== null])
          if (isFew) expect([shared, listed, geometryExact]).toEqual([null, null, null])
        }
        expect(withheldG2).toBe(hotspots.filter(({ shared }) => !shared).length)
        expect(withheldG3).toBe(hotspots.filter(({ listed }) => !listed).length)
        const grouped = hotspots.reduce((sum, { counts }) => sum + counts.reports, 0)
        expect(grouped + Object.values(leftOut).reduce((sum, count) => sum + count, 0)).toBe(reports.length)
      }),
    )
  })
})

test('a cluster is named, banded and drawn for each tier', () => {
  const reports = [...byChildren('abcde', at(0, 0)), ...byChildren('abcdef', at(1, 0))]

  const { hotspots, withheldG2, withheldG3 } = runOf(reports)

  expect([withheldG2, withheldG3]).toEqual([0, 0])
  expect(hotspots).toMatchObject([
    {
      method: 'cluster',
      placeId: null,
      name: 'Unnamed spot near Old Mill',
      rank: 1,
      counts: { reports: 11, children: 6, found: 11 },
      isFew: false,
      withheldG2: null,
      withheldG3: null,
    },
  ])
  const { geometry, ...shared } = hotspots[0]!.shared!
  expect(geometry.type).toBe('Polygon')
  expect(shared).toEqual({
    method: 'cluster',
    placeId: null,
    name: 'Unnamed spot near Old Mill',
    category: 'other',
    seedGroup: null,
    rank: 1,
    childrenBand: '5-9',
    reportsBand: '10-14',
    isApproximate: true,
    findings: null,
    anchor: { easting: 435_900, northing: 336_300 },
  })
  expect(hotspots[0]!.listed).toEqual({
    name: 'Unnamed spot near Old Mill',
    category: 'other',
    rank: 1,
    childrenBand: '5-9',
    reportsRounded5: 10,
    easting: 435_900,
    northing: 336_300,
    isApproximate: true,
  })
})

test('a named place is shown as its polygon, and listed at a point in it', () => {
  const { hotspots } = runOf([...byChildren('abcde', { placeId: 'park' }), ...byChildren('abcde', { placeId: 'park' })])

  const [{ shared, listed, geometryExact }] = hotspots as [(typeof hotspots)[0]]
  const place = namedPlace('park')
  expect(geometryExact).toEqual(place.geometry)
  expect(shared).toMatchObject({ method: 'place', placeId: 'park', name: 'Place park', geometry: place.geometry })
  expect([shared!.isApproximate, listed!.isApproximate]).toEqual([false, false])
  expect(listed).toMatchObject({ easting: shared!.anchor.easting, northing: shared!.anchor.northing })
  expect(Number.isInteger(listed!.easting) && Number.isInteger(listed!.northing)).toBe(true)
})

test('a hotspot that is withheld leaves no gap in the ranks and no gap in the numbers of a name', () => {
  const reports = [
    ...byChildren('abcdef', at(0, 0)),
    ...byChildren('abcd', at(4, 0)),
    ...byChildren('ab', { ...at(8, 0), at: new Date('2023-06-30T20:00:00Z') }),
    ...byChildren('a', { ...at(8, 0), at: new Date('2023-06-30T20:00:00Z') }),
    ...byChildren('abc', at(12, 0)),
  ]

  const { hotspots } = runOf(reports, { touchesProtected: [true, false, false, false] })

  expect(hotspots.map(({ name, rank, isFew, withheldG2 }) => [name, rank, isFew, withheldG2])).toEqual([
    ['Unnamed spot near Old Mill (3)', 1, false, 'protected_setting'],
    ['Unnamed spot near Old Mill', 2, false, null],
    ['Unnamed spot near Old Mill (2)', 3, false, null],
    ['Unnamed spot near Old Mill (4)', 1, true, 'few_children'],
  ])
  expect(hotspots.flatMap(({ shared }) => (shared ? [[shared.name, shared.rank]] : []))).toEqual([
    ['Unnamed spot near Old Mill', 1],
    ['Unnamed spot near Old Mill (2)', 2],
  ])
})

test('a place near a protected setting is shown where it is approved, a cluster never', () => {
  const reports = [...byChildren('abc', { placeId: 'park' }), ...byChildren('abc', at(8, 8))]
  const near = { touchesProtected: [true, true] }
  const shown = (known: Parameters<typeof runOf>[1]) => runOf(reports, known).hotspots.map(({ shared }) => shared?.name)

  expect(shown(near)).toEqual([undefined, undefined])
  expect(shown({ ...near, approvedPlaces: new Set(['park']) })).toEqual(['Place park', undefined])
})

test('partners are told the category that three children’s reports give, not that of fewer', () => {
  const category = (hotels: string) => {
    const reports = [...byChildren(hotels, { placeCategory: 'hotel' }), ...byChildren('abc')]
    const [hotspot] = runOf(reports).hotspots
    return [hotspot?.category, hotspot?.shared?.category]
  }

  expect(category('abc')).toEqual(['hotel', 'hotel'])
  expect(category('ab')).toEqual(['hotel', 'other'])
})

test('what is not known of every group is refused, so that a gap is not taken for nothing protected', () => {
  const reports = [...byChildren('abc', { placeId: 'park' }), ...byChildren('abc', at(8, 8))]

  expect(() => runOf(reports, { touchesProtected: [false] })).toThrow(RangeError)
  expect(() => runOf(reports, { surroundings: [] })).toThrow(RangeError)
  expect(() => runOf(reports, { places: new Map() })).toThrow(RangeError)
})

test('no reports make an empty run', () => {
  expect(runOf([])).toMatchObject({ hotspots: [], withheldG2: 0, withheldG3: 0 })
})
