import { execute, query, queryOne } from '../db.ts'
import type { ProtectedSetting, PublicPlace } from './schema.ts'

/** What is kept of a setting. `geometry` is GeoJSON text, WGS84. */
interface Kept {
  kind: string
  name: string
  ref: string | null
  geometry: string
}

/** `id` null: all of them. */
export const protectedSettings = query<{ id: string | null }, ProtectedSetting>('protected/settings')
export const addSetting = queryOne<Kept, { id: string }>('protected/add-setting')
export const settingByRef = queryOne<Kept, { id: string; isSame: boolean }>('protected/setting-by-ref')
export const changeSetting = execute<Kept & { id: string }>('protected/change-setting')
export const endSetting = execute<{ id: string }>('protected/end-setting')

/** `placeId` null: all of them. */
export const approvals = query<{ placeId: string | null }, PublicPlace>('protected/approvals')
export const approvePlace = execute<{ placeId: string; reason: string; approvedBy: string }>('protected/approve-place')
export const takeApprovalBack = execute<{ placeId: string }>('protected/take-approval-back')
