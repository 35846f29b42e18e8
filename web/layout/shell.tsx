import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { LinkButton } from '../form/fields.tsx'
import { ApiError } from '../state/api.ts'
import { address } from '../state/router.ts'
import { person, session, signOut } from '../state/session.ts'
import { roleWords } from '../words.ts'
import { ProblemSummary } from './problem.tsx'
import { sectionsFor } from './sections.ts'

/** What stands round every page: the marking, the synthetic-data notice, the way about, who is signed in. */
export const Shell = ({ children, isWide = false }: { children: ComponentChildren; isWide?: boolean }) => {
  const [problem, setProblem] = useState<ApiError>()
  const leave = () => signOut().catch((error: unknown) => setProblem(error as ApiError))
  return (
    <>
      <a href="#main" class="govuk-skip-link">
        Skip to main content
      </a>
      <header class="app-top">
        <p class="app-marking govuk-!-margin-0">OFFICIAL-SENSITIVE</p>
        {session.value?.syntheticNotice && (
          <p class="app-synthetic govuk-!-margin-0">{session.value.syntheticNotice}</p>
        )}
        <div class="app-header">
          <a class="app-header__name" href="/">
            place-risk
          </a>
          {person.value && (
            <>
              <Sections />
              <Who onSignOut={() => void leave()} />
            </>
          )}
        </div>
      </header>
      <main id="main" tabIndex={-1} class={isWide ? 'app-workspace' : 'app-page'}>
        {problem && <ProblemSummary problem={problem} />}
        {children}
      </main>
    </>
  )
}

const Sections = () => (
  <nav aria-label="Sections">
    <ul class="app-header__nav">
      {sectionsFor(address.value.pathname).map(({ href, label, isHere }) => (
        <li key={href}>
          <a class="app-header__link" href={href} {...(isHere && { 'aria-current': 'page' as const })}>
            {label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const Who = ({ onSignOut }: { onSignOut: () => void }) => {
  const { name, role } = person.value!
  return (
    <nav class="app-who" aria-label="Your sign-in">
      <span class="app-who__name">
        {name}
        {/* The demo's accounts are called after their roles. */}
        {!name.toLowerCase().includes(roleWords(role).toLowerCase()) && (
          <span class="app-who__role">{roleWords(role)}</span>
        )}
      </span>
      <a
        class="app-who__link"
        href="/me"
        {...(address.value.pathname === '/me' && { 'aria-current': 'page' as const })}
      >
        My sign-in
      </a>
      <LinkButton class="app-who__link" onClick={onSignOut}>
        Sign out
      </LinkButton>
    </nav>
  )
}
