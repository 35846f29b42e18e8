import {
  AGE_BANDS,
  PRIORITIES,
  SERVICE_TYPES,
  type AgeBand,
  type ReferralPriority,
  type ServiceType,
} from './schema.ts'

export const SERVICE_WORDS: Record<ServiceType, string> = {
  detached: 'Detached youth work',
  outreach_bus: 'Outreach bus',
  diversionary_activity: 'Diversionary activity',
  group_work: 'Group work',
  community_guardian_training: 'Training for community guardians',
}

export const AGE_BAND_WORDS: Record<AgeBand, string> = {
  '10_to_12': '10 to 12',
  '13_to_15': '13 to 15',
  '16_to_17': '16 and 17',
  '18_to_24': '18 to 24',
  any: 'Any age from 10',
}

export const PRIORITY_WORDS: Record<ReferralPriority, string> = {
  routine: 'Routine',
  priority: 'Priority',
  urgent: 'Urgent',
}

/** How many days a provider has to answer. */
export const ANSWER_DAYS: Record<ReferralPriority, number> = { routine: 10, priority: 5, urgent: 2 }

const choicesOf = <Value extends string>(values: readonly Value[], words: Record<Value, string>) =>
  values.map((value) => ({ value, words: words[value] }))

/** What a form offers. */
export const CHOICES = {
  services: choicesOf(SERVICE_TYPES, SERVICE_WORDS),
  ageBands: choicesOf(AGE_BANDS, AGE_BAND_WORDS),
  priorities: choicesOf(PRIORITIES, PRIORITY_WORDS),
}
