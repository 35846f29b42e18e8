import type { ProtectedSetting } from '../../server/protected/schema.ts'

export const KIND_WORDS: Record<ProtectedSetting['kind'], string> = {
  care_home: 'Care home',
  placement: 'Placement',
  refuge: 'Refuge',
  school: 'School',
}
