import { FIRST_NAMES, NAMES_THAT_ARE_WORDS, SECOND_OF_TWO, SURNAMES_THAT_ARE_WORDS } from './first-names.ts'
import type { IdentifyingKind } from './kinds.ts'
import { keepOut } from './known-words.ts'
import { hasHidden, lookThrough } from './look-through.ts'
import { isAbbreviation, isOrdinary } from './ordinary-words.ts'
import { INITIALS, INITIALS_AFTER_PERSON, NAME_AND_INITIAL, PATTERNS, PUBLIC_PLACE, STREET } from './patterns.ts'

/** Something in a text that may tell who somebody is. */
export interface Identifying {
  kind: IdentifyingKind
  /** As it stands in the text. */
  phrase: string
  /** Where it begins, in UTF-16 units. */
  at: number
}

const WORD = /\p{L}[\p{L}'’-]*/gu
/** The second word is only looked at: it may be the first of the next two. */
const PAIR = /(?<![\p{L}\d])(\p{Lu}[\p{L}'’-]{1,30})(?= (\p{Lu}[\p{L}'’-]{1,30})(?![\p{L}\d]))/gu

/**
 * What in a text may tell who somebody is: children's references, names and initials, telephone numbers, addresses, postcodes,
 * registrations, dates of birth, long numbers, streets; in the order in which they stand. It asks, it does not know: a name that is no common
 * one and stands alone is not found, and a shop may be taken for a person. What nobody sees in a text hides nothing.
 * @param knownNames names of places, roads and bodies that are nobody's, whatever their case
 */
export const findIdentifying = (text: string, knownNames: Iterable<string> = []): Identifying[] => {
  const names = [...knownNames].map((name) => lookThrough(name).text)
  const read = (written: string, hidden: '' | ' ') => {
    const { text: plain, back } = lookThrough(written, hidden)
    return findIn(plain, names).map(({ kind, phrase, at }) => ({ kind, ...back(at, phrase.length) }))
  }
  const found = read(text, '')
  if (!hasHidden(text)) return found
  // What is hidden may stand inside a word, or keep two apart.
  return [...found, ...read(blank(text, found), ' ')].toSorted((a, b) => a.at - b.at)
}

const findIn = (text: string, knownNames: Iterable<string>): Identifying[] => {
  const found: Identifying[] = []
  let rest = text
  const take = (kind: IdentifyingKind, spans: Span[]) => {
    for (const { phrase, at } of spans)
      found.push({ kind, phrase: phrase.trim(), at: at + phrase.length - phrase.trimStart().length })
    rest = blank(rest, spans)
  }

  // What can be mistaken for no place stands before the names of places are set aside, and the rest after.
  for (const [kind, pattern] of PATTERNS) take(kind, spansOf(rest, pattern))
  rest = keepOut(rest, knownNames)
  const places = namedPlaces(rest, PUBLIC_PLACE)
  // A hall may be called after somebody, and somebody Hall.
  const isOfName = ({ phrase }: Span) => isFirstName(phrase.split(' ')[0]!)
  take('name', places.filter(isOfName))
  rest = blank(
    rest,
    places.filter((place) => !isOfName(place)),
  )
  take(
    'street',
    namedPlaces(rest, STREET).filter((street) => !isOfName(street) || !isFamilyName(street.phrase.split(' ').at(-1)!)),
  )
  take('initials', spansOf(rest, INITIALS))
  take(
    'initials',
    spansOf(rest, INITIALS_AFTER_PERSON).filter(({ phrase }) => !isAbbreviation(phrase) && !isOrdinary(phrase)),
  )
  take(
    'name',
    spansOf(rest, NAME_AND_INITIAL).filter(({ phrase }) => !isOrdinary(phrase.split(',')[0]!)),
  )
  take('name', fullNames(rest))
  take(
    'name',
    spansOf(rest, WORD).filter(({ phrase }) => isAlwaysFirstName(phrase)),
  )
  return found.toSorted((a, b) => a.at - b.at)
}

interface Span {
  phrase: string
  at: number
}

const spansOf = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map(({ 0: phrase, index }) => ({ phrase, at: index }))

/** Blanks of the same length, in one pass: what stands after them keeps its place. */
const blank = (text: string, spans: readonly Span[]): string => {
  let end = 0
  const kept = spans.map(({ phrase, at }) => {
    const before = text.slice(end, at)
    end = at + phrase.length
    return before + '\n'.repeat(phrase.length)
  })
  return kept.join('') + text.slice(end)
}

/** Named streets and places, without the words before them that are no part of their name. */
const namedPlaces = (text: string, pattern: RegExp): Span[] =>
  spansOf(text, pattern).flatMap(({ phrase: whole, at }) => {
    const words = whole.split(' ')
    const what = words.pop()!
    const name = words.slice(words.findLastIndex((word, i) => isOrdinary(word) && i < words.length - 1) + 1)
    if (name.every(isOrdinary)) return []
    const phrase = [...name, what].join(' ')
    return [{ phrase, at: at + whole.length - phrase.length }]
  })

const fullNames = (text: string): Span[] => {
  const names: Span[] = []
  let end = 0
  for (const { index, 1: first = '', 2: second = '' } of text.matchAll(PAIR)) {
    if (index < end || !isFullName(first, second)) continue
    names.push({ phrase: `${first} ${second}`, at: index })
    end = index + first.length + 1 + second.length
  }
  return names
}

const isFirstName = (word: string) => isAlwaysFirstName(word) || NAMES_THAT_ARE_WORDS.has(bare(word))

/** “Kayleigh-Mae” is one where either is; “Grace-May”, of two that are words, where both have capitals. */
const isAlwaysFirstName = (word: string): boolean => {
  if (FIRST_NAMES.has(bare(word))) return true
  if (!word.includes('-')) return false
  const parts = word.split('-').filter((part) => part !== '')
  if (parts.some((part) => FIRST_NAMES.has(bare(part)))) return true
  const [first = '', second = ''] = parts
  return (
    parts.length === 2 &&
    parts.every((part) => /^\p{Lu}\p{Ll}/u.test(part)) &&
    !isOrdinary(first) &&
    (SECOND_OF_TWO.has(bare(second)) ||
      (NAMES_THAT_ARE_WORDS.has(bare(first)) && NAMES_THAT_ARE_WORDS.has(bare(second))))
  )
}

const isFamilyName = (word: string) => SURNAMES_THAT_ARE_WORDS.has(bare(word))

/** Two words with capitals that are both no ordinary ones, or a first name and a family name that is a word too. */
const isFullName = (first: string, second: string): boolean => {
  if (isFirstName(first)) return isFamilyName(second) || isFirstName(second) || !isOrdinary(second)
  // What is all in capitals is mostly a short form or a heading.
  return !isOrdinary(first) && !isOrdinary(second) && hasSmall(first) && hasSmall(second)
}

const hasSmall = (word: string) => /\p{Ll}/u.test(word)

const bare = (word: string) => word.toLowerCase().replace(/['’]s$/, '')
