import type { Assessment } from '../../server/assessments/schema.ts'

/** The three sides of a neighbourhood assessment (Contextual Safeguarding), and how they are asked. */
export const SIDES = [
  {
    side: 'youngPeople',
    title: 'Young people here',
    strengths: 'What are young people’s strengths here?',
    needs: 'What do young people need here?',
  },
  {
    side: 'guardianship',
    title: 'Guardianship',
    strengths: 'Which adults with a caring intention are here, and when?',
    needs: 'When and where is nobody?',
  },
  {
    side: 'environment',
    title: 'Environment, resources and policy',
    strengths: 'What in the place, its services and its rules protects?',
    needs: 'What in the place, its services and its rules harms or is missing?',
  },
] as const
export type SideName = (typeof SIDES)[number]['side']

/** A proposal of this service: the framework gives no scale. */
export const RATING_WORDS: Record<number, string> = {
  1: 'It protects',
  2: 'More strengths than needs',
  3: 'More needs than strengths',
  4: 'It harms',
}
export const ratingWords = (rating: number): string => `${rating} of 4: ${RATING_WORDS[rating]?.toLowerCase() ?? ''}`

export const HARM_WORDS: Record<Assessment['harmTypes'][number], string> = {
  cse: 'Child sexual exploitation',
  cce: 'Child criminal exploitation',
  county_lines: 'County lines',
  trafficking: 'Trafficking',
  serious_violence: 'Serious violence',
  substance: 'Drugs or alcohol',
  self_harm: 'Self-harm',
  radicalisation: 'Radicalisation',
  other: 'Something else',
}

export const WEIGHT_WORDS: Record<Assessment['contextWeight'], string> = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
}
