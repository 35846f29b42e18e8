import type { Problem } from './problem.ts'
import { alreadyThere, cannotBe, stillUsed } from './rule-voices.ts'

const notThere = stillUsed('That meeting is not there any more.')

/** What the named rules of meetings and minutes say to a person. */
export const meetingRules: Record<string, () => Problem> = {
  meeting_pk: alreadyThere('This meeting is already there.'),
  meeting_month_shape: cannotBe('Give a month as YYYY-MM, such as 2023-06.'),
  meeting_starts_at_shape: cannotBe('Give the time as HH:MM, such as 14:00.'),
  meeting_venue_length: cannotBe('Say in 1 to 200 characters where it is.'),
  meeting_state_known: cannotBe('That state of a meeting is not known.'),
  meeting_one_a_month: alreadyThere('That month has a meeting already. Cancel that one first, or change when it is.'),
  meeting_attendance_pk: alreadyThere('This attendance is already there.'),
  meeting_attendance_meeting: notThere,
  meeting_attendance_role_length: cannotBe('Say in 1 to 120 characters in which role.'),
  meeting_attendance_agency_length: cannotBe('Say in 1 to 120 characters of which agency.'),
  meeting_attendance_partner_known: cannotBe('Choose chair, council or police.'),
  meeting_attendance_status_known: cannotBe('Choose present, apologies or absent.'),
  meeting_attendance_once: alreadyThere('That role of that agency is on the list already.'),
  agenda_item_pk: alreadyThere('This item is already there.'),
  agenda_item_meeting: notThere,
  agenda_item_title_length: cannotBe('Say in 1 to 200 characters what the item is.'),
  agenda_item_hotspot: stillUsed('That place is not under review.'),
  agenda_item_notes_length: cannotBe('Write at most 8,000 characters.'),
  agenda_item_place_once: alreadyThere('That place is on the agenda already.'),
  decision_pk: alreadyThere('This decision is already there.'),
  decision_meeting: notThere,
  decision_item: stillUsed('That item is not there any more.'),
  decision_words_length: cannotBe('Say in 1 to 2,000 characters what was decided.'),
  minutes_section_pk: alreadyThere('This section is already there.'),
  minutes_section_meeting: notThere,
  minutes_section_title_length: cannotBe('A section has a title of 1 to 200 characters.'),
  minutes_section_words_length: cannotBe('Write at most 20,000 characters.'),
  minutes_section_position_once: alreadyThere('The minutes have a section there already.'),
  minutes_addendum_pk: alreadyThere('This addendum is already there.'),
  minutes_addendum_meeting: notThere,
  minutes_addendum_words_length: cannotBe('Say in 1 to 4,000 characters what is to be corrected.'),
  meeting_child_note_pk: alreadyThere('This note is already there.'),
  meeting_child_note_meeting: notThere,
  meeting_child_note_child: stillUsed('That child is not there any more.'),
  meeting_child_note_words_length: cannotBe('Write 1 to 4,000 characters.'),
}
