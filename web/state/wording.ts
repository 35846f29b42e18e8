import { signal } from '@preact/signals'

/** Words of a text that the service asks about before it keeps the text. */
export interface AskedWord {
  phrase: string
  detail: string
  /** What stands around the words: nothing where the text is not known. */
  before: string
  after: string
}

/** What is asked now; undefined: nothing. */
export const askedWords = signal<AskedWord[]>()

let settle: ((isKept: boolean) => void) | undefined

interface WordError {
  pointer?: string | undefined
  phrase?: string | undefined
  detail: string
}

/** Waits until the writer keeps the words (their phrases) or wants to change the text (undefined). @param body what was sent */
export const keepWords = (errors: readonly WordError[], body: unknown): Promise<string[] | undefined> => {
  settle?.(false)
  const words = errors.map((error) => toAskedWord(error, body))
  askedWords.value = words
  return new Promise((resolve) => {
    settle = (isKept) => resolve(isKept ? words.map(({ phrase }) => phrase) : undefined)
  })
}

/** What the writer said. */
export const settleWords = (isKept: boolean) => {
  askedWords.value = undefined
  settle?.(isKept)
  settle = undefined
}

const AROUND = 60

const toAskedWord = ({ pointer = '', phrase = '', detail }: WordError, body: unknown): AskedWord => {
  const text = textAt(body, pointer)
  const at = text.indexOf(phrase)
  if (at < 0) return { phrase, detail, before: '', after: '' }
  const [from, to] = [Math.max(0, at - AROUND), at + phrase.length + AROUND]
  return {
    phrase,
    detail,
    before: (from > 0 ? '…' : '') + text.slice(from, at),
    after: text.slice(at + phrase.length, to) + (to < text.length ? '…' : ''),
  }
}

/** The text that a JSON pointer leads to; empty where it leads to none. */
const textAt = (body: unknown, pointer: string): string => {
  const value = pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((one, name) => (one as Record<string, unknown> | undefined)?.[name], body)
  return typeof value === 'string' ? value : ''
}
