import { unprocessable } from '../errors.ts'
import { MOST_IN_FILE, type ReferencesAnswer } from './schema.ts'

/** A case number with where it stood, counted from 1. */
export interface CaseNumber {
  position: number
  caseNumber: string
}

const LONGEST = 100

/** The case numbers of a text, one a line; blank lines are passed over. @throws a 422 problem that names lines and repeats nothing of them */
export const caseNumbersOf = (text: string): CaseNumber[] => {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const found = lines.flatMap((line, index) => {
    const caseNumber = line
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim()
    return caseNumber === '' ? [] : [{ position: index + 1, caseNumber }]
  })
  if (found.length === 0)
    throw unprocessable('no-case-numbers', 'There is no case number', 'Put one case number on each line.')
  if (found.length > MOST_IN_FILE)
    throw unprocessable('too-many', 'There are too many case numbers', 'Send at most 20,000 case numbers at once.')
  const tooLong = found.find(({ caseNumber }) => caseNumber.length > LONGEST)
  if (tooLong)
    throw unprocessable(
      'not-case-numbers',
      'These are not case numbers',
      `Line ${tooLong.position} is too long. Send a file that has one case number on each line and nothing else.`,
    )
  return found
}

/** What was found, by position. @param hashOf as the children's numbers are hashed @param known references by hexadecimal hash */
export const answerFor = (
  numbers: readonly CaseNumber[],
  hashOf: (caseNumber: string) => Buffer,
  known: ReadonlyMap<string, string>,
): ReferencesAnswer => {
  const answer: ReferencesAnswer = { found: [], notFound: [] }
  for (const { position, caseNumber } of numbers) {
    const reference = known.get(hashOf(caseNumber).toString('hex'))
    if (reference === undefined) answer.notFound.push(position)
    else answer.found.push({ position, reference })
  }
  return answer
}
