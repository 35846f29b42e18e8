/** What the latest visits of which it is said what was done come to: five at most. */
export interface Recent {
  recentVisits: number
  /** People spoken to and safeguarding actions. */
  recentWelfare: number
  /** Stops and searches and other enforcement. */
  recentEnforcement: number
}

/** One visit is a moment, two are a habit. */
const FEWEST_VISITS = 2

/**
 * Whether what was given out for children's welfare has become enforcement only: of the latest visits (two to five) some enforced, and
 * none spoke to anybody or made anybody safe (methods.md 5).
 */
export const isEnforcementOnly = ({ recentVisits, recentWelfare, recentEnforcement }: Recent): boolean =>
  recentVisits >= FEWEST_VISITS && recentEnforcement > 0 && recentWelfare === 0
