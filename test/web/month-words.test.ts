import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec'
import { describe, expect, test } from 'vitest'
import type { FoundHotspot, NewClusters, ReportCluster } from '../../server/findings/schema.ts'
import { colourOf } from '../../web/hotspots/steps.ts'
import { hotspotLayers, HOTSPOTS, RANKS } from '../../web/map/hotspot-layers.ts'
import { sketchStyle } from '../../web/map/style.ts'
import { SURFACE, surfaceLayers } from '../../web/map/surface-layers.ts'
import { NO_REPORT, theme } from '../../web/map/theme.ts'
import { monthSteps, shownCount } from '../../web/month/month-steps.ts'
import {
  chanceSentence,
  clusterSentence,
  earlierClusters,
  likeliestByChance,
  liveClusters,
} from '../../web/month/new-cluster-words.ts'

const cluster = (given: Partial<ReportCluster> = {}): ReportCluster => ({
  names: ['Derbion'],
  hotspotIds: [],
  from: '2023-06-02',
  lastDay: '2023-06-20',
  reports: 12,
  children: 5,
  expected: 2.13,
  p: 0.02,
  isLive: true,
  ...given,
})
const answer = (...clusters: ReportCluster[]): NewClusters => ({
  maxRadiusMetres: 1000,
  maxDays: 30,
  replications: 999,
  events: 300,
  clusters,
})

describe('is there a new cluster?', () => {
  test('only what reaches into the last 30 days and chance does not explain', () => {
    const live = cluster()
    const over = cluster({ isLive: false })
    const chance = cluster({ p: 0.051 })

    expect(liveClusters(answer(live, over, chance))).toEqual([live])
    expect(earlierClusters(answer(live, over, chance))).toEqual([over])
    expect(likeliestByChance(answer(live, over, chance))).toBe(chance)
  })

  test('it is told with where, how many of how many children, when, and how many would be expected', () => {
    expect(clusterSentence(cluster())).toBe(
      'Derbion: 12 reports of 5 children between 2 and 20 Jun 2023, where about 2.1 would be expected.',
    )
  })

  test('of two days what they share is said once', () => {
    expect(clusterSentence(cluster({ from: '2023-05-27' }))).toContain('between 27 May and 20 Jun 2023')
    expect(clusterSentence(cluster({ from: '2022-12-27' }))).toContain('between 27 Dec 2022 and 20 Jun 2023')
    expect(clusterSentence(cluster({ from: '2022-06-20' }))).toContain('between 20 Jun 2022 and 20 Jun 2023')
  })

  test('few reports are called few, and next to none expected is said in words', () => {
    expect(clusterSentence(cluster({ reports: 3, expected: 0.04, lastDay: '2023-06-02' }))).toBe(
      'Derbion: 3 reports of 5 children on 2 Jun 2023, where hardly any would be expected. That is few reports.',
    )
  })

  test('a spot without a name is one among others, and many places are not all named', () => {
    expect(clusterSentence(cluster({ names: ['Derbion', 'A spot near River Gardens'] }))).toMatch(
      /^Derbion and a spot near River Gardens: /,
    )
    expect(clusterSentence(cluster({ names: ['A', 'B', 'C', 'D', 'E'] }))).toMatch(/^A, B, C and 2 more places: /)
  })

  test('chance is told in counts of shuffles, then in words', () => {
    const said = (p: number) => chanceSentence(cluster({ p }), answer())

    expect(said(0.02)).toBe('Chance alone brought as much 19 times in 999 shuffles of the dates, fewer than 1 in 20.')
    expect(said(0.001)).toMatch(/never in 999 shuffles of the dates, fewer than 1 in 100\.$/)
    expect(said(0.002)).toMatch(/once in 999 shuffles of the dates, fewer than 1 in 100\.$/)
    expect(said(0.218)).toMatch(/217 times in 999 shuffles of the dates, more than 1 in 20\.$/)
  })
})

describe('one month alone', () => {
  const hotspot = (...reports: number[]) =>
    ({
      reports: reports.reduce((sum, count) => sum + count, 0),
      children: 9,
      findings: { months: reports.map((count, i) => ({ month: `2023-0${i + 1}`, reports: count, children: count })) },
    }) as FoundHotspot

  test('its classes are the same over all months, and no report is a class of its own', () => {
    const steps = monthSteps([hotspot(0, 1, 12), hotspot(3, 7, 0)])

    expect(steps.map(({ words }) => words)).toEqual(['none', '1', '2 to 4', '5 to 9', '10 or more'])
    expect([0, 1, 4, 9, 12].map((count) => colourOf(steps, count))).toEqual([NO_REPORT, 0, 1, 2, 3])
  })

  test('without a month all twelve are counted; a month that is not the run’s has none', () => {
    expect(shownCount(hotspot(2, 5), undefined)).toEqual({ reports: 7, children: 9 })
    expect(shownCount(hotspot(2, 5), '2023-02')).toMatchObject({ reports: 5, children: 5 })
    expect(shownCount(hotspot(2, 5), '1999-01')).toEqual({ reports: 0, children: 0 })
  })
})

test('the surfaces are layers of a valid style, under the hotspots and never a heatmap', () => {
  const style = sketchStyle('http://127.0.0.1/api/map/sketch.geojson', theme)
  const nothing = { type: 'geojson' as const, data: { type: 'FeatureCollection' as const, features: [] } }
  Object.assign(style.sources, { [HOTSPOTS]: nothing, [RANKS]: nothing, [SURFACE]: nothing })
  style.layers.push(...surfaceLayers(theme), ...hotspotLayers(theme))

  expect(validateStyleMin(style)).toEqual([])
  expect(surfaceLayers(theme).map(({ type }) => type)).toEqual(['fill', 'fill', 'line'])
})
