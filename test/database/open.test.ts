import { expect, test } from 'vitest'
import { isDatabaseUnavailable, openDatabase } from '../../server/database/open.ts'
import { reasonOf } from '../../server/database/reason.ts'

test('a database server that cannot be reached stops the start with the name of the setting and what to check', async () => {
  // Nothing listens on port 1.
  const opening = openDatabase({ databaseUrl: 'postgres://map:swordfish@127.0.0.1:1/places' })

  const error: unknown = await opening.catch((reason: unknown) => reason)

  expect(String(error)).toMatch(/DATABASE_URL.*ECONNREFUSED.*Check/)
  expect(String(error)).not.toMatch('swordfish')
  expect(isDatabaseUnavailable((error as Error).cause)).toBe(true)
})

test('trouble with the files of the embedded database is told in words, not as an object', () => {
  expect(reasonOf({ name: 'ErrnoError', errno: 51 })).toMatch(/^The disk is full\. Make room/)
  expect(reasonOf({ name: 'ErrnoError', errno: 4 })).toMatch(/cannot be read or written \(error 4\)/)
  expect(reasonOf(new Error('the engine ended'))).toBe('the engine ended')
})
