import { changedMeanwhile, conflict } from './errors.ts'
import type { Problem } from './problem.ts'
import { alreadyThere, cannotBe, stillUsed } from './rule-voices.ts'

/** What the named rules of patrols, visits and shifts say to a person. */
export const patrolRules: Record<string, () => Problem> = {
  patrol_pk: alreadyThere('This request is already there.'),
  patrol_number_once: alreadyThere('This number is already given. Send the request again.'),
  patrol_hotspot: stillUsed('That place is not there any more.'),
  patrol_objective_length: cannotBe('Say in 1 to 300 characters what the visits are to do.'),
  patrol_why_length: cannotBe('Say in 1 to 1,000 characters why visits are asked for.'),
  patrol_state_known: cannotBe('That state of a patrol task is not known.'),
  patrol_windows_listed: cannotBe('Give the windows as a list.'),
  patrol_dwell_range: cannotBe('A visit takes 10 to 15 minutes.'),
  patrol_visits_a_day_range: cannotBe('Give 1 to 12 visits a day.'),
  patrol_activities_known: cannotBe('Choose activities of the list.'),
  patrol_risk_notes_length: cannotBe('Give the risk notes in at most 1,000 characters.'),
  patrol_briefing_length: cannotBe('Give the briefing in at most 2,000 characters.'),
  patrol_task_whole: cannotBe('A task says when, how long, how often and how the place is visited.'),
  patrol_valid_in_order: cannotBe('A task ends after it begins.'),
  patrol_visit_pk: alreadyThere('A visit of that id is already there, of somebody else or of another task.'),
  patrol_visit_patrol: stillUsed('That patrol task is not there any more.'),
  patrol_visit_hotspot: stillUsed('That place is not there any more.'),
  patrol_visit_how_known: cannotBe('A visit is on foot, by vehicle or by cycle.'),
  patrol_visit_engagements_range: cannotBe('Give the number of people spoken to, from 0 to 999.'),
  patrol_visit_safeguarding_range: cannotBe('Give the number of safeguarding actions, from 0 to 99.'),
  patrol_visit_stop_and_search_range: cannotBe('Give the number of stops and searches, from 0 to 99.'),
  patrol_visit_other_enforcement_range: cannotBe('Give the number of other enforcement actions, from 0 to 99.'),
  patrol_visit_in_order: cannotBe('A visit ends after it begins.'),
  patrol_visit_said_whole: cannotBe('Say each of the numbers of a visit, or none.'),
  patrol_visit_said_after_end: cannotBe('End the visit first, then say what was done.'),
  patrol_visit_one_under_way: () =>
    conflict('visit-under-way', 'A visit is under way', 'End the visit that is under way first, then begin the next.'),
  patrol_shift_pk: () => changedMeanwhile('The shift'),
  patrol_shift_from_time_shape: cannotBe('Give the beginning of the shift as HH:MM.'),
  patrol_shift_to_time_shape: cannotBe('Give the end of the shift as HH:MM.'),
  patrol_shift_how_known: cannotBe('A shift is on foot or driving.'),
  patrol_shift_stop_pk: () => changedMeanwhile('The shift'),
  patrol_shift_stop_shift: stillUsed('That shift is not there any more.'),
  patrol_shift_stop_position_range: cannotBe('A shift has 1 to 24 visits.'),
  patrol_shift_stop_patrol: stillUsed('That patrol task is not there any more.'),
  patrol_shift_stop_hotspot: stillUsed('That place is not there any more.'),
}
