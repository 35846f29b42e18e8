import { may } from '../state/session.ts'

interface Section {
  href: string
  label: string
  /** The section holds every address that begins like this. */
  starts: string[]
  /** Any of these opens it. */
  needs: string[]
}

const SECTIONS: Section[] = [
  // A provider begins with what it is asked for.
  { href: '/referrals', label: 'Referrals', starts: ['/referrals', '/sessions'], needs: ['outreachSession:create'] },
  { href: '/', label: 'Map', starts: [], needs: ['exactReport:read', 'hotspot:read'] },
  { href: '/month', label: 'Month', starts: ['/month', '/backtest'], needs: ['storedRun:read'] },
  { href: '/shared', label: 'Shared map', starts: ['/shared'], needs: ['hotspot:read'] },
  { href: '/visit', label: 'Visits', starts: ['/visit'], needs: ['patrolVisit:create'] },
  {
    href: '/reviews',
    label: 'Work',
    starts: [
      '/reviews',
      '/plans',
      '/referrals',
      '/patrols',
      '/actions',
      '/safe-places',
      '/sessions',
      '/shift',
      '/visit',
    ],
    needs: ['review:read'],
  },
  { href: '/meetings', label: 'Meeting', starts: ['/meetings', '/packs'], needs: ['meeting:read'] },
  { href: '/places', label: 'Places', starts: ['/places'], needs: ['gazetteer:read'] },
  {
    href: '/data',
    label: 'Data',
    starts: ['/data', '/references', '/shares', '/retention'],
    needs: ['fileImport:read', 'exactReport:create'],
  },
  { href: '/runs', label: 'Runs', starts: ['/runs', '/protected'], needs: ['storedRun:read'] },
  { href: '/list', label: 'List', starts: ['/list'], needs: ['hotspotList:read'] },
  { href: '/people', label: 'People', starts: ['/people'], needs: ['people:read'] },
  { href: '/settings', label: 'Settings', starts: ['/settings', '/retention'], needs: ['policy:read'] },
  {
    href: '/access-log',
    label: 'Access log',
    starts: ['/access-log'],
    needs: ['auditLog:read', 'auditHealth:read'],
  },
]

/** The sections of a person, with the one that an address belongs to. */
export const sectionsFor = (pathname: string) => {
  const isHomeElsewhere = beginsElsewhere()
  const sections = SECTIONS.filter(
    ({ href, needs }) =>
      needs.some(may) &&
      (href !== '/shared' || isHomeElsewhere || may('exactReport:read')) &&
      (href !== '/' || !isHomeElsewhere),
  )
  const here = sections.find(
    ({ href, starts }) => href === pathname || starts.some((start) => isUnder(pathname, start)),
  )
  // A place as partners see it belongs to the map of those who have no other.
  const home = sections.find(({ href }) => href === '/')
  const current = here ?? (isUnder(pathname, '/shared') ? home : undefined)
  return sections.map((section) => ({ ...section, isHere: section === current }))
}

const isUnder = (pathname: string, start: string) => pathname === start || pathname.startsWith(`${start}/`)

/** Whose work begins in a list and not on a map: a provider's inbox. */
export const beginsElsewhere = (): boolean => may('outreachSession:create')

/** Where a person without a map begins; undefined: nowhere. */
export const firstPath = (): string | undefined => {
  if (beginsElsewhere()) return '/referrals'
  if (may('hotspotList:read')) return '/list'
  if (may('auditLog:read')) return '/access-log'
  if (may('people:read')) return '/people'
  return undefined
}
