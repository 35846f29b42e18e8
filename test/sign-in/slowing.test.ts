import { expect, test } from 'vitest'
import { signInWithPassword } from '../../server/sign-in/sign-in-with-password.ts'
import { inWords, waitSecondsAfter } from '../../server/sign-in/slowing.ts'
import { testSecrets, withApp } from '../support/app.ts'
import { asEntry, logEnd, logSince, makeSomeone, PASSWORD, signIn } from './someone.ts'

const WRONG = 'not-the-password-at-all'

test('five wrong tries cost nothing; then the wait doubles, up to a quarter of an hour, and never more', () => {
  expect([0, 1, 4, 5, 6, 7, 10, 14, 15, 16, 1000].map(waitSecondsAfter)).toEqual([
    0, 0, 0, 1, 2, 4, 32, 512, 900, 900, 900,
  ])
})

test('a wait is told in words, rounded up', () => {
  expect([1, 2, 59, 60, 61, 900].map(inWords)).toEqual([
    '1 second',
    '2 seconds',
    '59 seconds',
    '1 minute',
    '2 minutes',
    '15 minutes',
  ])
})

test(
  'wrong tries slow a name down, known or not, with the same answers',
  withApp(async ({ anonymous, db }) => {
    const { username } = await makeSomeone(db)
    const answers = async (name: string) => {
      const told = []
      for (let i = 0; i < 7; i++) {
        const { status, body, headers } = await signIn(anonymous, name, WRONG)
        told.push([status, body.type, body.detail, headers.get('retry-after')])
      }
      return told
    }
    const known = await answers(username)

    expect(known.slice(0, 5).map(([status, type]) => [status, type])).toEqual(
      Array.from({ length: 5 }, () => [401, 'urn:place-risk:problem:wrong-sign-in']),
    )
    expect(known[5]).toEqual([
      429,
      'urn:place-risk:problem:slow-down',
      'There were too many wrong tries. Wait 1 second, then try again.',
      '1',
    ])
    expect(await answers('nobody.of.that.name')).toEqual(known)
  }),
)

test(
  'a right password is not looked at while the wait lasts, and lets its owner in after it, however many tries failed',
  withApp(async ({ anonymous, db }) => {
    const { username } = await makeSomeone(db)
    await signIn(anonymous, username, WRONG)
    await db.query(`update sign_in_slowing set failures = 1000, wait_until = now() + interval '15 minutes'`)
    const { status, headers } = await signIn(anonymous, username)
    expect(status).toBe(429)
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(900)

    await db.query('update sign_in_slowing set wait_until = now()')
    expect((await signIn(anonymous, username)).status).toBe(201)
    expect((await db.query('select failures from sign_in_slowing')).rows).toEqual([])
  }),
)

test(
  'many tries at once do not outrun the count',
  withApp(async ({ db }) => {
    const { username } = await makeSomeone(db)
    const given = { db: asEntry(db), secrets: testSecrets, now: Date.now() }
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () =>
        signInWithPassword(given, { username, password: WRONG }, async () => {}).catch(
          ({ slug }: { slug: string }) => slug,
        ),
      ),
    )

    expect(outcomes.filter((slug) => slug === 'wrong-sign-in')).toHaveLength(5)
    expect(outcomes.filter((slug) => slug === 'slow-down')).toHaveLength(15)
  }),
)

test(
  'failures of yesterday are forgotten',
  withApp(async ({ anonymous, db }) => {
    const { username } = await makeSomeone(db)
    await signIn(anonymous, username, WRONG)
    await db.query(
      `update sign_in_slowing set failures = 12, last_failed_at = now() - interval '25 hours', wait_until = now() - interval '1 day'`,
    )
    await signIn(anonymous, username, WRONG)

    expect((await db.query('select failures from sign_in_slowing')).rows).toEqual([{ failures: 1 }])
  }),
)

test(
  'the table of failed tries names nobody',
  withApp(async ({ anonymous, db }) => {
    await signIn(anonymous, 'anna.example', WRONG)
    const { rows } = await db.query<{ row: string }>('select sign_in_slowing::text as row from sign_in_slowing')

    expect(rows).toHaveLength(1)
    expect(rows[0]!.row).not.toContain('anna')
    expect(rows[0]!.row).not.toContain(Buffer.from('anna').toString('hex'))
  }),
)

test(
  'an unknown name takes about as long as a wrong password',
  withApp(async ({ anonymous, db }) => {
    const { username } = await makeSomeone(db)
    const milliseconds = async (name: string) => {
      const start = performance.now()
      await signIn(anonymous, name, WRONG)
      return performance.now() - start
    }
    await milliseconds('warm.up')
    const known: number[] = []
    const unknown: number[] = []
    for (let i = 0; i < 5; i++) {
      known.push(await milliseconds(username))
      unknown.push(await milliseconds('nobody.of.that.name'))
    }
    const middle = (values: number[]) => values.toSorted((a, b) => a - b)[2]!

    expect(middle(unknown)).toBeGreaterThan(middle(known) / 2)
    expect(middle(unknown)).toBeLessThan(middle(known) * 2)
  }),
)

test(
  'the log tells of sign-ins and failures, with a name only where somebody has it, and never of what was typed',
  withApp(async ({ anonymous, db }) => {
    const { username } = await makeSomeone(db)
    const start = await logEnd(db)
    await signIn(anonymous, 'my-password-in-the-wrong-field', PASSWORD)
    await signIn(anonymous, username, WRONG)
    await signIn(anonymous, username)
    const lines = await logSince(db, start)

    expect(lines).toEqual([
      { action: 'refusal', username: null, objectType: 'sign-in', details: { way: 'password' } },
      { action: 'refusal', username, objectType: 'sign-in', details: { way: 'password' } },
      { action: 'sign_in', username, objectType: 'session', details: { what: 'signed in', way: 'password' } },
    ])
  }),
)

test(
  'one address has sixty failures a minute, whatever names it tries',
  withApp(async ({ anonymous }) => {
    const statuses: number[] = []
    for (let i = 0; i < 62; i++) statuses.push((await anonymous.post('/api/session', { username: 'x' })).status)

    expect(new Set(statuses.slice(0, 60))).toEqual(new Set([422]))
    expect(statuses.slice(60)).toEqual([429, 429])
  }),
)

test.each([
  ['a zero byte', 'anna\u0000'],
  ['a line break', 'anna\r\nSet-Cookie: a=b'],
  ['SQL', "anna' or true --"],
])('a name with %s is nobody’s', (_what, name) =>
  withApp(async ({ anonymous }) => {
    const { status, body, headers } = await signIn(anonymous, name)

    expect([status, body.type]).toEqual([401, 'urn:place-risk:problem:wrong-sign-in'])
    expect(headers.getSetCookie()).toEqual([])
  })(),
)
