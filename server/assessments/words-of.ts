import type { AssessmentInput } from './schema.ts'

const SIDES = ['youngPeople', 'guardianship', 'environment'] as const

/** Every free text of an assessment under its JSON pointer. */
export const wordsOf = (input: AssessmentInput): Record<string, string> => ({
  '/trigger': input.trigger,
  ...Object.fromEntries(
    SIDES.flatMap((side) => [
      [`/${side}/strengths`, input[side].strengths],
      [`/${side}/needs`, input[side].needs],
    ]),
  ),
  '/contextWords': input.contextWords,
  '/youngPeoplesVoice': input.youngPeoplesVoice,
  '/communityViews': input.communityViews,
  ...Object.fromEntries(input.assessors.map((agency, i) => [`/assessors/${i}`, agency])),
  ...Object.fromEntries(
    input.safetyGoals.flatMap(({ goal, measure }, i) => [
      [`/safetyGoals/${i}/goal`, goal],
      [`/safetyGoals/${i}/measure`, measure],
    ]),
  ),
})
