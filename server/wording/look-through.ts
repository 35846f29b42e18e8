/** What nobody sees: soft hyphens, zero-width characters, marks of direction. */
const HIDDEN = /[\p{Cf}\p{DI}]/u
const SOFT_HYPHEN = '\u00AD'
const UNUSUAL = /[\p{Cf}\p{DI}\u2010\u2011\uFE63\uFF01-\uFF5E]|(?! )\p{Zs}/u

export interface LookedThrough {
  text: string
  /** A stretch of it as it stands in the text that was written, and where it begins there, in UTF-16 units. */
  back(at: number, length: number): { phrase: string; at: number }
}

/**
 * A text as it is to be read: without what nobody sees, and with plain blanks, hyphens, letters and figures for those that look like them.
 * @param hidden what stands for a character that nobody sees; a soft hyphen is never a gap
 */
export const lookThrough = (written: string, hidden: '' | ' ' = ''): LookedThrough => {
  if (!UNUSUAL.test(written)) return { text: written, back: (at, length) => stretch(written, at, at + length) }
  const units: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const char of written) {
    const plain = plainOf(char, hidden)
    for (let i = 0; i < plain.length; i++) {
      units.push(plain[i]!)
      starts.push(plain.length === char.length ? at + i : at)
      ends.push(plain.length === char.length ? at + i + 1 : at + char.length)
    }
    at += char.length
  }
  return {
    text: units.join(''),
    back: (from, length) => stretch(written, starts[from]!, ends[from + length - 1]!),
  }
}

/** Whether there may be words that only something hidden keeps apart. */
export const hasHidden = (text: string): boolean => HIDDEN.test(text)

const stretch = (text: string, from: number, to: number) => ({ phrase: text.slice(from, to), at: from })

const plainOf = (char: string, hidden: '' | ' '): string => {
  if (HIDDEN.test(char)) return char === SOFT_HYPHEN ? '' : hidden
  if (!UNUSUAL.test(char)) return char
  if (/\p{Zs}/u.test(char)) return ' '
  if (/\p{Pd}/u.test(char)) return '-'
  return char.normalize('NFKC')
}
