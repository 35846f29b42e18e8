import { FIRST_NAMES, NAMES_THAT_ARE_WORDS } from './first-names.ts'
import { keepOut } from './known-words.ts'

export const IDENTIFYING_KINDS = [
  'reference',
  'phone',
  'email',
  'postcode',
  'registration',
  'birth',
  'address',
  'number',
  'name',
  'initials',
] as const
export type IdentifyingKind = (typeof IDENTIFYING_KINDS)[number]

/** Something in a text that may tell who somebody is. */
export interface Identifying {
  kind: IdentifyingKind
  /** As it stands in the text. */
  phrase: string
  /** Where it begins, in UTF-16 units. */
  at: number
}

const ROADS =
  'road|rd|street|st|lane|ln|avenue|ave|drive|dr|close|crescent|court|ct|way|place|grove|gardens|terrace|walk|mews|hill|square|row|rise|view|green'

/** In the order in which they are looked for: what one of them took is no longer there for the next. */
const PATTERNS: readonly [IdentifyingKind, RegExp][] = [
  ['reference', /\bYP-?\d{3,}\b/gi],
  ['email', /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}/g],
  // A day is an ordinary thing to write; a day of birth is not.
  ['birth', /\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?)[:\s]{1,3}\d{1,4}[/.\s-]\w{1,9}[/.\s-]\d{1,4}\b/gi],
  ['phone', /(?<![\d/.-])(?:(?:\+|00)44[\s-]?(?:\(0\)[\s-]?)?|\(?0)(?:[\s().-]{0,2}\d){9,10}(?!\d)/g],
  ['address', new RegExp(String.raw`\b\d{1,4}[a-z]?,? {1,2}(?:[\p{L}'’-]{2,30} ){1,3}(?:${ROADS})\b`, 'giu')],
  ['postcode', /\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? {0,2}\d[ABD-HJLNP-UW-Z]{2})\b/gi],
  // Since 2001; then with the year's letter first, and last: only in capitals, for roads are called A52 too.
  ['registration', /\b[A-Z]{2}\d{2}[\s-]?[A-Z]{3}\b/gi],
  ['registration', /\b(?:[A-HJ-NPR-TV-Y]\d{1,3}[\s-]?[A-Z]{3}|[A-Z]{3}[\s-]?\d{1,3}[A-HJ-NPR-TV-Y])\b/g],
  ['number', /\b(?:[A-Z]{1,8}-){1,2}\d{3,}\b|\b(?:[A-Z]{1,4}\d{5,10}|\d{6,12})\b/gi],
  ['name', /\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|PC|PCSO|DC|DS|DI|PS|Sgt|Insp)\.? {1,2}\p{Lu}[\p{L}'’-]{1,30}/gu],
  ['name', /\b(?:called|named|nicknamed|known as|aka)[\s:]{1,2}["“'‘]?(?!the\b|a\b)\p{L}[\p{L}'’-]{1,30}/giu],
]

const WORD = /\p{L}[\p{L}'’-]*/gu
/** The second word is only looked at: it may be the first of the next two. */
const PAIR = /(?<![\p{L}\d])(\p{Lu}[\p{Ll}'’-]{1,30})(?= (\p{Lu}[\p{L}'’-]{1,30})(?![\p{L}\d]))/gu
const INITIALS =
  /(?<![\p{L}.])\p{Lu}\. ?\p{Lu}\.?(?![\p{L}])|(?<![\p{L}.])(?![AI] )\p{Lu}\.? \p{Lu}\p{Ll}{2,30}(?![\p{L}])/gu

/**
 * What in a text may tell who somebody is: children's references, names and initials, telephone numbers, addresses, postcodes,
 * registrations, dates of birth, long numbers; in the order in which they stand. It asks, it does not know: a name that is no common
 * one and stands alone is not found, and a street may be taken for a person.
 * @param knownNames names of places, roads and bodies that are nobody's, whatever their case
 */
export const findIdentifying = (text: string, knownNames: Iterable<string> = []): Identifying[] => {
  const found: Identifying[] = []
  let rest = text
  const take = (kind: IdentifyingKind, phrase: string, at: number) => {
    found.push({ kind, phrase: phrase.trim(), at })
    rest = blank(rest, at, phrase.length)
  }
  const takeAll = (
    kind: IdentifyingKind,
    pattern: RegExp,
    isMeant: (match: RegExpMatchArray) => boolean = () => true,
  ) => {
    for (const match of rest.matchAll(pattern)) if (isMeant(match)) take(kind, match[0], match.index!)
  }

  // What can be mistaken for no place stands before the names of places are set aside, and the rest after.
  for (const [kind, pattern] of PATTERNS) takeAll(kind, pattern)
  rest = keepOut(rest, knownNames)
  takeAll('initials', INITIALS)
  let end = 0
  for (const { index, 1: first = '', 2: second = '' } of rest.matchAll(PAIR)) {
    if (index < end || isOrdinary(first) || isOrdinary(second)) continue
    end = index + first.length + 1 + second.length
    take('name', `${first} ${second}`, index)
  }
  takeAll('name', WORD, ([word]) => FIRST_NAMES.has(bare(word)))
  return found.toSorted((a, b) => a.at - b.at)
}

/** Blanks of the same length: what stands after it keeps its place. */
const blank = (text: string, at: number, length: number) =>
  text.slice(0, at) + ' '.repeat(length).replace(/ /g, '\n') + text.slice(at + length)

const bare = (word: string) => word.toLowerCase().replace(/['’]s$/, '')

/** Words that begin sentences or titles and are no part of a name. */
const ORDINARY = new Set(
  `a all an and any ask call cctv close council detached give increase improve install keep let make meet objective officers open outreach patrol
  place places police provide put reduce repair request review ring security send speak street tell use write are around as at before behind between both but by check children contact each evening every find for from groups had has have
  if in into it its later less many most move near never new next no none not of off on once one only or other our outside over people plan please
  school see shops since six some staff still take ten that the their then there these they this those three to two under until up visit visits was we
  were what when where while who why with work workers worker young youth`.split(/\s+/),
)
const isOrdinary = (word: string) => ORDINARY.has(word.toLowerCase()) && !NAMES_THAT_ARE_WORDS.has(word.toLowerCase())
