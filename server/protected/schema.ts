import { z } from 'zod'
import { GazetteerImport } from '../gazetteer/schema.ts'
import { Latitude, Longitude, MultiPolygonGeometry, PolygonGeometry, type Operation } from '../shared-schema.ts'

export const PROTECTED_KINDS = ['care_home', 'placement', 'refuge', 'school'] as const

export const PointGeometry = z.object({ type: z.literal('Point'), coordinates: z.tuple([Longitude, Latitude]) })
/** GeoJSON, WGS84. */
export const SettingGeometry = z.discriminatedUnion('type', [PointGeometry, PolygonGeometry, MultiPolygonGeometry])
export type SettingGeometry = z.infer<typeof SettingGeometry>

const NAME = 'Give the setting a name of 1 to 120 characters.'

export const ProtectedSettingInput = z.strictObject({
  kind: z.enum(PROTECTED_KINDS),
  name: z.string(NAME).trim().min(1, NAME).max(120, NAME),
  /** What the source calls it, so that the same file loads twice without doubling. */
  ref: z.string().trim().min(1).max(200).nullable().default(null),
  geometry: SettingGeometry,
})
export type ProtectedSettingInput = z.infer<typeof ProtectedSettingInput>

/** What a hotspot is withheld near to. Those that have ended count no more. */
export const ProtectedSetting = z.object({
  id: z.uuid(),
  kind: z.enum(PROTECTED_KINDS),
  name: z.string(),
  ref: z.string().nullable(),
  geometry: SettingGeometry,
  endedAt: z.string().nullable(),
  createdAt: z.string(),
})
export type ProtectedSetting = z.infer<typeof ProtectedSetting>
export const ProtectedSettingList = z.object({ settings: z.array(ProtectedSetting) })
export type ProtectedSettingList = z.infer<typeof ProtectedSettingList>

const SAY_WHY = 'Say in 1 to 500 characters why the place is independently public.'

export const NewApproval = z.strictObject({
  placeId: z.uuid(),
  reason: z.string(SAY_WHY).trim().min(1, SAY_WHY).max(500, SAY_WHY),
})

/** A named place near a protected setting that may be shown all the same. */
export const PublicPlace = z.object({
  placeId: z.uuid(),
  name: z.string(),
  reason: z.string(),
  approvedBy: z.string(),
  approvedAt: z.string(),
})
export type PublicPlace = z.infer<typeof PublicPlace>
export const PublicPlaceList = z.object({ places: z.array(PublicPlace) })
export type PublicPlaceList = z.infer<typeof PublicPlaceList>

export const operations: Operation[] = [
  {
    method: 'get',
    path: '/api/protected-settings',
    summary: 'Care homes, placements, refuges and schools',
    answer: ProtectedSettingList,
  },
  {
    method: 'post',
    path: '/api/protected-settings',
    summary: 'Add a protected setting',
    body: ProtectedSettingInput,
    answer: ProtectedSetting,
    status: 201,
  },
  {
    method: 'post',
    path: '/api/protected-settings/:id/end',
    summary: 'Say that a protected setting is none any more',
    answer: ProtectedSetting,
  },
  {
    method: 'post',
    path: '/api/protected-settings/import',
    summary: 'Protected settings from GeoJSON points or polygons',
    body: 'application/geo+json',
    answer: GazetteerImport,
    status: 201,
  },
  {
    method: 'get',
    path: '/api/public-places',
    summary: 'Places that are independently public',
    answer: PublicPlaceList,
  },
  {
    method: 'post',
    path: '/api/public-places',
    summary: 'Approve that a place is independently public',
    body: NewApproval,
    answer: PublicPlace,
    status: 201,
  },
  {
    method: 'delete',
    path: '/api/public-places/:placeId',
    summary: 'Take the approval of a place back',
    status: 204,
  },
]
