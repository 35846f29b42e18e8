import { z } from 'zod'
import { invalidQuery } from './errors.ts'

const Keys = z.tuple([z.string(), z.uuid()])

/** Where a page ended, as the text that is handed out for `next`: the sort key and the id of its last row. */
export const toCursor = (key: string, id: string): string =>
  Buffer.from(JSON.stringify([key, id])).toString('base64url')

/** The sort key and id that a cursor stands for, nulls where there is none. Throws a 400 problem where it is not one of ours. */
export const fromCursor = (cursor: string | undefined): { key: string | null; id: string | null } => {
  if (cursor === undefined) return { key: null, id: null }
  try {
    const [key, id] = Keys.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    return { key, id }
  } catch {
    throw notOurs()
  }
}

const TIME = /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/

/** As `fromCursor`, where pages go by time: the key is an instant to the microsecond, as `to_char` writes it. */
export const fromTimeCursor = (cursor: string | undefined): { key: string | null; id: string | null } => {
  const from = fromCursor(cursor)
  if (from.key !== null && !(TIME.test(from.key) && isThere(from.key))) throw notOurs()
  return from
}

/** False for 30 February, which a Date takes for a day in March and the database for an error. */
const isThere = (time: string) => {
  const at = new Date(time)
  return Number.isFinite(at.getTime()) && at.toISOString().slice(0, 19) === time.slice(0, 19)
}

const notOurs = () =>
  invalidQuery([{ parameter: 'cursor', detail: 'That cursor is not one of ours. Start again without it.' }])
