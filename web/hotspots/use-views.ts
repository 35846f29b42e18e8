import { useEffect } from 'preact/hooks'
import { viewOf, type View } from './filters.ts'
import { NARROW, useMedia } from './use-media.ts'

interface Views {
  isNarrow: boolean
  view: View
  hasList: boolean
  hasMap: boolean
  hasTable: boolean
}

/** What an address shows of list, map and table. On a wide screen list and map are one view; on a phone a chosen place has the screen to itself. */
export const useViews = (address: URL, hasPanel: boolean): Views => {
  const isNarrow = useMedia(NARROW)
  const asked = viewOf(address)
  const view = !isNarrow && asked === 'list' ? 'map' : asked
  useEffect(() => {
    // Fetched while the places are being counted.
    if (view === 'map') void import('../map/create-map.ts').catch(() => {})
  }, [view])

  const isSheet = isNarrow && hasPanel
  return {
    isNarrow,
    view,
    hasList: !isSheet && (view === 'list' || !isNarrow),
    hasMap: !isSheet && view === 'map',
    hasTable: !isSheet && view === 'table',
  }
}
