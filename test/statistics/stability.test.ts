import { describe, expect, test } from 'vitest'
import { stabilityOf, type StabilityReport } from '../../server/statistics/stability.ts'

const method = { epsMetres: 150, minPoints: 5, minChildren: 3 }
const nowhere = () => null
const always = { smallerEps: true, largerEps: true, fewerPoints: true, morePoints: true }
const never = { smallerEps: false, largerEps: false, fewerPoints: false, morePoints: false }
const options = { method, placeOf: nowhere, runs: 200, seed: 1 }

const at = (x: number, child: string | null, accuracyMetres: number | null = 10): StabilityReport => ({
  x,
  y: 0,
  child,
  accuracyMetres,
})

/** Reports of these children, one every so many metres. */
const row = (children: string, gap: number, accuracyMetres: number | null = 10) =>
  Array.from(children, (child, i) => at(i * gap, child === '-' ? null : child, accuracyMetres))

const hotspotOf = (reports: StabilityReport[], place: string | null = null) => ({ place, reports: [...reports.keys()] })

const stability = (reports: StabilityReport[], wrong: object = {}) =>
  stabilityOf(reports, [hotspotOf(reports)], { ...options, ...wrong })[0]!

test('many reports of many children close together survive everything', () => {
  expect(stability(row('abcdefgabcdefg', 20))).toEqual({ moved: 1, withoutOneChild: true, otherParameters: always })
})

describe('every report moved within its own accuracy', () => {
  test('a row that hangs by its gaps is lost in most re-runs where the reports are rough, in none where they are not', () => {
    expect(stability(row('abcde', 75, 0)).moved).toBe(1)
    expect(stability(row('abcde', 75, null)).moved).toBe(1)
    const rough = stability(row('abcde', 75, 200)).moved
    expect(rough).toBeGreaterThan(0)
    expect(rough).toBeLessThan(0.5)
  })

  test('only the rough report moves', () => {
    const reports = [...row('abcd', 10, 0), at(20, 'e', 5_000)]
    expect(stability(reports).moved).toBeLessThan(0.05)
    expect(stability([...reports, at(25, 'f', 0)]).moved).toBe(1)
  })

  test('within a disc each square metre is as likely as the next', () => {
    const far: number[] = []
    const placeOf = (x: number, y: number) => {
      far.push(Math.hypot(x, y))
      return 'place'
    }
    const reports = Array.from('abcde', (child) => ({ x: 0, y: 0, child, accuracyMetres: 100 }))
    stabilityOf(reports, [hotspotOf(reports, 'place')], { ...options, placeOf, runs: 2_000 })
    const moved = far.slice(0, 10_000)

    expect(Math.max(...moved)).toBeLessThan(100)
    expect(moved.filter((distance) => distance < 50).length / 10_000).toBeCloseTo(0.25, 1)
    expect(moved.filter((distance) => distance < 80).length / 10_000).toBeCloseTo(0.64, 1)
  })

  test('the same seed says the same, and the runs are what the share is of', () => {
    const reports = row('abcde', 75, 120)
    expect(stability(reports)).toEqual(stability(reports))
    expect(stability(reports).moved).not.toBe(stability(reports, { seed: 5 }).moved)
    expect(stability(reports, { runs: 1 }).moved % 1).toBe(0)
  })
})

describe('without any one child', () => {
  test('three children are too few to lose one of', () => {
    expect(stability(row('abcabcabc', 10)).withoutOneChild).toBe(false)
    expect(stability(row('abcdabcdabcd', 10)).withoutOneChild).toBe(true)
  })

  test('a child whose reports hold the rest together', () => {
    const reports = [
      ...row('bcdbcd', 1),
      at(120, 'a'),
      at(240, 'a'),
      ...row('efgefg', 1).map((one) => ({ ...one, x: 360 + one.x })),
    ]
    expect(stability(reports).withoutOneChild).toBe(true)
    expect(stability([...row('bcde', 1), at(120, 'a'), at(240, 'a')]).withoutOneChild).toBe(false)
  })

  test('reports of no known child count as reports, never as a child', () => {
    expect(stability(row('abc------', 10)).withoutOneChild).toBe(false)
    expect(stability(row('abcd-----', 10)).withoutOneChild).toBe(true)
  })
})

describe('with other parameters', () => {
  const shifted = (reports: StabilityReport[], by: number) => reports.map((one) => ({ ...one, x: one.x + by }))

  test('a row at gaps that half of eps does not bridge', () => {
    expect(stability(row('abcdefgh', 30, 0)).otherParameters).toEqual(always)
    expect(stability(row('abcdefgh', 45, 0)).otherParameters).toEqual({ ...always, smallerEps: false })
  })

  test('just as many reports as are asked for', () => {
    expect(stability(row('abcde', 1)).otherParameters).toEqual({ ...always, morePoints: false })
    expect(stability(row('abcdef', 1)).otherParameters).toEqual(always)
  })

  test('swallowed by something more than twice its size is lost, by something up to that is not', () => {
    const small = row('abcdeabcde', 1, 0)
    const beside = (others: string) => {
      const reports = [...small, ...shifted(row(others, 1, 0), 180)]
      return stabilityOf(reports, [{ place: null, reports: [...small.keys()] }], options)[0]!.otherParameters
    }
    expect(beside('fghijfghij')).toEqual(always)
    expect(beside('fghijfghijf')).toEqual({ ...always, largerEps: false })
  })

  test('a thin bridge that holds with one point fewer', () => {
    const small = row('abcdefg', 1, 0)
    const bridge = [at(140, 'h', 0), at(285, 'i', 0), at(285, 'j', 0), at(430, 'k', 0)]
    const large = shifted(row('lmnopqrstlmnopqrst', 1, 0), 540)
    const reports = [...small, ...bridge, ...large]
    const [{ otherParameters }] = stabilityOf(reports, [{ place: null, reports: [...small.keys()] }], options) as [
      ReturnType<typeof stability>,
    ]
    expect(otherParameters).toMatchObject({ smallerEps: true, fewerPoints: false, morePoints: true })
  })

  test('half of its reports are enough, fewer are not', () => {
    const apart = shifted(row('fghijk', 1_000, 0), 5_000)
    expect(stability([...row('abcde', 1, 0), ...apart])).toEqual({
      moved: 0,
      withoutOneChild: false,
      otherParameters: never,
    })
    expect(stability([...row('abcdef', 1, 0), ...apart])).toMatchObject({ moved: 1, otherParameters: always })
  })
})

describe('a named place', () => {
  const placeOf = (x: number) => (x < 500 ? 'west' : 'east')

  test('survives as that place only', () => {
    const reports = row('abcdefabcdef', 10, 0)
    const run = (place: string | null) => stabilityOf(reports, [hotspotOf(reports, place)], { ...options, placeOf })[0]

    expect(run('west')).toEqual({ moved: 1, withoutOneChild: true, otherParameters: always })
    expect(run('east')).toEqual({ moved: 0, withoutOneChild: false, otherParameters: never })
    expect(run(null)).toEqual({ moved: 0, withoutOneChild: false, otherParameters: never })
  })

  test('holds its reports however far apart they lie, while they are in it', () => {
    const reports = row('abcdef', 99, 0)
    const run = (accuracyMetres: number) => {
      const rough = reports.map((report) => ({ ...report, accuracyMetres }))
      return stabilityOf(rough, [hotspotOf(rough, 'west')], { ...options, placeOf })[0]!.moved
    }
    expect(run(1)).toBe(1)
    expect(run(2_000)).toBeLessThan(0.6)
  })
})

test('runs, accuracies and hotspots that make no sense are refused', () => {
  const reports = row('abc', 1)
  const run = (given: StabilityReport[], members: number[], runs: number) => () =>
    stabilityOf(given, [{ place: null, reports: members }], { ...options, runs })
  expect(run(reports, [0], 0)).toThrow(new RangeError('expected runs to be a whole number of at least 1, got 0'))
  expect(run([at(0, 'a', -1)], [0], 1)).toThrow(
    new RangeError('expected an accuracy of at least 0 m, got -1 at index 0'),
  )
  expect(run(reports, [], 1)).toThrow(new RangeError('expected a hotspot to have reports, got none'))
  expect(run(reports, [3], 1)).toThrow(new RangeError('expected reports from 0 to 2, got 3'))
})
