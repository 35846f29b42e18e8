import type { ChangeReason, Difference, ExactDifference, Reason } from './schema.ts'

/** An occurrence (or an episode) that one of two packs counted, or both. */
export interface Counted {
  /** Its local day as it is recorded now, YYYY-MM-DD. */
  day: string
  childId: string | null
  /** Where the pack before and this one counted it; null: nowhere. */
  before: string | null
  after: string | null
  /** Whether any report of it was there when the month before was read. */
  wasKnown: boolean
  /** What was done since to its reports: kinds of revision. */
  changes: readonly string[]
}

export interface Compared {
  /** The first day that the month before did not reach. */
  beforeTo: string
  /** The first day of these twelve months. */
  afterFrom: string
  /** Whether the policy, or else the version of the method, is another one by now. */
  otherwise: 'method' | 'version' | null
}

/** Between two runs each reading of a number has one cause. */
type Cause = 'newData' | 'lateData' | 'left' | ChangeReason

/**
 * A number of one pack and the next explained by membership, so that the parts add up whatever came, moved or went.
 * @param members what stands here in either pack
 * @param before what the pack before counted here, and `after` this one: where rows were deleted since, they are more than the members
 */
export const differenceOf = (
  members: readonly Counted[],
  { before, after }: { before: number; after: number },
  isHere: (where: string) => boolean,
  compared: Compared,
): ExactDifference => {
  const causesIn: Cause[] = []
  const causesOut: Cause[] = []
  let [stoodBefore, standsNow] = [0, 0]
  for (const member of members) {
    const [was, is] = [member.before !== null && isHere(member.before), member.after !== null && isHere(member.after)]
    stoodBefore += Number(was)
    standsNow += Number(is)
    if (is && !was) causesIn.push(causeOfComing(member, compared))
    if (was && !is) causesOut.push(causeOfGoing(member, compared))
  }
  // Rows that are not there any more: what one side lacks beside the other.
  const deleted = after - standsNow - (before - stoodBefore)
  if (deleted > 0) causesIn.push(...Array.from({ length: deleted }, () => 'deleted' as const))
  else causesOut.push(...Array.from({ length: -deleted }, () => 'deleted' as const))
  return { before, after, ...partsOf(causesIn, causesOut), changed: changedOf([...causesIn, ...causesOut]) }
}

/** As `differenceOf`, in children: a child that is new here came with its first report, one that is gone went with its last. */
export const childDifferenceOf = (
  members: readonly Counted[],
  { before, after }: { before: number; after: number },
  isHere: (where: string) => boolean,
  compared: Compared,
): Difference => {
  const perChild = new Map<string, Counted[]>()
  for (const member of members)
    if (member.childId !== null) perChild.set(member.childId, [...(perChild.get(member.childId) ?? []), member])
  const children = [...perChild.values()].map((own): Counted => {
    const was = own.filter((member) => member.before !== null && isHere(member.before))
    const is = own.filter((member) => member.after !== null && isHere(member.after))
    return mostTelling(is.length > 0 ? is : was, {
      before: was[0]?.before ?? null,
      after: is[0]?.after ?? null,
      compared,
    })
  })
  const { changed: _changed, ...difference } = differenceOf(children, { before, after }, isHere, compared)
  return difference
}

/** The report that says why a child came or went: what came anew before what came late, what was changed before what grew old. */
const mostTelling = (
  own: readonly Counted[],
  { before, after, compared }: { before: string | null; after: string | null; compared: Compared },
): Counted => {
  const causeOf = (member: Counted) =>
    after === null ? causeOfGoing(member, compared) : causeOfComing(member, compared)
  const order = (member: Counted) => {
    const cause = causeOf(member)
    if (cause === 'newData') return 0
    if (cause === 'lateData') return 1
    return cause === 'left' ? 3 : 2
  }
  const [first] = own.toSorted((a, b) => order(a) - order(b))
  return { ...first!, before, after }
}

const causeOfComing = (member: Counted, compared: Compared): Cause => {
  if (member.before !== null) return whyChanged(member, compared)
  if (member.day >= compared.beforeTo) return 'newData'
  return member.wasKnown ? whyChanged(member, compared) : 'lateData'
}

const causeOfGoing = (member: Counted, compared: Compared): Cause => {
  if (member.after !== null) return whyChanged(member, compared)
  return member.day < compared.afterFrom ? 'left' : whyChanged(member, compared)
}

/** What a person or a file did to it comes before what the method does otherwise. */
const whyChanged = ({ changes }: Counted, { otherwise }: Compared): ChangeReason => {
  if (changes.some((change) => change === 'joined' || change === 'separated')) return 'joined'
  if (changes.some((change) => change === 'placed' || change === 'set_aside')) return 'placed'
  return changes.length > 0 ? 'corrected' : (otherwise ?? 'grouped')
}

const isChange = (cause: Cause): cause is ChangeReason =>
  cause !== 'newData' && cause !== 'lateData' && cause !== 'left'

const partsOf = (causesIn: readonly Cause[], causesOut: readonly Cause[]) => ({
  newData: causesIn.filter((cause) => cause === 'newData').length,
  lateData: causesIn.filter((cause) => cause === 'lateData').length,
  changedIn: causesIn.filter(isChange).length,
  changedOut: causesOut.filter(isChange).length,
  left: causesOut.filter((cause) => cause === 'left').length,
})

const changedOf = (causes: readonly Cause[]) => {
  const changes = causes.filter(isChange)
  return [...new Set(changes)].toSorted().map((why) => ({ why, count: changes.filter((one) => one === why).length }))
}

/** The causes of a difference in words, as partners (G2) are told them. */
export const reasonsOf = (differences: readonly Difference[]): Reason[] => {
  const has = (part: 'newData' | 'lateData' | 'changedIn' | 'changedOut' | 'left') =>
    differences.some((difference) => difference[part] > 0)
  return [
    ...(has('newData') ? (['new data'] as const) : []),
    ...(has('lateData') ? (['late data'] as const) : []),
    ...(has('changedIn') || has('changedOut') ? (['changed'] as const) : []),
    ...(has('left') ? (['left the twelve months'] as const) : []),
  ]
}
