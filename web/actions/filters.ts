import { toQueryString } from '../state/api.ts'

/** What the list of actions is narrowed to, as the address bar holds it: never a child. */
export interface ActionFilters {
  /** `to_do` where nothing is said; `all`: every state. */
  state: string
  /** Of the reader only. */
  isMine: boolean
  hotspot: string | undefined
  meeting: string | undefined
}

export const STATE_CHOICES = [
  { value: 'to_do', label: 'To do' },
  { value: 'overdue', label: 'Overdue' },
  { value: 'complete', label: 'Complete, to be verified' },
  { value: 'verified', label: 'Verified' },
  { value: 'cancelled', label: 'Cancelled' },
  { value: 'all', label: 'All' },
]

/** “to do”, as it stands within a sentence. */
export const stateChoiceWords = (state: string): string =>
  (STATE_CHOICES.find(({ value }) => value === state)?.label ?? state).toLowerCase()

export const filtersIn = ({ searchParams }: URL): ActionFilters => {
  const state = searchParams.get('state') ?? ''
  return {
    state: STATE_CHOICES.some(({ value }) => value === state) ? state : 'to_do',
    isMine: searchParams.has('mine'),
    hotspot: searchParams.get('hotspot') ?? undefined,
    meeting: searchParams.get('meeting') ?? undefined,
  }
}

export const pathOfPage = ({ state, isMine, hotspot, meeting }: ActionFilters): string =>
  `/actions${toQueryString({ state: state === 'to_do' ? undefined : state, mine: isMine ? 'true' : undefined, hotspot, meeting })}`

/** Where the list comes from. @param isMine of the reader only, whatever the filter */
export const pathOfList = ({ state, hotspot, meeting }: ActionFilters, isMine: boolean): string =>
  `/api/actions${toQueryString({
    state: state === 'all' ? undefined : state,
    mine: isMine ? 'true' : undefined,
    hotspot,
    meeting,
    limit: 100,
  })}`
