import { randomBytes } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { test } from 'vitest'
import { digestOf } from '../../server/access/cookie.ts'
import { codeAt } from '../../server/sign-in/one-time-code.ts'
import { apiAt, withApp } from '../support/app.ts'
import { CHAIR, goThrough, withProvider } from './elsewhere.ts'
import { makeSomeone, PASSWORD, signIn } from './someone.ts'
const say = (...a: unknown[]) => appendFileSync('/tmp/probe-sign-in.txt', a.map((x) => typeof x === 'string' ? x : JSON.stringify(x)).join(' ') + '\n')
test('A', withApp(async ({ anonymous, db }) => {
  const { username } = await makeSomeone(db)
  await signIn(anonymous, username)
  const other = apiAt(anonymous.origin); await signIn(other, username)
  const { status, body } = await anonymous.post('/api/session/one-time-code')
  const c = await anonymous.post('/api/session/one-time-code/confirm', { code: codeAt(body.secret, Date.now()) })
  const owner = await signIn(apiAt(anonymous.origin), username)
  say('A begin', status, 'confirm', c.status, 'owner, right password:', owner.status, owner.body.type, 'other session:', (await other.get('/api/session/list')).status)
}))
test('B', withApp(async ({ anonymous, db }) => {
  const { id, username } = await makeSomeone(db)
  const token = randomBytes(32).toString('base64url')
  await db.query(`insert into sign_in_link (digest, person_id, expires_at) values ($1,$2, now() + interval '3 days')`, [digestOf(token), id])
  await signIn(anonymous, username)
  const ch = await anonymous.post('/api/session/password', { current: PASSWORD, next: 'teapot-granite-violin-9' })
  const l = await anonymous.post('/api/sign-in/link', { token, password: 'marmalade-window-tram-otter-7' })
  say('B change', ch.status, 'older link afterwards', l.status)
}))
test('C', withApp(async ({ anonymous, db }) => {
  const { username } = await makeSomeone(db)
  const got: unknown[] = []
  await signIn(anonymous, username, 'wrong-wrong-wrong')
  for (let round = 0; round < 4; round++) {
    await db.query(`update sign_in_slowing set failures = 100 + $1, wait_until = now()`, [round])
    await signIn(anonymous, username, 'wrong-wrong-wrong')
    const a = await signIn(apiAt(anonymous.origin), username)
    got.push([a.status, a.headers.get('retry-after')])
  }
  say('C owner, right password, after the attacker was first each round', got)
}))
test('D', withProvider(async ({ browser, provider }) => {
  provider.setAccount({ ...CHAIR, agency: 'Derbyshire Constabulary' })
  await goThrough(browser, provider)
  say('D setting: Derby City Council; session:', (await browser.get('/api/session')).body.person.agency)
}))
