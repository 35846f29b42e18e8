import type { SafePlaceKind } from '../../server/safe-places/schema.ts'
import { SIGN_PATHS } from '../map/sign-layer.ts'
import { theme } from '../map/theme.ts'

export const KIND_WORDS: Record<SafePlaceKind, string> = { safe_place: 'Safe place', guardian: 'Guardian' }

export const KIND_HINTS: Record<SafePlaceKind, string> = {
  safe_place: 'Where a young person can go and be safe, such as a library or a youth club.',
  guardian: 'Adults with a caring intention who are there, such as wardens, bus station staff or a detached team.',
}

/** The sign that the map draws. */
export const Sign = ({ kind }: { kind: SafePlaceKind }) => (
  <svg class="app-sign" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
    <path d={SIGN_PATHS[kind]} fill={theme.safe} />
  </svg>
)

/** What the signs of a map stand for. */
export const SignLegend = ({ children }: { children?: preact.ComponentChildren }) => (
  <ul class="app-sign-legend">
    {(['safe_place', 'guardian'] as const).map((kind) => (
      <li key={kind}>
        <Sign kind={kind} /> {KIND_WORDS[kind]}
      </li>
    ))}
    {children}
  </ul>
)
