import * as audit from '../audit/schema.ts'
import * as children from '../children/schema.ts'
import * as findings from '../findings/schema.ts'
import * as gazetteer from '../gazetteer/schema.ts'
import * as health from '../health/schema.ts'
import * as hotspots from '../hotspots/schema.ts'
import * as imports from '../imports/schema.ts'
import * as locations from '../locations/schema.ts'
import * as map from '../map/schema.ts'
import * as people from '../people/schema.ts'
import * as protectedSettings from '../protected/schema.ts'
import * as retention from '../retention/schema.ts'
import * as runs from '../runs/schema.ts'
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
  settings,
  protectedSettings,
  children,
  signIn,
  people,
  audit,
  retention,
]
