import type { EffectReason, EffectWord } from '../../server/effects/schema.ts'

/** An answer in two or three words, for a list. */
export const effectTitle = ({ word }: { word: EffectWord; reason: EffectReason | null }): string =>
  ({ fewer: 'Fewer than expected', more: 'More than expected', cannot_tell: 'Cannot tell' })[word]

/** One decimal, with a minus that is as wide as a figure. */
export const decimal = (value: number): string => value.toFixed(1).replace('-', '−')
