/** The first words of every briefing, whoever writes the rest. */
export const CHILD_FIRST = [
  'Children found here are to be treated as victims first. Do not criminalise what somebody made them do.',
  'Check at once whether a child is reported missing. A child in danger of significant harm can be taken into police protection (Children Act 1989, section 46).',
  'Speak to a child about how they are before anything else, and tell the missing team and children’s social care the same day.',
]

/** What the numbers behind a patrol can and cannot say. */
export const EVIDENCE =
  'The published trials of how long and how often to visit are about violence. Nothing found shows that patrols reduce sightings of missing children.'

/** Where a find is written down, for those who may not do it themselves. */
export const IF_FOUND =
  'If you find a missing child, tell the police missing team at once and say that a patrol found them: finds on patrol are kept apart when places are ranked.'

export const MARKING = 'OFFICIAL-SENSITIVE'
