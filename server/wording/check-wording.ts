import type { Person } from '../access/person.ts'
import type { Db } from '../db.ts'
import { wordsRefused, wordsToCheck } from '../errors.ts'
import type { ProblemDetail } from '../problem.ts'
import type { Secrets } from '../secrets.ts'
import { findIdentifying, type Identifying, type IdentifyingKind } from './find-identifying.ts'
import * as store from './store.ts'

/** What the writer is asked of each kind. */
const ASKED: Record<IdentifyingKind, string> = {
  reference: 'is a child’s reference. It cannot stand in a text that partners read: take it out.',
  phone: 'looks like a telephone number.',
  email: 'looks like an email address.',
  postcode: 'is a postcode: it may lead to a home.',
  registration: 'looks like a vehicle’s registration.',
  birth: 'looks like a date of birth.',
  address: 'looks like an address.',
  number: 'looks like a number of a case or a person.',
  name: 'may be somebody’s name.',
  initials: 'may be somebody’s initials.',
}

interface Writing {
  secrets: Pick<Secrets, 'hashPhrase'>
  person: Pick<Person, 'name'>
  now: Date
}

/**
 * Asks before a text is kept that partners read: names, numbers and addresses in it have to be looked at by the writer first. What was
 * looked at once is not asked again; it is remembered as a keyed hash, never in clear.
 * @param fields each text under its JSON pointer; null and undefined have none @param checkedWords the phrases that the writer keeps
 * @throws a 422 problem `words-to-check` with each phrase; `words-refused` where one is a child's reference, which nobody can keep
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

  const refused = found.filter(({ kind }) => kind === 'reference')
  if (refused.length > 0) throw wordsRefused(refused.map(toDetail))

  const digestOf = ({ phrase }: Identifying) => secrets.hashPhrase(phrase)
  const known = new Set((await store.remembered(db, { digests: found.map(digestOf) })).map(({ digest }) => digest))
  const unknown = found.filter((one) => !known.has(digestOf(one).toString('hex')))
  const kept = new Set(checkedWords.map((phrase) => secrets.hashPhrase(phrase).toString('hex')))
  const asked = unknown.filter((one) => !kept.has(digestOf(one).toString('hex')))
  if (asked.length > 0) throw wordsToCheck(onceEach(asked).map(toDetail))

  if (unknown.length > 0)
    await store.remember(db, {
      digests: unknown.map(digestOf),
      kinds: unknown.map(({ kind }) => kind),
      by: person.name,
      at: now,
    })
}

type Found = Identifying & { pointer: string }

const toDetail = ({ pointer, phrase, kind }: Found): ProblemDetail => ({
  pointer,
  phrase,
  detail: `“${phrase}” ${ASKED[kind]}`,
})

const onceEach = (found: readonly Found[]): Found[] => [
  ...new Map(found.map((one) => [`${one.pointer} ${one.phrase}`, one])).values(),
]
