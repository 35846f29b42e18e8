import * as assessments from '../assessments/schema.ts'
import * as actions from '../actions/schema.ts'
import * as audit from '../audit/schema.ts'
import * as children from '../children/schema.ts'
import * as colleagues from '../colleagues/schema.ts'
import * as effects from '../effects/schema.ts'
import * as findings from '../findings/schema.ts'
import * as gazetteer from '../gazetteer/schema.ts'
import * as health from '../health/schema.ts'
import * as hotspots from '../hotspots/schema.ts'
import * as imports from '../imports/schema.ts'
import * as locations from '../locations/schema.ts'
import * as map from '../map/schema.ts'
import * as meetingChildren from '../meeting-children/schema.ts'
import * as meetings from '../meetings/schema.ts'
import * as minutes from '../minutes/schema.ts'
import * as packs from '../packs/schema.ts'
import * as briefing from '../briefing/schema.ts'
import * as patrols from '../patrols/schema.ts'
import * as shifts from '../shifts/schema.ts'
import * as visits from '../visits/schema.ts'
import * as outreach from '../outreach/schema.ts'
import * as referrals from '../referrals/schema.ts'
import * as measures from '../measures/schema.ts'
import * as people from '../people/schema.ts'
import * as plans from '../plans/schema.ts'
import * as print from '../print/schema.ts'
import * as protectedSettings from '../protected/schema.ts'
import * as retention from '../retention/schema.ts'
import * as reviews from '../reviews/schema.ts'
import * as runs from '../runs/schema.ts'
import * as safePlaces from '../safe-places/schema.ts'
import * as settings from '../settings/schema.ts'
import * as signIn from '../sign-in/schema.ts'
import * as shared from '../shared-schema.ts'
import type { Operation } from '../shared-schema.ts'
import * as openapi from './schema.ts'

export interface Feature {
  /** What a person calls it. */
  name: string
  operations: Operation[]
}

/** Every feature that speaks over HTTP, in the order a person would look for it. */
export const features: Feature[] = [
  { name: 'Hotspots and exports', operations: hotspots.operations },
  { name: 'Stored runs, and what partners see', operations: runs.operations },
  { name: 'Findings of a stored month', operations: findings.operations },
  {
    name: 'The monthly meeting and its minutes',
    operations: [...meetings.operations, ...minutes.operations, ...meetingChildren.operations],
  },
  { name: 'Packs of the monthly meeting', operations: packs.operations },
  { name: 'Places under review', operations: reviews.operations },
  { name: 'Actions', operations: [...actions.operations, ...colleagues.operations] },
  { name: 'Assessments of places', operations: assessments.operations },
  { name: 'Safe places and guardians', operations: safePlaces.operations },
  { name: 'Disruption plans, and whether they worked', operations: [...plans.operations, ...effects.operations] },
  { name: 'Measures of a plan', operations: measures.operations },
  { name: 'Patrol tasks and their briefings', operations: [...patrols.operations, ...briefing.operations] },
  { name: 'Visits and shifts', operations: [...visits.operations, ...shifts.operations] },
  {
    name: 'Referrals to youth providers, and their sessions',
    operations: [...referrals.operations, ...outreach.operations],
  },
  { name: 'Imports', operations: imports.operations },
  { name: 'Location reports and the queue', operations: locations.operations },
  { name: 'Gazetteer', operations: gazetteer.operations },
  { name: 'Protected settings', operations: protectedSettings.operations },
  { name: 'Case numbers and shared children', operations: children.operations },
  { name: 'Signing in', operations: signIn.operations },
  { name: 'People', operations: people.operations },
  { name: 'Access log', operations: audit.operations },
  { name: 'Retention', operations: retention.operations },
  { name: 'Policy settings', operations: settings.operations },
  { name: 'Printed documents', operations: print.operations },
  { name: 'Map', operations: map.operations },
  { name: 'Service', operations: [...health.operations, ...openapi.operations] },
]

/** The modules whose exported schemas become the document's components, under the names they are exported by. */
export const schemaModules: Record<string, unknown>[] = [
  shared,
  gazetteer,
  health,
  hotspots,
  imports,
  locations,
  map,
  runs,
  findings,
  reviews,
  actions,
  colleagues,
  assessments,
  safePlaces,
  plans,
  effects,
  measures,
  settings,
  protectedSettings,
  children,
  signIn,
  meetings,
  minutes,
  meetingChildren,
  packs,
  patrols,
  briefing,
  visits,
  shifts,
  outreach,
  referrals,
  people,
  audit,
  retention,
  print,
]
