/** As `GET /api/people` gives a person. To be taken from server/people/schema.ts once it is there. */
export interface Person {
  id: string
  username: string
  name: string
  role: string
  agency: string
  areas: { id: string; name: string }[]
  hasPassword: boolean
  hasOneTimeCode: boolean
  /** Signs in with an account elsewhere. */
  isElsewhere: boolean
  disabledAt: string | null
  lastSeenAt: string | null
  version: number
}

export interface PersonList {
  people: Person[]
}

/** `link` is a path with the token in its fragment: it is told once. */
export interface LinkAnswer {
  person?: Person
  link: string
}
