import { scopeOf } from '../access/matrix.ts'
import type { Person } from '../access/person.ts'
import type { Db } from '../db.ts'
import { wordsRefused, wordsToCheck } from '../errors.ts'
import type { ProblemDetail } from '../problem.ts'
import type { Secrets } from '../secrets.ts'
import { findIdentifying, type Identifying } from './find-identifying.ts'
import type { IdentifyingKind } from './kinds.ts'
import { lookThrough } from './look-through.ts'
import * as store from './store.ts'

/** What the writer is asked of each kind. */
const ASKED: Record<IdentifyingKind, string> = {
  reference: 'looks like a child’s reference.',
  phone: 'looks like a telephone number.',
  email: 'looks like an email address.',
  postcode: 'is a postcode: it may lead to a home.',
  registration: 'looks like a vehicle’s registration.',
  birth: 'looks like a date of birth.',
  address: 'looks like an address.',
  number: 'looks like a number of a case or a person.',
  street: 'is a street: keep it where it is the place itself, not where somebody lives.',
  name: 'may be somebody’s name.',
  initials: 'may be somebody’s initials.',
}

/** What is said of what nobody can keep. */
const REFUSED: Partial<Record<IdentifyingKind, string>> = {
  reference: 'is a child’s reference. It cannot stand in a text that partners read: take it out.',
  number: 'is a number of a case, or looks like one. It cannot stand in a text that partners read: take it out.',
}

/** What somebody has looked at and kept is remembered for them only. */
const OF_ONE_WRITER: readonly IdentifyingKind[] = ['name', 'initials']

interface Writing {
  secrets: Pick<Secrets, 'hashPhrase' | 'hashSourceId'>
  person: Pick<Person, 'id' | 'name' | 'role'>
  now: Date
}

/**
 * Asks before a text is kept that partners read: names, numbers and addresses in it have to be looked at by the writer first. What was
 * looked at once is not asked again, a name or initials not of the same writer; it is remembered as a keyed hash, never in clear.
 * @param fields each text under its JSON pointer; null and undefined have none @param checkedWords the phrases that the writer keeps
 * @throws a 422 problem `words-to-check` with each phrase; `words-refused` where one is a child's reference or a number of a case, which nobody can keep
 */
export const checkWording = async (
  db: Db,
  { secrets, person, now }: Writing,
  fields: Record<string, string | null | undefined>,
  checkedWords: readonly string[] = [],
): Promise<void> => {
  const texts = Object.entries(fields).filter((field): field is [string, string] => Boolean(field[1]?.trim()))
  if (texts.length === 0) return
  const names = (await store.knownNames(db, {})).map(({ name }) => name)
  const found = texts.flatMap(([pointer, text]) => findIdentifying(text, names).map((one) => ({ pointer, ...one })))
  if (found.length === 0) return

  const caseNumbers = await caseNumbersIn(db, found, { secrets, person })
  const refused = found.filter(({ kind, phrase }) => kind === 'reference' || caseNumbers.has(phrase))
  if (refused.length > 0) throw wordsRefused(onceEach(refused).map((one) => toDetail(one, REFUSED[one.kind])))

  // Who has looked at a name answers for that one of the name: another writer may mean another.
  const digestOf = ({ kind, phrase }: Identifying) =>
    secrets.hashPhrase(OF_ONE_WRITER.includes(kind) ? `${person.id} ${readable(phrase)}` : readable(phrase))
  const known = new Set((await store.remembered(db, { digests: found.map(digestOf) })).map(({ digest }) => digest))
  const unknown = found.filter((one) => !known.has(digestOf(one).toString('hex')))
  const keyOf = (phrase: string) => secrets.hashPhrase(readable(phrase)).toString('hex')
  const kept = new Set(checkedWords.map(keyOf))
  const asked = unknown.filter(({ phrase }) => !kept.has(keyOf(phrase)))
  if (asked.length > 0) throw wordsToCheck(onceEach(asked).map((one) => toDetail(one)))

  if (unknown.length > 0)
    await store.remember(db, {
      digests: unknown.map(digestOf),
      kinds: unknown.map(({ kind }) => kind),
      by: person.name,
      at: now,
    })
}

type Found = Identifying & { pointer: string }

const toDetail = ({ pointer, phrase, kind }: Found, says = ASKED[kind]): ProblemDetail => ({
  pointer,
  phrase,
  detail: `“${phrase}” ${says}`,
})

/**
 * The numbers among what was found that nobody can keep. Whoever may read every child is told of those that are a child's or an episode's;
 * to anybody else that would say which numbers are known here, so for them it is every number that looks like one.
 */
const caseNumbersIn = async (
  db: Db,
  found: readonly Identifying[],
  { secrets, person }: Pick<Writing, 'secrets' | 'person'>,
): Promise<ReadonlySet<string>> => {
  const numbers = found.filter(({ kind }) => kind === 'number').map(({ phrase }) => phrase)
  if (numbers.length === 0 || scopeOf(person.role, 'child', 'read') !== 'all') return new Set(numbers)
  const hashes = (kind: 'child' | 'episode') =>
    numbers.map((number) => secrets.hashSourceId(kind, readable(number).replace(/[\p{Pd}_]/gu, '-')))
  const [children, episodes] = [hashes('child'), hashes('episode')]
  const known = new Set((await store.caseNumbers(db, { children, episodes })).map(({ digest }) => digest))
  return new Set(
    numbers.filter((_, i) => known.has(children[i]!.toString('hex')) || known.has(episodes[i]!.toString('hex'))),
  )
}

const readable = (phrase: string) => lookThrough(phrase).text

const onceEach = (found: readonly Found[]): Found[] => [
  ...new Map(found.map((one) => [`${one.pointer} ${one.phrase}`, one])).values(),
]
