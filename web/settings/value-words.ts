const isYesOrNo = (unit: string) => unit.startsWith('yes')

/** “1,000” or “0.4”; “yes” or “no” where that is what it stands for. */
export const valueWords = (value: number, unit: string): string => {
  if (isYesOrNo(unit)) return value === 0 ? 'no' : 'yes'
  return value.toLocaleString('en-GB', { maximumFractionDigits: 4 })
}

/** The unit as it goes on after the value. */
export const unitWords = (unit: string): string => (isYesOrNo(unit) ? '' : unit)
