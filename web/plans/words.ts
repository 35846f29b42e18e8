import type { PlanAnalysis, PlanDetail, PlanState } from '../../server/plans/schema.ts'

/** GOV.UK's tags: what waits stands out, what is over is grey. */
export const STATE_COLOURS: Record<PlanState, string> = {
  draft: 'govuk-tag--light-blue',
  proposed: 'govuk-tag--yellow',
  agreed: 'govuk-tag--turquoise',
  active: 'govuk-tag--green',
  under_review: 'govuk-tag--purple',
  closed_effective: 'govuk-tag--grey',
  closed_no_effect: 'govuk-tag--grey',
  closed_insufficient_data: 'govuk-tag--grey',
  withdrawn: 'govuk-tag--grey',
}

/** The questions that a plan answers, in the order of OSARA, with VOLT and PAT inside. */
export const QUESTIONS: { name: keyof PlanAnalysis; label: string; hint?: string; stage: Stage }[] = [
  { name: 'scanning', stage: 'scanning', label: 'What was looked at, and what did it show?' },
  {
    name: 'victims',
    stage: 'scanning',
    label: 'Who is harmed here?',
    hint: 'Young people together, never one of them.',
  },
  {
    name: 'offenders',
    stage: 'scanning',
    label: 'Who harms, or makes it possible?',
    hint: 'In words such as “adults who buy alcohol for others”. Never a name, a nickname or a vehicle.',
  },
  { name: 'location', stage: 'scanning', label: 'What about the place makes it possible?' },
  { name: 'time', stage: 'scanning', label: 'When?' },
  { name: 'analysis', stage: 'analysis', label: 'Why here, and why then?' },
  { name: 'guardianGap', stage: 'analysis', label: 'Who is missing to look after young people?' },
  { name: 'handlerGap', stage: 'analysis', label: 'Who is missing to hold back those who harm?' },
  { name: 'managerGap', stage: 'analysis', label: 'Who is missing to look after the place?' },
  {
    name: 'assessment',
    stage: 'assessment',
    label: 'What came of the plan?',
    hint: 'Needed before it is closed: what was seen, said and counted.',
  },
  { name: 'lessons', stage: 'assessment', label: 'What was learnt?' },
]

export type Stage = 'scanning' | 'analysis' | 'assessment'

export const STEP_WORDS: Record<string, string> = {
  begin: 'Begun',
  propose: 'Proposed to the group',
  agree: 'Agreed',
  start: 'Started',
  review: 'Review begun',
  extend: 'Extended',
  close_effective: 'Closed: fewer than expected',
  close_no_effect: 'Closed: no effect seen',
  close_insufficient_data: 'Closed: too few to tell',
  withdraw: 'Withdrawn',
}

/** What was just done, in a sentence. */
export const DONE_WORDS: Record<string, string> = {
  propose: 'The plan is proposed. The chair agrees it in the meeting.',
  agree: 'The plan is agreed. Start it when the first measure begins.',
  start: 'The plan is active.',
  review: 'The review has begun. Work out what the counts say, write what came of the plan, then extend or close it.',
  extend: 'The plan is extended.',
  withdraw: 'The plan is withdrawn.',
}
export const doneWords = (step: string): string => DONE_WORDS[step] ?? 'The plan is closed.'

/** The last day of a window whose end is exclusive. */
export const lastDayOf = (to: string): string =>
  new Date(Date.parse(`${to}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

/** Whether a plan says anything of a stage yet. */
export const hasWords = ({ analysis }: PlanDetail, stage: Stage): boolean =>
  analysis !== null && QUESTIONS.some((question) => question.stage === stage && analysis[question.name] !== '')
