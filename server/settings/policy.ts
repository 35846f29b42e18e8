import { z } from 'zod'

const whole = (least: number, most: number, sentence: string) =>
  z.int(sentence).min(least, sentence).max(most, sentence)

const weight = (basis: string, given: number): PolicySetting => ({
  schema: z
    .number('Give a number from 0 to 1.')
    .min(0, 'Give a number from 0 to 1.')
    .max(1, 'Give a number from 0 to 1.'),
  default: given,
  unit: 'weight',
  says: `How much a report of basis “${basis}” says, in the score, that a child was there.`,
})

const months = (least: number, given: number, says: string): PolicySetting => {
  const sentence = `Give whole months from ${least} to 240.`
  return { schema: whole(least, 240, sentence), default: given, unit: 'months', says }
}

const winding = (way: string, given: number): PolicySetting => ({
  schema: z
    .number('Give a number from 1 to 3.')
    .min(1, 'Give a number from 1 to 3.')
    .max(3, 'Give a number from 1 to 3.'),
  default: given,
  unit: 'times',
  says: `In a shift’s distances, how much longer the way ${way} is than the straight line.`,
})

/** One number that the partnership decides. `says` is what a person reads beside it. */
interface PolicySetting {
  schema: z.ZodType<number>
  default: number
  unit: string
  says: string
}

/** Every policy setting, with the default of methods.md: proposals until the partnership has agreed its own. */
export const POLICY_SETTINGS = {
  epsMetres: {
    schema: whole(25, 1000, 'Give whole metres from 25 to 1,000.'),
    default: 150,
    unit: 'metres',
    says: 'Reports at no named place belong to one cluster when they lie this close together.',
  },
  minPoints: {
    schema: whole(2, 100, 'Give a whole number from 2 to 100.'),
    default: 5,
    unit: 'reports',
    says: 'A place or a cluster needs at least this many reports to be a hotspot.',
  },
  minChildren: {
    schema: whole(3, 100, 'Give a whole number from 3 to 100: under 3 children a hotspot would tell of a child.'),
    default: 3,
    unit: 'children',
    says: 'A hotspot needs at least this many different children; fewer are listed apart.',
  },
  likelyDuplicateMetres: {
    schema: whole(0, 1000, 'Give whole metres from 0 to 1,000.'),
    default: 50,
    unit: 'metres',
    says: 'Two reports of one child at overlapping times may tell of one occurrence when they lie this close together.',
  },
  weightFound: weight('found', 1),
  weightDisclosed: weight('disclosed', 0.9),
  weightSighted: weight('sighted', 0.7),
  weightSuspected: weight('suspected', 0.4),
  weightFrequented: weight('frequented', 0.2),
  reportsCountedPerChild: {
    schema: whole(1, 100, 'Give a whole number from 1 to 100.'),
    default: 3,
    unit: 'reports',
    says: 'In the score, one child counts at most this often at one place: its many reports describe the child, not the place.',
  },
  halfLifeDays: {
    schema: whole(7, 3650, 'Give whole days from 7 to 3,650.'),
    default: 90,
    unit: 'days',
    says: 'In the score, a report weighs half as much after this many days.',
  },
  protectedMetres: {
    schema: whole(0, 1000, 'Give whole metres from 0 to 1,000.'),
    default: 100,
    unit: 'metres',
    says: 'A hotspot this close to a care home, a placement, a refuge or a school is withheld from partners.',
  },
  candidateMonths: {
    schema: whole(1, 24, 'Give whole months from 1 to 24.'),
    default: 3,
    unit: 'months',
    says: 'A hotspot that nobody has reviewed for this long, and that is not shown any more, lapses.',
  },
  safePlaceMetres: {
    schema: whole(50, 5000, 'Give whole metres from 50 to 5,000.'),
    default: 400,
    unit: 'metres',
    says: 'A safe place or a guardian counts for a hotspot this close to it: a walk of about five minutes.',
  },
  patrolValidDays: {
    schema: whole(1, 90, 'Give whole days from 1 to 90.'),
    default: 28,
    unit: 'days',
    says: 'A patrol task expires this long after it was given out, so that each is justified anew.',
  },
  patrolWindingWalking: winding('on foot', 1.3),
  patrolWindingDriving: winding('by car', 1.4),
  oneTimeCodeRequired: {
    schema: whole(0, 1, 'Give 1 for yes or 0 for no.'),
    default: 0,
    unit: 'yes (1) or no (0)',
    says: 'Everybody who signs in with a password here needs a one-time code as well.',
  },
  // As long as the twelve months that hotspots are found in, at the least.
  retainReportMonths: months(
    13,
    24,
    'Location reports and episodes are deleted this long after the episode ended; monthly counts by place are kept.',
  ),
  retainSuspectedMonths: months(
    1,
    12,
    'Reports that are only suspected, or graded D or E, are deleted after this long; monthly counts by place are kept.',
  ),
  retainChildMonths: months(
    1,
    6,
    'A child of whom no report and no episode is left is forgotten, reference and all, once it was known this long.',
  ),
  retainMeetingMonths: months(
    12,
    72,
    'Meetings with their minutes, and actions, plans, referrals and patrols that are over, are kept this long.',
  ),
  retainExportMonths: months(1, 12, 'Files that were made for partners are kept this long.'),
  retainLogMonths: months(12, 72, 'Lines of the access log are deleted after this long, the oldest first.'),
} satisfies Record<string, PolicySetting>

export type PolicyName = keyof typeof POLICY_SETTINGS
export type Policy = Record<PolicyName, number>

export const POLICY_NAMES = Object.keys(POLICY_SETTINGS) as PolicyName[]

/** True where there is a policy setting of that name. */
export const isPolicyName = (name: unknown): name is PolicyName =>
  typeof name === 'string' && Object.hasOwn(POLICY_SETTINGS, name)

/** The policy that stored values give: the default where there is none, or where an older version stored what is not allowed now. */
export const policyFrom = (stored: readonly { name: string; value: unknown }[]): Policy => {
  const policy = Object.fromEntries(POLICY_NAMES.map((name) => [name, POLICY_SETTINGS[name].default])) as Policy
  for (const { name, value } of stored) {
    if (!isPolicyName(name)) continue
    const parsed = POLICY_SETTINGS[name].schema.safeParse(value)
    if (parsed.success) policy[name] = parsed.data
  }
  return policy
}
