import type { Random } from './random.ts'

export type Basis = 'found' | 'disclosed' | 'sighted' | 'suspected' | 'frequented'

/** What is known of the episode that bears on who tells of a place. */
export type Circumstances = {
  foundBy?: string | undefined
  isInterviewHeld: boolean
  isFirst: boolean
  isPrivateAddress: boolean
}

const FINDERS = new Set(['police', 'carer', 'social_worker', 'youth_worker', 'public'])

export const drawBasis = (random: Random, { foundBy, isFirst, isPrivateAddress }: Circumstances): Basis => {
  if (isFirst && FINDERS.has(foundBy ?? '') && random.chance(0.92)) return 'found'
  return random.weighted([
    ['disclosed', 40],
    ['sighted', isPrivateAddress ? 4 : 17],
    ['suspected', isPrivateAddress ? 55 : 28],
    ['frequented', isPrivateAddress ? 6 : 12],
  ] as const)
}

const finderSources: Readonly<Record<string, string>> = {
  police: 'police_found_report',
  carer: 'residential_staff',
  social_worker: 'social_worker',
  youth_worker: 'youth_worker',
  public: 'public',
}

/** Who reported it: a disclosure is told in a return interview only where one was held. */
export const drawSource = (random: Random, basis: Basis, circumstances: Circumstances): string => {
  const { foundBy, isInterviewHeld } = circumstances
  if (basis === 'found') return finderSources[foundBy ?? ''] ?? 'police_found_report'
  if (basis === 'disclosed') {
    const told = isInterviewHeld ? 80 : 0
    return random.weighted([
      ['return_interview', told],
      ['prevention_interview', 14],
      ['social_worker', 6],
    ] as const)
  }
  if (basis === 'sighted')
    return random.weighted([
      ['partner_cctv', 38],
      ['public', 22],
      ['youth_worker', 18],
      ['police_intel', 14],
      ['school', 8],
    ] as const)
  if (basis === 'suspected')
    return random.weighted([
      ['police_intel', 44],
      ['social_worker', 28],
      ['residential_staff', 28],
    ] as const)
  return random.weighted([
    ['carer_philomena', 72],
    ['social_worker', 18],
    ['youth_worker', 10],
  ] as const)
}

/** The columns of a report's row that grade and guard it (the police's 3x5x2). */
export type Grading = {
  source_eval?: number
  info_assess?: string
  handling: 'P' | 'C'
  handling_conditions?: string
  controller_agency: string
}

const CONDITIONS = "Not beyond the police and children's social care without asking the originator."

export const drawGrading = (random: Random, source: string, force: string): Grading => {
  const isPolice = source.startsWith('police_')
  const controller_agency = isPolice ? force : 'Derby City Council'
  if (source === 'police_found_report') return { source_eval: 1, info_assess: 'A', handling: 'P', controller_agency }
  const graded = {
    source_eval: random.weighted([
      [1, 20],
      [2, 68],
      [3, 12],
    ] as const),
    info_assess: random.weighted([
      ['A', 6],
      ['B', 26],
      ['C', 22],
      ['D', 38],
      ['E', 8],
    ] as const),
  }
  if (!isPolice) return { ...(random.chance(0.6) ? graded : {}), handling: 'P', controller_agency }
  const guarded = random.chance(0.15)
  if (!guarded) return { ...graded, handling: 'P', controller_agency }
  return { ...graded, handling: 'C', handling_conditions: CONDITIONS, controller_agency }
}

export const drawConcerns = (random: Random): string =>
  random.weighted([
    ['', 46],
    ['cce', 13],
    ['cse', 11],
    ['substance', 10],
    ['cce;county_lines', 7],
    ['serious_violence', 3],
    ['substance;cse', 3],
    ['self_harm', 2],
    ['none', 5],
  ] as const)
