/** Counts as partners see them: bands, and numbers rounded to five (domain.md 6.4, DC-6). */

/** Children or reports for operational partners (G2), the smallest first. */
export const BANDS = ['3-4', '5-9', '10-14', '15+'] as const
export type Band = (typeof BANDS)[number]

/** Children of the depersonalised list (G3), where there are never fewer than five. */
export const LISTED_BANDS = ['5-9', '10-14', '15+'] as const
export type ListedBand = (typeof LISTED_BANDS)[number]

/** The band of a count of children or reports; null under three, which has none. */
export const bandOf = (count: number): Band | null => {
  if (count < 3) return null
  return count < 5 ? '3-4' : childrenBandG3(count)
}

/** The band of a count of children in the depersonalised list; null under five, which has none. */
export const childrenBandG3 = (count: number): ListedBand | null => {
  if (count < 5) return null
  if (count < 10) return '5-9'
  return count < 15 ? '10-14' : '15+'
}

/** A whole number to the nearest multiple of five. */
export const roundToFive = (count: number): number => Math.round(count / 5) * 5
