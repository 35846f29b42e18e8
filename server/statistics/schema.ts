/** The words that the methods speak in: what they say stands in their own files. */

export const CHANGE_WORDS = ['worsening', 'improving', 'no clear change', 'too few to tell'] as const
export type ChangeWord = (typeof CHANGE_WORDS)[number]

export const TREND_CLASSES = [
  'new',
  'emerging',
  'persistent',
  'diminishing',
  'lapsed',
  'never hot',
  'intermittent',
] as const
export type TrendClass = (typeof TREND_CLASSES)[number]
