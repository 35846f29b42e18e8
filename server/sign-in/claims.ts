import type { Role } from '../access/roles.ts'
import type { OidcConfig } from '../config.ts'

/** Who signed in elsewhere, in the words of this service. */
export interface Claimed {
  /** What the name to sign in with would be, were it still free. */
  username: string
  name: string
  role: Role
  agency: string
  /** Codes of police neighbourhoods; undefined: the provider says nothing of areas. */
  areaCodes: string[] | undefined
}

const MOST_CHARACTERS = 100

/** What a provider's claims say of a person; undefined: no role of theirs is mapped to one here. */
export const readClaims = (
  claims: Record<string, unknown> & { sub: string },
  { roleClaim, roles, agency }: Pick<OidcConfig, 'roleClaim' | 'roles' | 'agency'>,
): Claimed | undefined => {
  const held = textsOf(claims[roleClaim])
  // Of several, the one that the setting names first.
  const value = Object.keys(roles).find((known) => held.includes(known))
  const role = value === undefined ? undefined : roles[value]
  if (!role) return undefined
  const login = textOf(claims.preferred_username) ?? textOf(claims.email)
  return {
    username: toUsername(login ?? `elsewhere-${claims.sub}`),
    name: (textOf(claims.name) ?? login ?? 'Name not given').slice(0, MOST_CHARACTERS),
    role,
    // Handling code C hangs on it: where people may edit what their provider says, it would be theirs to choose.
    agency,
    areaCodes: claims.areas === undefined ? undefined : textsOf(claims.areas),
  }
}

const textOf = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined)

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string')

/** Room is left for what tells two apart. */
const toUsername = (login: string) => {
  const plain = login
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9._@+-]+/g, '-')
    .replace(/^[^a-z0-9]+/, '')
    .slice(0, 80)
  return plain.length >= 2 ? plain : `elsewhere-${plain}`
}
