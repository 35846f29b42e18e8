import { changedMeanwhile } from './errors.ts'
import type { Problem } from './problem.ts'
import { alreadyThere, cannotBe, stillUsed } from './rule-voices.ts'

/** What the rules of actions and of checked wording say to a person. */
export const actionRules: Record<string, () => Problem> = {
  checked_phrase_pk: alreadyThere('Somebody has looked at these words already.'),
  action_pk: alreadyThere('This action is already there.'),
  action_title_length: cannotBe('Say in 1 to 300 characters what is to be done.'),
  action_hotspot: stillUsed('That place is not under review, or not yours to see.'),
  action_about_known: cannotBe('An action is about a plan, a referral or a patrol.'),
  action_about_whole: cannotBe('Say what the action is about, and which.'),
  action_owner: stillUsed('That person is not there any more.'),
  action_priority_known: cannotBe('The priority is low, normal or high.'),
  action_evidence_length: cannotBe('Say in at most 4,000 characters what shows that it was done.'),
  action_escalated_length: cannotBe('Say in 1 to 200 characters to whom it is escalated.'),
  action_state_known: cannotBe('That state of an action is not known.'),
  action_number_once: () => changedMeanwhile('The list of actions'),
  action_complete_has_evidence: cannotBe('Say what shows that it was done.'),
  action_count_pk: alreadyThere('The actions of this year are already counted.'),
  action_note_pk: alreadyThere('This note is already there.'),
  action_note_action: stillUsed('That action is not there any more.'),
  action_note_words_length: cannotBe('Write 1 to 2,000 characters.'),
}
