import type { Basis } from './sources.ts'
import type { Random } from './random.ts'

/** Invented sentences: no name, no address, nothing that a real report said. */
const sentences: Readonly<Record<Basis, readonly string[]>> = {
  found: [
    'Found with two others of about the same age; came back without argument.',
    'Found alone, cold and tired; said they had walked about for most of the night.',
    'Found near the entrance, safe and well, and driven home.',
    'Had a phone that was not theirs, and would not say whose.',
    'Found after a call from staff on site. No injury.',
    'Found sitting in a group of six, some of them older; the group broke up.',
  ],
  disclosed: [
    'Said they were here with friends until late, then got a lift back.',
    'Told the interviewer that "everyone goes there" in the evening.',
    'Said they met someone here whom they know from the internet; would not say more.',
    'Said they waited here because they did not want to go back yet.',
    'Told of a party with music and drink, and of people they did not know.',
    'Said they felt safe here, and that it was warm.',
  ],
  sighted: ['Seen in passing; gone when somebody came to look.', 'Seen with one other; not approached.'],
  suspected: [
    'Thought to have been here: friends were, and their phones were off.',
    'Intelligence that young people gather here on Friday evenings.',
    'Staff believe they came here; a ticket was in the coat pocket.',
    'Thought to be a house where parties are held; not confirmed.',
    'Carer heard the place named on the phone before they left.',
  ],
  frequented: [
    'A place they like to go when upset.',
    'On the list of places to look first.',
    'Often meets friends here after school.',
    'Goes here to be on their own.',
  ],
}

/** What only this source would say. */
const bySource: Readonly<Record<string, readonly string[]>> = {
  partner_cctv: [
    'Seen on camera with one other, walking towards the exit.',
    'On camera for some minutes, alone, looking at a phone.',
  ],
  public: ['Seen by a member of the public who rang in after the appeal.'],
  youth_worker: ['Seen with a group by outreach workers, who spoke with them for a few minutes.'],
  carer_philomena: ["On the carer's list of places to look first.", 'Goes here when upset, the carer says.'],
}

/** A sentence about a report, or nothing, as in real files. */
export const drawNarrative = (random: Random, basis: Basis, source: string, isPrivateAddress: boolean): string => {
  if (random.chance(0.15)) return ''
  const sentencesOfBasis = sentences[basis].filter((sentence) => isPrivateAddress || !/house|party/.test(sentence))
  return random.pick(bySource[source] && basis !== 'found' ? bySource[source] : sentencesOfBasis)
}
