import { ACTION } from '../actions/lifecycle.ts'
import type { Lifecycle, Thing } from '../lifecycle.ts'
import { MEASURES } from '../measures/lifecycle.ts'
import { PATROLS } from '../patrols/lifecycle.ts'
import { PLANS } from '../plans/lifecycle.ts'
import { REFERRAL } from '../referrals/lifecycle.ts'
import { REVIEW } from '../reviews/lifecycle.ts'

type Words = Pick<Lifecycle<string, string>, 'called' | 'states'>

/** All but the meetings, whose own steps are not told beside their pack. */
const THINGS: Record<Exclude<Thing, 'meeting'>, Words> = {
  review: REVIEW,
  plan: PLANS,
  measure: MEASURES,
  referral: REFERRAL,
  patrol: PATROLS,
  action: ACTION,
}

/** Such as “A place: confirmed”. */
export const stepWords = (thing: Exclude<Thing, 'meeting'>, state: string): string => {
  const { called, states } = THINGS[thing]
  return `${called}: ${(states[state] ?? state).toLowerCase()}`
}
