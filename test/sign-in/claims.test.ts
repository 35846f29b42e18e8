import { expect, test } from 'vitest'
import { readClaims } from '../../server/sign-in/claims.ts'
import { describeDevice } from '../../server/sign-in/device.ts'
import { safePath } from '../../server/sign-in/safe-path.ts'

const CONFIG = {
  roleClaim: 'groups',
  roles: { b: 'group_chair', a: 'coordinator' },
  agency: 'Derby City Council',
} as const

test('of several roles the one counts that the setting names first', () => {
  expect(readClaims({ sub: '1', groups: ['a', 'b', 'c'] }, CONFIG)?.role).toBe('group_chair')
  expect(readClaims({ sub: '1', groups: 'a' }, CONFIG)?.role).toBe('coordinator')
})

test.each([[undefined], [null], [[]], ['c'], [['toString', '__proto__', 'constructor']], [{ a: true }], [7]])(
  'the claim %j gives no role',
  (groups) => {
    expect(readClaims({ sub: '1', groups }, CONFIG)).toBeUndefined()
  },
)

test('what the claims leave out has a default', () => {
  expect(readClaims({ sub: 'AbC/9', groups: 'a' }, CONFIG)).toEqual({
    username: 'elsewhere-abc-9',
    name: 'Name not given',
    role: 'coordinator',
    agency: 'Derby City Council',
    areaCodes: undefined,
  })
})

test.each([
  [{ preferred_username: 'Änne.Müller' }, 'a-nne.mu-ller'],
  [{ email: 'Anna@Example.org' }, 'anna@example.org'],
  [{ preferred_username: '  ', email: 'a@b.c' }, 'a@b.c'],
  [{ preferred_username: '李' }, 'elsewhere-'],
  [{ preferred_username: 'x'.repeat(200) }, 'x'.repeat(80)],
])('%j becomes the username %s', (claims, username) => {
  expect(readClaims({ sub: '1', groups: 'a', ...claims }, CONFIG)?.username).toBe(username)
})

test.each(['/', '/places', '/places/1?month=2023-06#top', '/~a'])('%s is led to', (path) => {
  expect(safePath(path)).toBe(path)
})

test.each([
  undefined,
  '',
  'places',
  '//elsewhere.example',
  '///elsewhere.example',
  '/\\elsewhere.example',
  '\\\\elsewhere.example',
  'https://elsewhere.example',
  'https:/elsewhere.example',
  'javascript:alert(1)',
  '/a//b',
  '/a\\b',
  '/\t/elsewhere.example',
  '/\n/elsewhere.example',
  ' /places',
  '/places\r\nSet-Cookie: a=b',
  '/api/session',
])('%j is not led to: the first page is', (path) => {
  expect(safePath(path)).toBe('/')
})

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0', 'Firefox on Windows'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0',
    'Edge on Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
    'Safari on iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Mobile Safari/537.36',
    'Chrome on Android',
  ],
  ['curl/8.0', 'Another program'],
  ['<script>', 'Another program'],
  [undefined, 'Another program'],
])('%s is %s', (userAgent, device) => {
  expect(describeDevice(userAgent)).toBe(device)
})
