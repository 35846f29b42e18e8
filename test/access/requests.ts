import { randomUUID } from 'node:crypto'
import { REFERRAL, SESSION } from '../referrals/make-referral.ts'
import { PATROL_PLAN, SHIFT, VISIT_REPORT } from '../patrols/make-patrol.ts'

interface Request {
  body?: unknown
  headers?: Record<string, string>
}

export interface Known {
  placeId: string
  reportId: string
  monthId: string
  /** Planned, of the same place. */
  patrolId: string
  shiftId: string
  /** Scheduled, of the same place. */
  referralId: string
  /** Started, of the same place. */
  planId: string
  quarterId: string
  safePlaceId: string
  /** Of a meeting whose pack is frozen. */
  packId: string
  actionId: string
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

export const SAFE_PLACE = {
  kind: 'safe_place',
  name: 'A library',
  geometry: { type: 'Point', coordinates: [-1.48, 52.92] },
  openHours: [{ day: 0, from: '09:00', to: '17:00' }],
  contactRole: 'duty manager',
  notes: '',
}
export const PLAN_DESIGN = {
  baselineFrom: '2022-07-04',
  startsOn: '2023-01-02',
  evaluationFrom: '2023-01-02',
  evaluationTo: '2023-05-01',
  bufferMetres: 300,
  comparatorPlaceIds: [],
  togetherPlaceIds: [],
}
export const PLAN = {
  objective: 'Half as many evenings without an adult there by June.',
  leadAgency: 'Derby City Council',
  leadRole: 'Neighbourhood manager',
}
const PLAN_WORDS = Object.fromEntries(
  [
    'scanning',
    'victims',
    'offenders',
    'location',
    'time',
    'guardianGap',
    'handlerGap',
    'managerGap',
    'analysis',
    'assessment',
    'lessons',
  ].map((name) => [name, '']),
)
/** What a change of a plan is sent as, but for its owner and version. */
export const PLAN_CHANGE = {
  ...PLAN,
  ...PLAN_DESIGN,
  response: '',
  safetyGoals: [],
  reviewOn: '2023-08-01',
  analysis: PLAN_WORDS,
}
const MEASURE = { detail: 'Lamps by the gate.', leadAgency: 'Derby City Council' }
const SIDE = { strengths: 'A youth club is near.', needs: 'Nobody is there at night.', rating: 3 }
export const ASSESSMENT = {
  trigger: 'Confirmed in June.',
  harmTypes: ['cce'],
  youngPeople: SIDE,
  guardianship: SIDE,
  environment: SIDE,
  contextWeight: 'high',
  contextWords: '',
  youngPeoplesVoice: '',
  communityViews: '',
  observationDates: ['2023-06-20'],
  assessors: ['Derby City Council'],
  safetyGoals: [{ goal: 'An adult is there until 22:00.', measure: 'Hours covered a week.' }],
  reviewOn: '2023-10-01',
  version: 0,
}

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
  'POST /api/meetings': { body: { month: '2023-05', heldOn: '2023-06-20' } },
  'PATCH /api/meetings/:id': { body: { version: 99, venue: 'The Council House' } },
  'POST /api/meetings/:id/steps': { body: { step: 'open', version: 99 } },
  'POST /api/meetings/:id/freeze': { body: { version: 99 } },
  'POST /api/meetings/:id/attendance': { body: { role: 'Inspector', agency: 'Derbyshire Constabulary' } },
  'PATCH /api/meetings/:id/attendance/:attendanceId': { body: { version: 99, status: 'present' } },
  'POST /api/meetings/:id/items': { body: { title: 'Lights' } },
  'PATCH /api/meetings/:id/items/:itemId': { body: { version: 99, notes: 'Said.' } },
  'POST /api/meetings/:id/decisions': { body: { itemId: randomUUID(), words: 'So decided.' } },
  'PATCH /api/meetings/:id/decisions/:decisionId': { body: { version: 99, words: 'So decided.' } },
  'PATCH /api/minutes/:meetingId/sections/:sectionId': { body: { version: 99, words: 'So it was.' } },
  'POST /api/minutes/:meetingId/addenda': { body: { words: 'Read: twelve.' } },
  'POST /api/meeting-children/:meetingId/notes': { body: { childId: randomUUID(), words: 'Said.' } },
  'PATCH /api/meeting-children/:meetingId/notes/:noteId': { body: { version: 99, words: 'Said.' } },
  'POST /api/actions': {
    body: { title: 'Ask the owner for light.', ownerId: randomUUID(), dueOn: '2023-08-01' },
  },
  'PATCH /api/actions/:id': { body: { version: 99, title: 'Ask again.' } },
  'POST /api/actions/:id/notes': { body: { words: 'Asked.' } },
  'POST /api/actions/:id/steps': { body: { step: 'start', version: 99 } },
  'POST /api/reviews/:id/steps': { body: { step: 'confirm', version: 99, why: 'seen' } },
  'POST /api/reviews/:id/merge': { body: { into: placeId, version: 99, why: 'the same' } },
  'PUT /api/assessments/:reviewId': { body: ASSESSMENT },
  'POST /api/safe-places': { body: SAFE_PLACE },
  'PUT /api/safe-places/:id': { body: { ...SAFE_PLACE, version: 99 } },
  'POST /api/safe-places/:id/retire': { body: { version: 99, why: 'gone' } },
  'POST /api/safe-places/:id/restore': { body: { version: 99 } },
  'POST /api/assessments/:reviewId/agree': { body: { version: 99, agreedOn: '2023-07-01' } },
  'POST /api/plans': { body: { ...PLAN, hotspotId: placeId, ownerId: randomUUID() } },
  'PUT /api/plans/:id': { body: { ...PLAN_CHANGE, ownerId: randomUUID(), version: 99 } },
  'POST /api/plans/:id/steps': { body: { step: 'propose', version: 99 } },
  'POST /api/measures': { body: { ...MEASURE, planId: randomUUID(), code: 'lighting' } },
  'PUT /api/measures/:id': {
    body: { ...MEASURE, legalBasis: '', startsOn: null, endsOn: null, outcome: null, version: 99 },
  },
  'POST /api/measures/:id/steps': { body: { step: 'start', version: 99 } },
  'POST /api/person-measures': {
    body: {
      planId: randomUUID(),
      code: 'child_abduction_warning_notice',
      isInPlace: true,
      owningAgency: 'Derbyshire Constabulary',
      externalRef: 'DC/2023/117',
    },
  },
  'PUT /api/person-measures/:id': { body: { isInPlace: false, externalRef: null, version: 99 } },
  'POST /api/reviews/:id/split': { body: { part: placeId, version: 99, why: 'another' } },
  'POST /api/patrols': { body: { hotspotId: placeId, objective: 'Be seen.', why: 'The meeting asks.' } },
  'PATCH /api/patrols/:id': { body: { ...PATROL_PLAN, version: 99 } },
  'POST /api/patrols/:id/steps': { body: { step: 'complete', version: 99 } },
  'POST /api/visits': { body: { id: randomUUID(), patrolId: randomUUID(), how: 'foot', agoSeconds: 0 } },
  'POST /api/visits/:id/end': { body: { agoSeconds: 0 } },
  'PATCH /api/visits/:id': { body: { ...VISIT_REPORT, version: 1 } },
  'POST /api/shifts/route': { body: { ...SHIFT, patrolIds: [randomUUID()] } },
  'POST /api/shifts': { body: { ...SHIFT, order: [randomUUID()] } },
  'PATCH /api/shifts/:id': { body: { ...SHIFT, order: [randomUUID()], version: 1 } },
  'POST /api/referrals': { body: { ...REFERRAL, hotspotId: placeId } },
  'PATCH /api/referrals/:id': { body: { ...REFERRAL, version: 99 } },
  'POST /api/referrals/:id/steps': { body: { step: 'accept', version: 99 } },
  'PUT /api/outreach/:id/planned': { body: { version: 99, planned: [] } },
  'POST /api/outreach/:id/sessions': { body: { ...SESSION, id: randomUUID() } },
  'PATCH /api/outreach/sessions/:id': { body: { ...SESSION, version: 99 } },
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
  'GET /api/referrals/proposal': '?hotspot=PLACE',
  'GET /api/hotspots/profile': '?rank=1',
  'GET /api/gazetteer/search': '?q=park',
  'GET /api/plans/comparators': '?hotspot=PLACE',
  'GET /api/person-measures': '?plan=PLAN',
}

/** A well-formed request of a route. */
export const requestOf = (route: string, known: Known): Request & { method: string; path: string } => {
  const [method = '', template = ''] = route.split(' ')
  const path = template
    .replace(':name', 'minPoints')
    .replace(':placeId', known.placeId)
    .replace(':meetingId', known.packId)
    .replace(':reviewId', known.placeId)
    // A named place is its own hotspot.
    .replace(':hotspotId', known.placeId)
    .replace(':id', () => {
      if (template.startsWith('/api/places') || template.startsWith('/api/shared')) return known.placeId
      if (template.startsWith('/api/reviews')) return known.placeId
      if (template.startsWith('/api/safe-places')) return known.safePlaceId
      if (template.startsWith('/api/reports')) return known.reportId
      if (template.startsWith('/api/patrols')) return known.patrolId
      if (template.startsWith('/api/plans')) return known.planId
      if (template.startsWith('/api/shifts')) return known.shiftId
      if (/^\/api\/(referrals|outreach\/:id)/.test(template)) return known.referralId
      if (template.startsWith('/api/meetings')) return known.packId
      if (template.startsWith('/api/actions')) return known.actionId
      if (template.startsWith('/api/runs')) return known.monthId
      if (template.startsWith('/api/lists')) return known.quarterId
      return randomUUID()
    })
  const { body = method === 'GET' ? undefined : {}, headers } = requestsOf(known)[route] ?? {}
  return {
    method,
    path: path + (QUERIES[route]?.replace('PLACE', known.placeId).replace('PLAN', known.planId) ?? ''),
    ...(body !== undefined && { body }),
    ...(headers && { headers }),
  }
}
