import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { digestOf } from '../../server/access/cookie.ts'
import type { Db } from '../../server/db.ts'
import { hashPassword, isPassword, wrongWithPassword } from '../../server/sign-in/password.ts'
import { apiAt, testSecrets, withApp } from '../support/app.ts'
import { logEnd, logSince, makeSomeone, PASSWORD, signIn } from './someone.ts'

const NEXT = 'teapot-granite-violin-9'
const OWN = ['Anna Example', 'anna.example']
const GUESSED = /^That would be guessed/

test.each([
  ['', /at least 12/],
  ['short', /at least 12/],
  ['x7#Kq!9zLm2', /at least 12/],
  ['😀'.repeat(11), /at least 12/],
  ['marmalade teapot '.repeat(8), /at most 128/],
  ['aaaaaaaaaaaa', GUESSED],
  ['abcabcabcabc', GUESSED],
  ['123456789012', GUESSED],
  ['qwertyuiop12', GUESSED],
  ['password1234', GUESSED],
  ['Password123456!', GUESSED],
  ['P4ssw0rd2026!!', GUESSED],
  ['Derbyshire2026!', GUESSED],
  ['Summer2026Summer', GUESSED],
  ['place-risk-2026', GUESSED],
  ['anna.example2023', GUESSED],
  ['AnnaExampleAnna', GUESSED],
])('%s is refused', async (password, sentence) => {
  expect(await wrongWithPassword(password, OWN)).toMatch(sentence)
})

test.each([
  'otter-tram-window-marmalade',
  'correct horse battery staple',
  'J4#kPq!9zLm2',
  'Ærøskøbing bådhavn grøn kaffe',
  'demo-only-derby-2023',
  'teapot granite violin '.repeat(5),
])('“%s” is taken: its length counts, and no sign is asked for', async (password) => {
  expect(await wrongWithPassword(password, OWN)).toBeUndefined()
})

test('a password is kept as argon2id with 19 MiB, and every hash has its own salt', async () => {
  const [one, two] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)])

  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(two)
  expect(await isPassword(PASSWORD, one)).toBe(true)
  expect(await isPassword(`${PASSWORD} `, one)).toBe(false)
  expect(await isPassword(PASSWORD, null)).toBe(false)
})

test(
  'a new password needs the one of now, holds at once, and ends every other session',
  withApp(async ({ anonymous, db }) => {
    const { username } = await makeSomeone(db)
    const elsewhere = apiAt(anonymous.origin)
    for (const client of [anonymous, elsewhere]) await signIn(client, username)
    const change = (current: string, next: string) => anonymous.post('/api/session/password', { current, next })

    expect((await change('not-the-password', NEXT)).body.errors[0].pointer).toBe('/current')
    expect((await change(PASSWORD, 'anna-example-1')).body.errors[0]).toMatchObject({
      pointer: '/next',
      detail: expect.stringMatching(GUESSED),
    })
    const start = await logEnd(db)
    expect((await change(PASSWORD, NEXT)).status).toBe(204)

    expect((await anonymous.get('/api/session/list')).status).toBe(200)
    expect((await elsewhere.get('/api/session/list')).status).toBe(401)
    expect((await signIn(elsewhere, username)).status).toBe(401)
    expect((await signIn(elsewhere, username, NEXT)).status).toBe(201)
    expect((await logSince(db, start))[0]).toEqual({
      action: 'configuration',
      username,
      objectType: 'person',
      details: { what: 'password changed', sessionsEnded: 1 },
    })
  }),
)

test(
  'whoever finds a browser open cannot guess the password there without end',
  withApp(async ({ anonymous, db }) => {
    const { username } = await makeSomeone(db)
    await signIn(anonymous, username)
    const statuses: number[] = []
    for (let i = 0; i < 6; i++)
      statuses.push((await anonymous.post('/api/session/password', { current: 'guess', next: NEXT })).status)

    expect(statuses).toEqual([422, 422, 422, 422, 422, 429])
  }),
)

const makeLink = async (db: Db, personId: string) => {
  const token = randomBytes(32).toString('base64url')
  await db.query(
    `insert into sign_in_link (digest, person_id, expires_at) values ($1, $2, now() + interval '3 days')`,
    [digestOf(token), personId],
  )
  return token
}

test(
  'a link sets the password once, ends the sessions and what was slowed down, and then works no more',
  withApp(async ({ anonymous, db }) => {
    const { id, username } = await makeSomeone(db)
    await signIn(anonymous, username)
    await db.query(
      `insert into sign_in_slowing (key, failures, last_failed_at, wait_until) values ($1, 9, now(), now() + interval '16 seconds')`,
      [testSecrets.hashTypedName(username)],
    )
    const token = await makeLink(db, id)
    const weak = await anonymous.post('/api/sign-in/link', { token, password: 'derbyderby12' })
    expect([weak.status, weak.body.errors[0].pointer]).toEqual([422, '/password'])

    expect((await anonymous.post('/api/sign-in/link', { token, password: NEXT })).status).toBe(204)
    expect((await anonymous.get('/api/session/list')).status).toBe(401)
    expect((await signIn(anonymous, username, NEXT)).status).toBe(201)

    const again = await anonymous.post('/api/sign-in/link', { token, password: `${NEXT}-again` })
    expect([again.status, again.body.type]).toEqual([410, 'urn:place-risk:problem:link-over'])
  }),
)

test.each([
  ['its three days are over', `update sign_in_link set expires_at = now() - interval '1 second'`],
  ['the person is disabled', 'update person set disabled_at = now()'],
  ['there is none like it', 'delete from sign_in_link'],
])('a link sets nothing where %s', (_why, change) =>
  withApp(async ({ anonymous, db }) => {
    const { id } = await makeSomeone(db, { hasPassword: false })
    const token = await makeLink(db, id)
    await db.query(change)

    const { status, body } = await anonymous.post('/api/sign-in/link', { token, password: NEXT })
    expect([status, body.type]).toEqual([410, 'urn:place-risk:problem:link-over'])
    expect((await db.query('select has_password from person where id = $1', [id])).rows).toEqual([
      { has_password: false },
    ])
  })(),
)

test(
  'of many who use a link at once, one sets the password',
  withApp(async ({ anonymous, db }) => {
    const { id } = await makeSomeone(db, { hasPassword: false })
    const token = await makeLink(db, id)
    const answers = await Promise.all(
      [1, 2, 3, 4].map((n) => anonymous.post('/api/sign-in/link', { token, password: `${NEXT}-${n}` })),
    )

    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([204, 410, 410, 410])
  }),
)

test(
  'who has no password does not get in with an empty one',
  withApp(async ({ anonymous, db }) => {
    const { username } = await makeSomeone(db, { hasPassword: false })

    expect((await signIn(anonymous, username, '')).status).toBe(422)
    expect((await signIn(anonymous, username, ' ')).status).toBe(401)
  }),
)
