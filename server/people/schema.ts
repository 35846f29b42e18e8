import { z } from 'zod'
import { ROLES } from '../access/roles.ts'
import type { Operation } from '../shared-schema.ts'

const RoleName = z.enum(ROLES, `Choose one of ${ROLES.join(', ')}.`)
const words = (what: string) =>
  z.string().trim().min(1, `Give ${what}.`).max(120, `Give ${what} in at most 120 characters.`)

export const Person = z.object({
  id: z.uuid(),
  username: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  agency: z.string(),
  areas: z.array(z.object({ id: z.uuid(), name: z.string() })),
  hasPassword: z.boolean(),
  hasOneTimeCode: z.boolean(),
  /** Signs in with an account elsewhere. */
  isElsewhere: z.boolean(),
  disabledAt: z.string().nullable(),
  lastSeenAt: z.string().nullable(),
  version: z.int(),
})
export type Person = z.infer<typeof Person>

export const PersonList = z.object({ people: z.array(Person) })
export type PersonList = z.infer<typeof PersonList>

export const PersonInput = z.strictObject({
  username: z
    .string()
    .trim()
    .toLowerCase()
    .regex(
      /^[a-z0-9][a-z0-9._@+-]{1,99}$/,
      'Give 2 to 100 small letters, figures and . _ - + @, beginning with a letter or a figure.',
    ),
  name: words('the person’s name'),
  role: RoleName,
  agency: words('the agency, as the reports have it'),
  areaIds: z.array(z.uuid()).max(100).default([]),
})
export type PersonInput = z.infer<typeof PersonInput>

export const PersonChange = PersonInput.omit({ username: true }).extend({ version: z.int().min(1) })
export type PersonChange = z.infer<typeof PersonChange>

/** The path of a page that sets a password, once; told to nobody again. */
export const LinkAnswer = z.object({ person: Person, link: z.string() })
export type LinkAnswer = z.infer<typeof LinkAnswer>

export const operations: Operation[] = [
  { method: 'get', path: '/api/people', summary: 'Everybody who may sign in', answer: PersonList },
  {
    method: 'post',
    path: '/api/people',
    summary: 'Add a person; the answer holds the link that sets their password',
    body: PersonInput,
    answer: LinkAnswer,
    status: 201,
  },
  { method: 'patch', path: '/api/people/:id', summary: 'Change a person', body: PersonChange, answer: Person },
  { method: 'post', path: '/api/people/:id/disable', summary: 'Shut a person out at once', answer: Person },
  { method: 'post', path: '/api/people/:id/enable', summary: 'Let a person in again', answer: Person },
  {
    method: 'post',
    path: '/api/people/:id/reset-link',
    summary: 'A new link that sets the password; ends the person’s sessions',
    answer: LinkAnswer,
  },
  { method: 'post', path: '/api/people/:id/end-sessions', summary: 'End all of a person’s sessions', answer: Person },
]
