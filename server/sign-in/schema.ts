import { z } from 'zod'
import { ROLES } from '../access/roles.ts'
import type { Operation } from '../shared-schema.ts'

const RoleName = z.enum(ROLES)

export const SignedInPerson = z.object({
  id: z.uuid(),
  username: z.string(),
  name: z.string(),
  role: RoleName,
  agency: z.string(),
  /** The police neighbourhoods that the person belongs to. */
  areas: z.array(z.object({ id: z.uuid(), name: z.string() })),
  hasPassword: z.boolean(),
  hasOneTimeCode: z.boolean(),
  /** Policy asks for one-time codes and the person has none: only the pages of their own sign-in are open. */
  mustSetOneTimeCode: z.boolean(),
})
export type SignedInPerson = z.infer<typeof SignedInPerson>

export const SessionAnswer = z.object({
  person: SignedInPerson.nullable(),
  /** `data:action` of the matrix: what the role may do. */
  may: z.array(z.string()),
  ways: z.object({ password: z.literal(true), oidc: z.object({ label: z.string() }).nullable() }),
  /** The demo's, one a role; null outside the demo. */
  demoAccounts: z
    .array(z.object({ username: z.string(), password: z.string(), role: RoleName, name: z.string() }))
    .nullable(),
  syntheticNotice: z.string().nullable(),
  /** The subjects that a reason was given for in this session. */
  reasons: z.array(z.string()),
  version: z.string(),
})
export type SessionAnswer = z.infer<typeof SessionAnswer>

const Typed = z.string('Type your password.').min(1, 'Type your password.').max(1000, 'Type your password.')
const Code = z
  .string('Type the code of 6 figures.')
  .max(20, 'Type the code of 6 figures.')
  .transform((code) => code.replaceAll(/\s/g, ''))

export const SignIn = z.strictObject({
  username: z
    .string('Type your username.')
    .max(200, 'Type your username.')
    .transform((name) => name.trim().toLowerCase()),
  password: Typed,
  code: Code.optional(),
})

export const REASON_CODES = [
  'monthly_meeting',
  'data_quality',
  'safeguarding_enquiry',
  'missing_now',
  'plan_or_review',
  'audit',
  'other',
] as const
export type ReasonCode = (typeof REASON_CODES)[number]

export const ReasonGiven = z
  .strictObject({
    subject: z.string().min(1).max(100),
    code: z.enum(REASON_CODES, 'Choose one of the listed reasons.'),
    words: z.string().trim().max(500, 'Give the reason in at most 500 characters.').default(''),
  })
  .refine(({ code, words }) => code !== 'other' || words !== '', {
    path: ['words'],
    error: 'Say in a few words why you are looking.',
  })

export const PasswordChange = z.strictObject({ current: Typed, next: z.string('Choose a password.').max(1000) })
export const PasswordGiven = z.strictObject({ password: Typed })
/** The password too: whoever finds a browser open must not put a phone of their own to the account. */
export const CodeGiven = z.strictObject({ code: Code, password: Typed })

/** Shown once: the secret itself, as an address for the phone, and as a picture of that address. */
export const OneTimeSetUp = z.object({ secret: z.string(), uri: z.string(), svg: z.string() })

export const OwnSession = z.object({
  id: z.uuid(),
  device: z.string(),
  way: z.enum(['password', 'oidc']),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  /** The one that asks. */
  isThis: z.boolean(),
})
export type OwnSession = z.infer<typeof OwnSession>
export const OwnSessionList = z.object({ sessions: z.array(OwnSession) })

export const SessionsToEnd = z.strictObject({
  ids: z.union(
    [z.array(z.uuid()).min(1).max(500), z.enum(['others', 'all'])],
    'Name the sessions, or say others or all.',
  ),
})

export const LinkUse = z.strictObject({
  token: z.string('Open the link that you were given.').min(1).max(200),
  password: z.string('Choose a password.').max(1000),
})

export const OidcQuery = z.object({ next: z.string().max(2000).optional() })

export const operations: Operation[] = [
  { method: 'get', path: '/api/session', summary: 'Who is signed in, and what they may do', answer: SessionAnswer },
  { method: 'post', path: '/api/session', summary: 'Sign in', body: SignIn, answer: SessionAnswer, status: 201 },
  { method: 'delete', path: '/api/session', summary: 'Sign out', status: 204 },
  { method: 'post', path: '/api/session/reasons', summary: 'Say why you look', body: ReasonGiven, status: 204 },
  { method: 'post', path: '/api/session/password', summary: 'Change your password', body: PasswordChange, status: 204 },
  {
    method: 'post',
    path: '/api/session/one-time-code',
    summary: 'Begin with one-time codes',
    answer: OneTimeSetUp,
    status: 201,
  },
  {
    method: 'post',
    path: '/api/session/one-time-code/confirm',
    summary: 'Put one-time codes to use, with the first of them',
    body: CodeGiven,
    status: 204,
  },
  {
    method: 'post',
    path: '/api/session/one-time-code/remove',
    summary: 'Do without one-time codes',
    body: PasswordGiven,
    status: 204,
  },
  { method: 'get', path: '/api/session/list', summary: 'Your sessions', answer: OwnSessionList },
  { method: 'post', path: '/api/session/list/end', summary: 'End sessions of yours', body: SessionsToEnd, status: 204 },
  {
    method: 'post',
    path: '/api/sign-in/link',
    summary: 'Set a password with a one-time link',
    body: LinkUse,
    status: 204,
  },
  {
    method: 'get',
    path: '/api/sign-in/oidc',
    summary: 'Sign in with an account elsewhere: leads to its provider',
    query: OidcQuery,
    status: 302,
  },
  { method: 'get', path: '/api/sign-in/oidc/callback', summary: 'Where the provider leads back to', status: 302 },
]
