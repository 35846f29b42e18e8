import type { Setup } from '../../server/map/schema.ts'
import { dayWords } from '../dates.ts'

/** The filters are the address bar's parameters, under the names that the API gives them. These three are the page's own. */
const PAGE_PARAMETERS = ['view', 'place', 'sort']

export type View = 'list' | 'map' | 'table'

export interface Period {
  from: string
  /** Exclusive, as the API has it. */
  to: string
}

/** The query string of the API for an address of the page: everything but the page's own parameters, so that the API can name what is wrong. */
export const apiQuery = (address: URL): string => {
  const parameters = new URLSearchParams(address.search)
  for (const name of PAGE_PARAMETERS) parameters.delete(name)
  const query = parameters.toString()
  return query && `?${query}`
}

/** The address with some parameters set, or taken away where undefined. */
export const withParameters = (address: URL, changes: Record<string, string | undefined>): string => {
  const parameters = new URLSearchParams(address.search)
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === '') parameters.delete(name)
    else parameters.set(name, value)
  }
  // Commas between bases are plain in an address that people send each other.
  const query = parameters.toString().replaceAll('%2C', ',')
  return address.pathname + (query && `?${query}`)
}

export const viewOf = (address: URL): View => {
  const view = address.searchParams.get('view')
  return view === 'map' || view === 'table' ? view : 'list'
}

/** The period an address asks for, its gaps filled from the last 12 complete months; what is no date is left to the API to refuse. */
export const periodOf = (address: URL, usual: Period): Period => {
  const asked = (name: 'from' | 'to') => {
    const day = address.searchParams.get(name) ?? ''
    return isDay(day) ? day : undefined
  }
  return { from: asked('from') ?? usual.from, to: asked('to') ?? usual.to }
}

export const isDay = (text: string) =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().slice(0, 10) === text

/** The day some days after another, YYYY-MM-DD. */
export const addDays = (day: string, days: number): string => {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** The first of a month some months after the first of another, YYYY-MM-DD. */
export const addMonths = (firstOfMonth: string, months: number): string => {
  const date = new Date(`${firstOfMonth}T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + months)
  return date.toISOString().slice(0, 10)
}

/** “1 Jul 2022 – 30 Jun 2023”: people are shown the last day, not the one after it. */
export const periodWords = ({ from, to }: Period): string => {
  const last = addDays(to, -1)
  return from === last ? dayWords(from) : `${dayWords(from)} – ${dayWords(last)}`
}

export interface Preset {
  label: string
  period: Period
}

/** The periods that meetings ask for. @param usual the last 12 complete months */
export const presets = ({ period: usual }: Pick<Setup, 'period'>): Preset[] => [
  { label: 'Last 12 complete months', period: usual },
  { label: 'The 12 months before those', period: { from: addMonths(usual.from, -12), to: usual.from } },
  { label: 'Last 3 complete months', period: { from: addMonths(usual.to, -3), to: usual.to } },
]

/** True where nothing but the page's own parameters is set. */
export const hasNoFilter = (address: URL): boolean => apiQuery(address) === ''

/** What an address can name a hotspot by; those of stored months have an identity of their own. */
export interface Named {
  hotspotId?: string
  placeId: string | null
  rank: number
}

/** How an address names a hotspot: by what holds in other months or under other filters too, a cluster without such by its rank. */
export const placeKey = ({ hotspotId, placeId, rank }: Named): string => hotspotId ?? placeId ?? String(rank)

/** The hotspot that an address names, by any of its names, if this answer has it. */
export const findPlace = <H extends Named>(hotspots: readonly H[], key: string | null): H | undefined =>
  key ? hotspots.find(({ hotspotId, placeId, rank }) => [hotspotId, placeId, String(rank)].includes(key)) : undefined
