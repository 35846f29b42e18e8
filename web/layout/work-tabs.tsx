import { address } from '../state/router.ts'
import { may } from '../state/session.ts'

interface Tab {
  href: string
  label: string
  /** The tab holds every address that begins like this. */
  starts: string[]
  /** Any of these opens it. */
  needs: string[]
}

const TABS: Tab[] = [
  { href: '/reviews', label: 'Places', starts: ['/reviews'], needs: ['review:read'] },
  { href: '/plans', label: 'Plans', starts: ['/plans'], needs: ['plan:read'] },
  { href: '/referrals', label: 'Referrals', starts: ['/referrals', '/sessions'], needs: ['referral:read'] },
  { href: '/patrols', label: 'Patrols', starts: ['/patrols', '/shift', '/visit'], needs: ['patrol:read'] },
  { href: '/actions', label: 'Actions', starts: ['/actions'], needs: ['action:read'] },
  { href: '/safe-places', label: 'Safe places', starts: ['/safe-places'], needs: ['safePlace:read'] },
]

/** The work of the group, side by side: on top of each of its pages. Only what the person may read stands in it. */
export const WorkTabs = () => {
  const tabs = TABS.filter(({ needs }) => needs.some(may))
  if (tabs.length < 2) return null
  const { pathname } = address.value
  return (
    <nav class="app-tabs" aria-label="Work">
      <ul class="app-tabs__list">
        {tabs.map(({ href, label, starts }) => (
          <li key={href}>
            <a class="app-tabs__link" href={href} {...currentAt(pathname, href, starts)}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The page itself, or a page within the tab. */
const currentAt = (pathname: string, href: string, starts: string[]) => {
  if (pathname === href) return { 'aria-current': 'page' as const }
  return starts.some((start) => pathname === start || pathname.startsWith(`${start}/`))
    ? { 'aria-current': 'true' as const }
    : {}
}
