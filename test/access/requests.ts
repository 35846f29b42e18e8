import { randomUUID } from 'node:crypto'

interface Request {
  body?: unknown
  headers?: Record<string, string>
}

export interface Known {
  placeId: string
  reportId: string
  monthId: string
  quarterId: string
}

const csv = { headers: { 'content-type': 'text/csv' } }
const geojson = { headers: { 'content-type': 'application/geo+json' } }
const square = (easting: number) => ({
  type: 'Polygon',
  coordinates: [
    [
      [easting, 52.9],
      [easting + 0.01, 52.9],
      [easting + 0.01, 52.91],
      [easting, 52.91],
      [easting, 52.9],
    ],
  ],
})

/** What makes a request good enough to reach the database; an empty object where nothing is named. */
const requestsOf = ({ placeId, reportId }: Known): Record<string, Request> => ({
  'POST /api/reports': {
    body: {
      basis: 'found',
      observedFrom: '2023-06-30T21:15',
      timePrecision: 'exact',
      placeId,
      isPrivateAddress: false,
      childSourceId: `M-${randomUUID()}`,
    },
  },
  'POST /api/reports/:id/place': { body: { version: 99, placeId } },
  'POST /api/reports/:id/set-aside': { body: { version: 99, reason: 'no idea' } },
  'POST /api/reports/:id/return-to-queue': { body: { version: 99 } },
  'POST /api/queue/duplicates': {
    body: { firstReportId: reportId, secondReportId: randomUUID(), decision: 'keep_apart' },
  },
  'POST /api/imports/reports': { body: 'nothing\n', ...csv },
  'POST /api/imports/episodes': { body: 'nothing\n', ...csv },
  'POST /api/references': { body: { caseNumbers: ['1234'] } },
  'POST /api/child-shares': { body: { reference: 'YP-1001', role: 'cre_team' } },
  'POST /api/protected-settings': { body: { kind: 'refuge', name: 'A refuge', geometry: square(-1.6) } },
  'POST /api/protected-settings/import': { body: '{"type":"FeatureCollection","features":[]}', ...geojson },
  'POST /api/public-places': { body: { placeId, reason: 'a public park' } },
  'POST /api/runs': { body: { kind: 'month', month: '2023-04' } },
  'POST /api/places': { body: { name: `Place ${randomUUID()}`, category: 'park', geometry: square(-1.4) } },
  'PATCH /api/places/:id': { body: { version: 99, name: 'Another' } },
  'POST /api/places/:id/retire': { body: { version: 99, reason: 'gone' } },
  'POST /api/places/:id/restore': { body: { version: 99 } },
  'POST /api/gazetteer/imports/naptan': { body: 'nothing\n', ...csv },
  'POST /api/gazetteer/imports/postcodes': { body: 'postcode,easting,northing\n', ...csv },
  'POST /api/gazetteer/imports/places': { body: '{"type":"FeatureCollection","features":[]}', ...geojson },
  'POST /api/gazetteer/imports/areas': { body: '{"type":"FeatureCollection","features":[]}', ...geojson },
  'POST /api/people': {
    body: { username: `p.${randomUUID()}`, name: 'Somebody', role: 'practitioner', agency: 'Derby City Council' },
  },
  'PATCH /api/people/:id': {
    body: { name: 'Somebody', role: 'practitioner', agency: 'Derby City Council', version: 1, areaIds: [] },
  },
  'POST /api/settings/:name/proposals': { body: { value: 6, reason: 'to try' } },
  'POST /api/session/reasons': { body: { subject: 'child', code: 'audit', words: '' } },
  'POST /api/session/list/end': { body: { ids: [] } },
})

/** Query strings that the routes ask for. */
const QUERIES: Record<string, string> = {
  'GET /api/hotspots/profile': '?rank=1',
  'GET /api/gazetteer/search': '?q=park',
}

/** A well-formed request of a route. */
export const requestOf = (route: string, known: Known): Request & { method: string; path: string } => {
  const [method = '', template = ''] = route.split(' ')
  const path = template
    .replace(':name', 'minPoints')
    .replace(':placeId', known.placeId)
    // A named place is its own hotspot.
    .replace(':hotspotId', known.placeId)
    .replace(':id', () => {
      if (template.startsWith('/api/places') || template.startsWith('/api/shared')) return known.placeId
      if (template.startsWith('/api/reports')) return known.reportId
      if (template.startsWith('/api/runs')) return known.monthId
      if (template.startsWith('/api/lists')) return known.quarterId
      return randomUUID()
    })
  const { body = method === 'GET' ? undefined : {}, headers } = requestsOf(known)[route] ?? {}
  return {
    method,
    path: path + (QUERIES[route] ?? ''),
    ...(body !== undefined && { body }),
    ...(headers && { headers }),
  }
}
