import type { Role } from './roles.ts'

/** Who is asking. */
export interface Person {
  id: string
  username: string
  name: string
  role: Role
  agency: string
  /** Of police neighbourhood people. */
  areaIds: string[]
  sessionId: string
  /** Has a one-time code, or signs in elsewhere: where policy requires one, nobody else gets in. */
  hasOneTimeCode: boolean
  /** Why they look, by subject: what was said in this session. */
  reasons: Record<string, Reason>
}

export interface Reason {
  code: string
  words: string
}
