/**
 * What the demo is made to show, by the names that its files use, so that tests and pages can point at it.
 * Everything here is invented: nothing is known about where any child was found.
 */

/** The demo's clock for everything about children and places: nothing in the files is later. */
export const DEMO_CLOCK = '2023-07-11'

/** Both ends are days in London; `to` is the day after the last. The seed's two reporting years. */
export const PERIOD_A = { from: '2022-07-01', to: '2023-07-01' }
export const PERIOD_B = { from: '2021-07-01', to: '2022-07-01' }
/** The days between the seed's last year and the demo's clock. */
export const AFTER_PERIOD_A = { from: '2023-07-01', to: DEMO_CLOCK }

/** Distinct children whose reports a story puts at its place in a month. */
export type MonthlyChildren = Readonly<Record<string, number>>

/** Hot (3 or more children) in each of the last four months, with no report before. */
export const EMERGING = {
  placeName: 'Peartree railway station',
  childrenByMonth: { '2023-03': 4, '2023-04': 4, '2023-05': 5, '2023-06': 6 } satisfies MonthlyChildren,
}

/** Hot through the autumn of 2022, without a report after the year's end. */
export const FADING = {
  placeName: 'University Bus Park',
  lastDay: '2022-12-31',
  childrenByMonth: {
    '2022-03': 3,
    '2022-04': 2,
    '2022-05': 3,
    '2022-06': 3,
    '2022-07': 5,
    '2022-08': 5,
    '2022-09': 4,
    '2022-10': 4,
    '2022-11': 3,
    '2022-12': 3,
  } satisfies MonthlyChildren,
}

/** Many reports, all of one child: a pattern for an individual plan, not a hotspot. */
export const SINGLE_CHILD = { placeName: 'Spondon railway station', childSourceId: 'DEMO-C-0005', reports: 14 }

/** A street at no named place (the spot is invented): 12 reports of 6 children in period A, all within 40 m of the point. */
export const STREET_CLUSTER = {
  longitude: -1.438,
  latitude: 52.9241,
  radiusMetres: 40,
  children: 6,
  reportsPerChild: 2,
}

/** Pairs of reports in which two sources tell of one find: same child and episode, same place, times that overlap. */
export const TOLD_TWICE = { pairsInPeriodA: 8, pairsInPeriodB: 2 }

/** A bus park with a few reports, too few to be a hotspot. */
export const TOO_FEW = { placeName: "St Benedict's Bus Park", reports: 4 }

/** The seed's own places, by its letters; E (private addresses) has no name and no polygon. */
export const SEED_PLACES = {
  A: ['Derbion'],
  B: ['River Gardens'],
  C: ['Derby Bus Station', 'University Bus Park', "St Benedict's Bus Park"],
  D: ['Caxton Park', 'Stockbrook Park', 'Markeaton Park'],
} as const
