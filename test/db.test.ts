import fc from 'fast-check'
import { expect, test } from 'vitest'
import { execute, overPool, parseStatement, queryOne, type Db } from '../server/db.ts'
import { testPool, withDb } from './support/app.ts'

test.each([
  ['select :from, :to', 'select $1, $2', ['from', 'to']],
  ['select :a + :b + :a', 'select $1 + $2 + $1', ['a', 'b']],
  ['select :id::uuid, x::text', 'select $1::uuid, x::text', ['id']],
  ["select to_char(at, 'HH24:MI') where a = :a", "select to_char(at, 'HH24:MI') where a = $1", ['a']],
  ["select 'it''s :not' || :name", "select 'it''s :not' || $1", ['name']],
  ['-- since :when\nselect :then -- or :never', '-- since :when\nselect $1 -- or :never', ['then']],
  ['select a[1:2]', 'select a[1:2]', []],
  ['select 1', 'select 1', []],
])('%j is read with its parameters in order', (sql, text, names) => {
  expect(parseStatement(sql)).toEqual({ text, names })
})

test('only parameters are replaced: put the names back, and the statement is the same', () => {
  const word = fc.stringMatching(/^[a-z][a-zA-Z0-9_]{0,8}$/)
  const piece = fc.oneof(
    word.map((name) => `:${name}`),
    word.map((name) => `::${name}`),
    fc.stringMatching(/^[^'\\]{0,6}$/).map((text) => `'${text.replaceAll('\n', ' ')}:x'''`.replace(/'''$/, "'")),
    fc.stringMatching(/^[a-z :']{0,8}$/).map((text) => `--${text}\n`),
    fc.constantFrom('select', '(', ')', ',', '\n', '= any'),
  )

  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const sql = pieces.join(' ')
      const expected = [...new Set(pieces.filter((part) => /^:[a-z]/.test(part)).map((part) => part.slice(1)))]
      const { text, names } = parseStatement(sql)

      expect(names).toEqual(expected)
      const restored = pieces.map((part) => (/^:[a-z]/.test(part) ? `$${names.indexOf(part.slice(1)) + 1}` : part))
      expect(text).toBe(restored.join(' '))
    }),
  )
})

test(
  'a parameter that was forgotten is named, not sent as null',
  withDb(async (db) => {
    const areaExists = queryOne<{ id?: string | null }, { known: boolean }>('hotspots/area-exists')

    await expect(areaExists(db, {})).rejects.toThrow('sql/hotspots/area-exists.sql wants :id')
    await expect(areaExists(db, { id: null })).resolves.toBeUndefined()
  }),
)

test(
  'dates stay days, counts and decimals are numbers, instants are instants',
  withDb(async (db) => {
    const { rows } = await db.query(
      `select date '2023-07-11' as day, count(*) as count, 1.5::numeric as share, timestamptz '2023-07-11 12:00+01' as at`,
    )
    expect(rows).toEqual([{ day: '2023-07-11', count: 1, share: 1.5, at: new Date('2023-07-11T11:00:00Z') }])
  }),
)

test(
  'a statement that changes rows tells how many',
  withDb(async (db) => {
    const setting = { name: 'epsMetres', value: '200', changedBy: 'a test' }
    expect(await execute<typeof setting>('settings/store')(db, setting)).toBe(1)
  }),
)

test(
  'what fails inside an inner transaction is undone, and the outer one goes on',
  withDb(async (db) => {
    await db.query("insert into policy_setting values ('outer', '1', 'a test')")
    const inner = db.transaction(async (tx) => {
      await tx.query("insert into policy_setting values ('inner', '1', 'a test')")
      await tx.query('select 1 / 0')
    })

    await expect(inner).rejects.toThrow(/division by zero/)
    expect(await namesOf(db)).toEqual(['outer'])
  }),
)

test('what fails in a transaction of a pool leaves nothing, and the connection serves the next', async () => {
  const db = overPool(testPool())
  const failed = db.transaction(async (tx) => {
    await tx.query("insert into policy_setting values ('half', '1', 'a test')")
    throw new Error('in the middle')
  })

  await expect(failed).rejects.toThrow('in the middle')
  expect(await namesOf(db)).toEqual([])
})

const namesOf = async (db: Db) => {
  const { rows } = await db.query<{ name: string }>("select name from policy_setting where changed_by = 'a test'")
  return rows.map(({ name }) => name)
}
