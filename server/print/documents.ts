import type { Data } from '../access/matrix.ts'
import type { Printed } from './schema.ts'

interface Document {
  /** Whoever may read these may have them on paper. */
  data: Data
  /** The page that is printed. */
  page: (id: string) => string
  /** Where that page reads the document: a no to this is a no to the document. */
  source: (id: string) => string
  /** What the access log calls it. */
  called: string
}

export const DOCUMENTS: Record<Printed, Document> = {
  pack: {
    data: 'meetingPack',
    page: (id) => `/packs/${id}`,
    source: (id) => `/api/packs/${id}`,
    called: 'pack as PDF',
  },
  minutes: {
    data: 'minutes',
    page: (id) => `/meetings/${id}/minutes`,
    source: (id) => `/api/minutes/${id}`,
    called: 'minutes as PDF',
  },
  actions: {
    data: 'action',
    page: () => '/actions?print=all',
    source: () => '/api/actions',
    called: 'log of actions as PDF',
  },
  briefing: {
    data: 'patrol',
    page: (id) => `/patrols/${id}/briefing`,
    source: (id) => `/api/patrols/${id}/briefing`,
    called: 'briefing as PDF',
  },
}

/** `OS_pack_2023-06.pdf`: marked as the partnership marks what leaves the service. @param name as the page says it, untrusted */
export const filenameOf = (printed: Printed, name: string): string => {
  const safe = name.replaceAll(/[^A-Za-z0-9-]+/g, '-').replaceAll(/^-+|-+$/g, '')
  return `OS_${printed}${safe && `_${safe.slice(0, 60)}`}.pdf`
}
