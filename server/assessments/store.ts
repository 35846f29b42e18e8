import { execute, query, queryOne } from '../db.ts'
import type { ReviewState } from '../reviews/schema.ts'
import type { Assessment, AssessmentAnswer, AssessmentContent } from './schema.ts'

interface OfPlace {
  hotspotId: string
}

interface Written extends OfPlace {
  /** JSON text, as are the goals. */
  content: string
  safetyGoals: string
  reviewOn: string
  writtenBy: string
  writtenAgency: string
  at: Date
}

type Stored = Omit<Assessment, keyof AssessmentContent> & { content: AssessmentContent }

const storedAssessment = queryOne<OfPlace, Stored>('assessments/assessment')
/** No row where the reader's grant does not reach the whole of it. */
export const assessmentOf = async (...given: Parameters<typeof storedAssessment>): Promise<Assessment | null> => {
  const stored = await storedAssessment(...given)
  if (!stored) return null
  const { content, ...rest } = stored
  return { ...content, ...rest }
}
export const summaryOf = queryOne<OfPlace, NonNullable<AssessmentAnswer['summary']>>('assessments/summary')
export const stateOfPlace = queryOne<OfPlace, { state: ReviewState }>('assessments/state-of-place')

export const addAssessment = execute<Written>('assessments/add')
/** These give 0 where it is of another version by now. */
export const changeAssessment = execute<Written & { version: number }>('assessments/change')
export const agreeAssessment = execute<OfPlace & { version: number; agreedOn: string; agreedBy: string }>(
  'assessments/agree',
)
/** `was` is JSON text. */
export const keepRevision = execute<OfPlace & { version: number; was: string }>('assessments/keep-revision')
export const revisionsOf = query<OfPlace, { was: Assessment }>('assessments/revisions')
