import { expect, test } from 'vitest'
import type { TestApi } from '../support/app.ts'
import { apiAt, testSecrets, withApp } from '../support/app.ts'
import { addressOf, codeAt, newSecret, stepOf } from '../../server/sign-in/one-time-code.ts'
import { openSecret, sealSecret } from '../../server/sign-in/one-time-secret.ts'
import { logEnd, logSince, makeSomeone, PASSWORD, signIn } from './someone.ts'

const STEP = 30_000
/** `12345678901234567890` in base32: the secret of RFC 6238, appendix B. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at %d seconds the code is the one of RFC 6238', (seconds, code) => {
  expect(codeAt(RFC_SECRET, seconds * 1000)).toBe(code)
  expect(stepOf(RFC_SECRET, code, seconds * 1000)).toBe(Math.floor(seconds / 30))
})

test('a code counts in its own step and the ones beside it, and says which it is of', () => {
  const secret = newSecret()
  const now = 1_700_000_000_000
  const step = Math.floor(now / STEP)
  const at = (offset: number) => stepOf(secret, codeAt(secret, now + offset * STEP), now)

  expect([at(-2), at(-1), at(0), at(1), at(2)]).toEqual([null, step - 1, step, step + 1, null])
  for (const wrong of ['', '12345', '1234567', 'abcdef', '١٢٣٤٥٦']) expect(stepOf(secret, wrong, now)).toBeNull()
})

test('a secret is 160 bits, and the phone reads its name and issuer', () => {
  const secret = newSecret()
  expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  expect(newSecret()).not.toBe(secret)
  expect(addressOf(secret, 'anna@example.org')).toBe(
    `otpauth://totp/Place%20risk:anna%40example.org?issuer=Place%20risk&secret=${secret}&algorithm=SHA1&digits=6&period=30`,
  )
})

test('a sealed secret opens for whom it was sealed', () => {
  const sealed = sealSecret(testSecrets, 'one', RFC_SECRET)

  expect(openSecret(testSecrets, 'one', sealed)).toBe(RFC_SECRET)
  expect(() => openSecret(testSecrets, 'two', sealed)).toThrow(/another person/)
})

/** Sets codes up for who is signed in. Gives the secret, and the code that is used by now. */
const setUp = async (api: TestApi): Promise<{ secret: string; used: string }> => {
  const { status, body } = await api.post('/api/session/one-time-code')
  expect(status).toBe(201)
  expect(body.svg).toMatch(/^<svg /)
  const used = codeAt(body.secret, Date.now())
  expect((await api.post('/api/session/one-time-code/confirm', { code: used, password: PASSWORD })).status).toBe(204)
  return { secret: body.secret, used }
}

test(
  'once set up, a code is asked for after the right password, and works once',
  withApp(async ({ anonymous, db }) => {
    const { id, username } = await makeSomeone(db)
    await signIn(anonymous, username)
    const start = await logEnd(db)
    const { secret, used } = await setUp(anonymous)
    expect((await anonymous.get('/api/session')).body.person.hasOneTimeCode).toBe(true)
    const fresh = apiAt(anonymous.origin)

    const asked = await signIn(fresh, username)
    expect([asked.status, asked.body.type]).toEqual([401, 'urn:place-risk:problem:one-time-code-asked'])
    expect(asked.headers.getSetCookie()).toEqual([])
    const usedBefore = await signIn(fresh, username, PASSWORD, used)
    expect([usedBefore.status, usedBefore.body.type]).toEqual([401, 'urn:place-risk:problem:wrong-sign-in'])

    const next = codeAt(secret, Date.now() + STEP)
    expect((await signIn(fresh, username, PASSWORD, `${next.slice(0, 3)} ${next.slice(3)}`)).status).toBe(201)
    expect((await signIn(apiAt(anonymous.origin), username, PASSWORD, next)).status).toBe(401)
    expect((await logSince(db, start))[0]).toMatchObject({ username, details: { what: 'one-time codes set up' } })
    const { rows } = await db.query<{ row: string }>('select person::text as row from person where id = $1', [id])
    expect(rows[0]!.row).not.toContain(secret)
  }),
)

test(
  'a wrong password is not told from a wrong code, and asks for none',
  withApp(async ({ anonymous, db }) => {
    const { username } = await makeSomeone(db)
    await signIn(anonymous, username)
    await setUp(anonymous)
    const wrongPassword = await signIn(apiAt(anonymous.origin), username, 'not-the-password')
    const wrongCode = await signIn(apiAt(anonymous.origin), username, PASSWORD, '000000')

    expect(wrongPassword.body).toEqual(wrongCode.body)
    expect(wrongPassword.body.type).toBe('urn:place-risk:problem:wrong-sign-in')
  }),
)

test(
  'codes are not guessed either: asking for the code between wrong ones does not start the count anew',
  withApp(async ({ anonymous, db }) => {
    const { username } = await makeSomeone(db)
    await signIn(anonymous, username)
    await setUp(anonymous)
    for (let i = 0; i < 4; i++) {
      await signIn(anonymous, username, PASSWORD, '000000')
      await signIn(anonymous, username)
    }
    expect((await db.query('select failures from sign_in_slowing')).rows).toEqual([{ failures: 4 }])
    await signIn(anonymous, username, PASSWORD, '000000')

    expect((await signIn(anonymous, username)).status).toBe(429)
  }),
)

test(
  'codes in use are neither replaced without the password nor removed without it',
  withApp(async ({ anonymous, db }) => {
    const { username } = await makeSomeone(db)
    await signIn(anonymous, username)
    await setUp(anonymous)
    expect((await anonymous.post('/api/session/one-time-code')).status).toBe(409)
    const remove = (password: string) => anonymous.post('/api/session/one-time-code/remove', { password })

    expect((await remove('not-the-password')).status).toBe(422)
    expect((await anonymous.get('/api/session')).body.person.hasOneTimeCode).toBe(true)
    expect((await remove(PASSWORD)).status).toBe(204)
    expect((await signIn(apiAt(anonymous.origin), username)).status).toBe(201)
  }),
)

test(
  'codes are not in use before the first of them was typed',
  withApp(async ({ anonymous, db }) => {
    const { username } = await makeSomeone(db)
    await signIn(anonymous, username)
    const early = await anonymous.post('/api/session/one-time-code/confirm', { code: '123456', password: PASSWORD })
    expect([early.status, early.body.type]).toEqual([409, 'urn:place-risk:problem:not-begun'])
    await anonymous.post('/api/session/one-time-code')
    expect(
      (await anonymous.post('/api/session/one-time-code/confirm', { code: '000000', password: PASSWORD })).body
        .errors[0].pointer,
    ).toBe('/code')
    // Whoever finds the browser open does not know the password.
    expect(
      (await anonymous.post('/api/session/one-time-code/confirm', { code: '000000', password: 'a-guess' })).body
        .errors[0].pointer,
    ).toBe('/password')

    expect((await signIn(anonymous, username)).status).toBe(201)
  }),
)

test(
  'where policy asks for codes, who has none reaches their own sign-in and nothing else until they are set up',
  withApp(async ({ anonymous, db }) => {
    await db.query(`insert into policy_setting (name, value, changed_by) values ('oneTimeCodeRequired', '1', 'test')`)
    const { username } = await makeSomeone(db, { role: 'ig_auditor' })
    await signIn(anonymous, username)
    expect((await anonymous.get('/api/session')).body.person.mustSetOneTimeCode).toBe(true)
    const refused = await anonymous.get('/api/people')
    expect([refused.status, refused.body.type]).toEqual([403, 'urn:place-risk:problem:one-time-code-needed'])

    await setUp(anonymous)
    expect((await anonymous.get('/api/session')).body.person.mustSetOneTimeCode).toBe(false)
    expect((await anonymous.get('/api/people')).status).toBe(200)
  }),
)
