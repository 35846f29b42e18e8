import { randomFrom } from './random.ts'

/**
 * Invented children whose counts are the seed's. The seed doesn't say which child has which gender, nor anything of the placements of
 * those outside its list of twelve: who is who here is arbitrary.
 */
export type Child = {
  /** `DEMO-C-0001` up: the number is the rank by episodes in period A; those of period B alone come after. */
  sourceId: string
  gender: 'male' | 'female' | 'transgender'
  placementLabel: string
  placementLocation: 'IN' | 'OUT'
  /** The authority that the child is placed in. */
  hostAuthority: string
  episodesInA: number
  episodesInB: number
}

/** The seed's twelve most often missing: episodes, placement label verbatim, and where out of area the (invented) host. */
const TOP_TWELVE: readonly (readonly [number, string, string?])[] = [
  [54, 'Unregulated and Semi Independent'],
  [49, 'Residential and Placed Out of Area', 'Nottingham'],
  [43, 'Semi independent'],
  [38, 'Semi independent'],
  [32, 'Foster care'],
  [28, 'Placed Out of Area/Independent residential and semi-independent', 'Derbyshire'],
  [27, 'Placed Out of Area', 'Birmingham'],
  [27, 'Derby City residential'],
  [22, 'Placed Out of Area', 'Staffordshire'],
  [22, 'Foster Care/Placed out of Area', 'Leicester'],
  [22, 'Semi independent'],
  [22, 'Semi Independent'],
]

const OTHER_PERSISTENT = [
  13, 13, 13, 13, 12, 12, 12, 12, 12, 11, 10, 9, 8, 8, 7, 7, 6, 6, 5, 5, 5, 4, 4, 4, 4, 4, 4, 3, 3, 3,
]
const repeated = (times: number, value: number): number[] => Array.from({ length: times }, () => value)

/** Episodes of each child of period A, most first: 89 values, 684 in all. */
export const EPISODES_IN_A = [
  ...TOP_TWELVE.map(([count]) => count),
  ...OTHER_PERSISTENT,
  ...repeated(19, 2),
  ...repeated(28, 1),
]

/** Of period B the seed gives only the sums (69 children, 525 episodes): these values are invented. */
const TOP_OF_B = [40, 36, 33, 29, 26, 24, 21, 20, 19, 18, 17, 16, 13, 13, 12, 11, 11, 10, 10]
const MIDDLE_OF_B = [9, 9, 8, 8, 7, 7, 6, 6, 5, 5, 4, 4, 3, 3]
export const EPISODES_IN_B = [...TOP_OF_B, ...MIDDLE_OF_B, ...repeated(26, 2), ...repeated(10, 1)]

/** How many children of period B are also in period A: not in the seed, an assumption. */
export const CHILDREN_IN_BOTH = 31

const TRANSGENDER_EPISODES = [43, 38, 10, 1]
const GIRLS = { children: 37, episodes: 256 }

/** Which of the values are the girls': any split of the size whose sum is right, reached by swapping pairs of a random one. */
const chooseGirls = (values: readonly number[], order: readonly number[]): Set<number> => {
  const girls = order.slice(0, GIRLS.children)
  const boys = order.slice(GIRLS.children)
  const value = (index: number | undefined) => values[index ?? -1] ?? 0
  for (;;) {
    const short = GIRLS.episodes - girls.reduce((sum, index) => sum + value(index), 0)
    if (short === 0) return new Set(girls)
    const swaps = girls.flatMap((girl, i) =>
      boys.map((boy, j) => ({ i, j, girl, boy, left: Math.abs(short - (value(boy) - value(girl))) })),
    )
    const best = swaps.reduce((a, b) => (b.left < a.left ? b : a))
    if (best.left >= Math.abs(short)) throw new Error("The seed's episodes by gender can't be reached by swapping.")
    girls[best.i] = best.boy
    boys[best.j] = best.girl
  }
}

const gendersOfPeriodA = (seed: number): Child['gender'][] => {
  const random = randomFrom(seed, 'genders')
  const transgender = new Set(TRANSGENDER_EPISODES.map((count) => EPISODES_IN_A.indexOf(count)))
  const others = EPISODES_IN_A.map((_, index) => index).filter((index) => !transgender.has(index))
  const girls = chooseGirls(EPISODES_IN_A, random.shuffle(others))
  return EPISODES_IN_A.map((_, index) =>
    transgender.has(index) ? 'transgender' : girls.has(index) ? 'female' : 'male',
  )
}

const LABELS = [
  ['Foster care', 34],
  ['Derby City residential', 24],
  ['Semi independent', 18],
  ['Residential', 12],
  ['Placed Out of Area', 12],
] as const
const HOSTS = ['Derbyshire', 'Nottingham', 'Staffordshire', 'Leicester', 'Birmingham']

/** All the demo's children, those of period A first, by rank. */
export const makeChildren = (seed: number): Child[] => {
  const random = randomFrom(seed, 'children')
  const genders = gendersOfPeriodA(seed)
  const inB = random.shuffle(EPISODES_IN_B)
  const inBoth = new Set(random.shuffle(EPISODES_IN_A.map((_, index) => index)).slice(0, CHILDREN_IN_BOTH))
  const children = EPISODES_IN_A.length + EPISODES_IN_B.length - CHILDREN_IN_BOTH

  return Array.from({ length: children }, (_, index) => {
    const isOfA = index < EPISODES_IN_A.length
    const listed = TOP_TWELVE[index]
    const label = listed?.[1] ?? random.weighted(LABELS)
    const host = listed ? listed[2] : label === 'Placed Out of Area' ? random.pick(HOSTS) : undefined
    return {
      sourceId: `DEMO-C-${String(index + 1).padStart(4, '0')}`,
      gender:
        genders[index] ??
        random.weighted([
          ['male', 36],
          ['female', 33],
        ] as const),
      placementLabel: label,
      placementLocation: host ? 'OUT' : 'IN',
      hostAuthority: host ?? 'Derby',
      episodesInA: EPISODES_IN_A[index] ?? 0,
      episodesInB: !isOfA || inBoth.has(index) ? (inB.pop() ?? 0) : 0,
    }
  })
}
