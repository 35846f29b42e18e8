import { z } from 'zod'
import type { Operation } from '../shared-schema.ts'

export const MOST_TYPED = 500
export const MOST_IN_FILE = 20_000

/** Case numbers of the case system, typed or pasted. A file is sent as text, one number a line. */
export const CaseNumbers = z.strictObject({
  caseNumbers: z
    .array(z.string().trim().min(1).max(100))
    .min(1)
    .max(MOST_TYPED, 'Send at most 500 case numbers, or a file.'),
})

const Reference = z.string().regex(/^YP-\d{4,7}$/, 'A reference looks like YP-0001.')

/** Positions count from 1, as they were sent; a file's are its lines. No case number is ever sent back. */
export const ReferencesAnswer = z.object({
  found: z.array(z.object({ position: z.int(), reference: Reference })),
  notFound: z.array(z.int()),
})
export type ReferencesAnswer = z.infer<typeof ReferencesAnswer>

const SHARE_ROLES = ['cre_team', 'qa_auditor'] as const

/** A child is shared with a practitioner, or with everybody of a role. */
export const NewChildShare = z
  .strictObject({ reference: Reference, personId: z.uuid().optional(), role: z.enum(SHARE_ROLES).optional() })
  .refine(({ personId, role }) => (personId === undefined) !== (role === undefined), {
    path: ['personId'],
    message: 'Share a child with a person or with a role, not both.',
  })

const Practitioner = z.object({ id: z.uuid(), name: z.string() })

export const ChildShare = z.object({
  id: z.uuid(),
  reference: Reference,
  person: Practitioner.nullable(),
  role: z.enum(SHARE_ROLES).nullable(),
  sharedAt: z.string(),
})
export type ChildShare = z.infer<typeof ChildShare>

/** `practitioners`: whom a child can be shared with. */
export const ChildShareList = z.object({ shares: z.array(ChildShare), practitioners: z.array(Practitioner) })
export type ChildShareList = z.infer<typeof ChildShareList>

export const operations: Operation[] = [
  {
    method: 'post',
    path: '/api/references',
    summary: 'From case numbers to references',
    body: CaseNumbers,
    answer: ReferencesAnswer,
  },
  { method: 'get', path: '/api/child-shares', summary: 'Which children are shared with whom', answer: ChildShareList },
  {
    method: 'post',
    path: '/api/child-shares',
    summary: 'Share a child with a practitioner or a role',
    body: NewChildShare,
    answer: ChildShare,
    status: 201,
  },
  {
    method: 'delete',
    path: '/api/child-shares/:id',
    summary: 'Share a child no more',
    status: 204,
  },
]
