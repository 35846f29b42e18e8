import type { ComponentChildren } from 'preact'
import { setup } from '../state/setup.ts'
import { address } from '../state/router.ts'

const SECTIONS = [
  { href: '/', label: 'Map', isHere: (path: string) => path === '/' },
  { href: '/places', label: 'Places', isHere: (path: string) => path.startsWith('/places') },
  { href: '/data', label: 'Data', isHere: (path: string) => path.startsWith('/data') },
]

/** What stands round every page: the marking, the synthetic-data notice, the way about. */
export const Shell = ({ children, isWide = false }: { children: ComponentChildren; isWide?: boolean }) => (
  <>
    <a href="#main" class="govuk-skip-link">
      Skip to main content
    </a>
    <header class="app-top">
      <p class="app-marking govuk-!-margin-0">OFFICIAL-SENSITIVE</p>
      {setup.value?.syntheticNotice && <p class="app-synthetic govuk-!-margin-0">{setup.value.syntheticNotice}</p>}
      <div class="app-header">
        <a class="app-header__name" href="/">
          place-risk
        </a>
        <nav aria-label="Sections">
          <ul class="app-header__nav">
            {SECTIONS.map(({ href, label, isHere }) => (
              <li key={href}>
                <a
                  class="app-header__link"
                  href={href}
                  {...(isHere(address.value.pathname) && { 'aria-current': 'page' as const })}
                >
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
    <main id="main" tabIndex={-1} class={isWide ? 'app-workspace' : 'app-page'}>
      {children}
    </main>
  </>
)
