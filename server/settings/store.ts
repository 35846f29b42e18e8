import { execute, query } from '../db.ts'

export interface StoredSetting {
  name: string
  value: unknown
  changedBy: string
  changedAt: string
}

export const storedSettings = query<object, StoredSetting>('settings/stored')
/** Gives no row where the value is the one that stands already. `value` is JSON text. */
export const storeSetting = execute<{ name: string; value: string; changedBy: string }>('settings/store')
