import { reportsByChild } from '../hotspots/count.ts'
import type { Occurrence } from '../hotspots/occurrence.ts'
import type { PlaceCategory } from '../shared-schema.ts'

/** No policy goes below these (domain.md 6.4, DC-2). */
const SHARED_CHILDREN = 3
const LISTED_CHILDREN = 5
const LISTED_REPORTS = 10

/** Why a hotspot is not shown to operational partners (G2), in the order in which the reasons are asked. */
export const WITHHELD_G2 = ['few_children', 'private_address', 'protected_setting'] as const
export type WithheldG2 = (typeof WITHHELD_G2)[number]

/** Why a hotspot is not in the depersonalised list (G3), in the order in which the reasons are asked. */
export const WITHHELD_G3 = [
  'few_children',
  'few_reports',
  'one_child',
  'suspected_only',
  'private_address',
  'protected_setting',
] as const
export type WithheldG3 = (typeof WITHHELD_G3)[number]

export type Sharing<Why> = { shared: true } | { shared: false; why: Why }

/** What decides who may see a hotspot. */
export interface SharingFacts {
  method: 'place' | 'cluster'
  category: PlaceCategory
  children: number
  reports: number
  found: number
  disclosed: number
  /** Reports of the child with most, and of the two children with most. */
  topChildReports: number
  topTwoReports: number
  /** Within the protected distance of a care home, placement, refuge or school. */
  touchesProtected: boolean
  /** The chair has approved the named place as public in its own right; says nothing of a cluster. */
  isApprovedPublic: boolean
}

/** How many of the reports the one child, and the two children, with most of them give. */
export const topReports = (
  reports: readonly Pick<Occurrence, 'childId'>[],
): Pick<SharingFacts, 'topChildReports' | 'topTwoReports'> => {
  const [first = 0, second = 0] = [...reportsByChild(reports).values()].toSorted((a, b) => b - a)
  return { topChildReports: first, topTwoReports: first + second }
}

/**
 * Whether operational partners (G2) see a hotspot: three children at least, no private address, and no protected setting near
 * unless it is a named place that is approved (DC-2, DC-8, DC-9). That few children give most of the reports does not withhold it.
 * @param minChildren the policy's; it can raise the three, never lower it
 */
export const shareG2 = (facts: SharingFacts, minChildren: number): Sharing<WithheldG2> => {
  if (facts.children < Math.max(SHARED_CHILDREN, minChildren)) return withhold('few_children')
  return sharePlace(facts)
}

/**
 * Whether the depersonalised list (G3) names a hotspot: five children and ten reports at least, not mostly one or two children's,
 * something found or disclosed there, and all that G2 asks (DC-2, DC-3, DC-18). So what G3 lists, G2 sees too.
 * @param minChildren the policy's; it can raise the five, never lower it
 */
export const shareG3 = (facts: SharingFacts, minChildren: number): Sharing<WithheldG3> => {
  if (facts.children < Math.max(LISTED_CHILDREN, minChildren)) return withhold('few_children')
  if (facts.reports < LISTED_REPORTS) return withhold('few_reports')
  if (isDominated(facts)) return withhold('one_child')
  if (facts.found + facts.disclosed === 0) return withhold('suspected_only')
  return sharePlace(facts)
}

const sharePlace = ({
  method,
  category,
  touchesProtected,
  isApprovedPublic,
}: SharingFacts): Sharing<'private_address' | 'protected_setting'> => {
  if (category === 'private_address_area') return withhold('private_address')
  if (touchesProtected && !(method === 'place' && isApprovedPublic)) return withhold('protected_setting')
  return { shared: true }
}

/** One child gives more than half of the reports, or two more than three quarters (DC-3). In whole numbers: the bounds are exact. */
export const isDominated = ({
  reports,
  topChildReports,
  topTwoReports,
}: Pick<SharingFacts, 'reports' | 'topChildReports' | 'topTwoReports'>) =>
  topChildReports * 2 > reports || topTwoReports * 4 > reports * 3

const withhold = <Why extends string>(why: Why): { shared: false; why: Why } => ({ shared: false, why })
