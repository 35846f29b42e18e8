import { query } from '../db.ts'
import type { Colleague } from './schema.ts'

export const colleagues = query<object, Colleague>('colleagues/colleagues')
