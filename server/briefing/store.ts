import { queryOne } from '../db.ts'
import type { BriefedPatrol } from './briefing-answer.ts'

export const patrolToBrief = queryOne<{ id: string }, BriefedPatrol>('briefing/patrol')
