import { isDatabaseUnavailable } from './database/open.ts'
import { Problem, type ProblemDetail } from './problem.ts'

/** The catalogue of problems: every slug that the service can answer with stands here. */

export const invalidQuery = (errors: ProblemDetail[]) =>
  new Problem(400, 'invalid-query', 'The address asks for something that cannot be', summary(errors), errors)

export const invalidBody = (errors: ProblemDetail[]) =>
  new Problem(422, 'invalid-body', 'Some of what was sent cannot be taken', summary(errors), errors)

export const malformedBody = () =>
  new Problem(
    400,
    'malformed-body',
    'The request could not be read',
    'The body is not well-formed JSON. Send one JSON object.',
  )

export const bodyTooLarge = (limitBytes: number) =>
  new Problem(
    413,
    'body-too-large',
    'The request is too large',
    `Send less than ${Math.floor(limitBytes / 2 ** 20)} MB at once. A long list of reports or episodes goes to an import, which takes any size.`,
  )

export const wrongMediaType = (wanted: string) =>
  new Problem(415, 'wrong-media-type', 'The body is of a kind that is not read here', `Send it as ${wanted}.`)

export const fromElsewhere = () =>
  new Problem(
    403,
    'from-elsewhere',
    'That came from another site',
    'The service answers only its own pages, at an address of this machine. Open it at the address that the start printed.',
  )

export const notFound = (what = 'That address') =>
  new Problem(
    404,
    'not-found',
    'Not found',
    `${what} is not known here. It may have been removed, or the link may be incomplete.`,
  )

/** What the file server refuses: a range that the file does not have, or a version that is no longer there. */
const notAsExpected = (status: number) =>
  new Problem(
    status,
    'not-as-expected',
    'The file is not as the request expects',
    'It asks for a part or a version that is not there. Ask for the whole file again.',
  )

export const changedMeanwhile = (what: string) =>
  new Problem(
    409,
    'changed-meanwhile',
    'Somebody changed this first',
    `${what} was changed since you opened it. Look at it again, then make your change.`,
  )

export const conflict = (slug: string, title: string, detail: string) => new Problem(409, slug, title, detail)

export const unprocessable = (slug: string, title: string, detail: string, errors?: ProblemDetail[]) =>
  new Problem(422, slug, title, detail, errors)

export const databaseUnavailable = () =>
  new Problem(
    503,
    'database-unavailable',
    'The database is not answering',
    'The service cannot reach its database just now. Nothing was changed. Try again in half a minute.',
    undefined,
    { 'Retry-After': '30' },
  )

const diskFull = () =>
  new Problem(
    507,
    'disk-full',
    'There is no room left',
    'The disk of the database is full, so that was not kept. Tell whoever looks after the service to make room.',
  )

export const internalError = () =>
  new Problem(
    500,
    'internal-error',
    'Something went wrong here',
    'The service could not finish that. Nothing half-done was kept. If it happens again, tell whoever looks after the service, with the time.',
  )

const MOST_SENTENCES = 10

const summary = (errors: ProblemDetail[]) =>
  [...new Set(errors.map(({ detail }) => detail))].slice(0, MOST_SENTENCES).join(' ')

const cannotBe = (detail: string) => () => unprocessable('not-allowed', 'That cannot be kept', detail)
const alreadyThere = (detail: string) => () => conflict('already-there', 'That is already there', detail)
const stillUsed = (detail: string) => () => conflict('still-used', 'Something else needs this', detail)

/** What each named rule of the database says to a person. test/sql.test.ts holds the two lists together. */
export const brokenRule: Record<string, () => Problem> = {
  area_pk: alreadyThere('This area is already there.'),
  area_kind_known: cannotBe('An area is a partnership, a ward or a police neighbourhood.'),
  area_code_not_blank: cannotBe('Give the area its code.'),
  area_name_not_blank: cannotBe('Give the area a name.'),
  area_geom_valid: cannotBe('The outline of the area crosses itself or is empty. Mend it and load it again.'),
  area_code_once_per_kind: alreadyThere('An area of this kind with this code is already there.'),
  place_pk: alreadyThere('This place is already there.'),
  place_name_length: cannotBe('Give the place a name of 1 to 120 characters.'),
  place_category_known: cannotBe('Choose one of the listed categories of place.'),
  place_seed_group_known: cannotBe('The seed group is one of A, B, C, D and E, or none.'),
  place_geom_valid: cannotBe('The outline of the place crosses itself or is empty. Draw it again.'),
  place_position_accuracy_range: cannotBe('How sure the position is goes from 0 to 5,000 metres.'),
  place_source_ref_once: alreadyThere('This place has already been loaded from the same source.'),
  place_retired_with_reason: cannotBe('Say why the place is retired.'),
  place_name_place: stillUsed('That place is not there any more.'),
  place_name_not_blank: cannotBe('A name cannot be blank.'),
  place_name_pk: alreadyThere('The place already goes by that name.'),
  place_revision_place: stillUsed('That place is not there any more.'),
  place_revision_change_known: cannotBe('That kind of change to a place is not known.'),
  place_revision_pk: () => changedMeanwhile('The place'),
  postcode_pk: alreadyThere('This postcode is already there.'),
  postcode_shape: cannotBe('That is not the shape of a postcode, such as DE1 2PL.'),
  policy_setting_pk: () => changedMeanwhile('The setting'),
  policy_setting_change_pk: alreadyThere('This change is already recorded.'),
  migration_pk: alreadyThere('This migration has already run.'),
  import_batch_pk: alreadyThere('An import with this number is already there. Start a new one.'),
  import_batch_kind_known: cannotBe('An import is of reports or of episodes.'),
  import_batch_state_known: cannotBe('That state of an import is not known.'),
  import_batch_finished: cannotBe('An import is finished exactly when it is published or has failed.'),
  import_batch_counts_add_up: cannotBe(
    'The counts of the import do not add up to its rows, so nothing was taken. Load the file again.',
  ),
  import_issue_pk: alreadyThere('This problem is already recorded.'),
  import_issue_batch: stillUsed('That import is not there any more.'),
  import_refused_row_pk: alreadyThere('This refused row is already kept.'),
  import_refused_row_batch: stillUsed('That import is not there any more.'),
  source_key_pk: alreadyThere('The key of this database is already noted.'),
  source_key_is_only_one: cannotBe('A database has one key.'),
  child_pk: alreadyThere('This child is already there.'),
  child_reference_once: alreadyThere('This reference is already taken.'),
  child_reference_shape: cannotBe('A reference looks like YP-0001.'),
  child_source_once: alreadyThere('This child is already there.'),
  missing_episode_pk: alreadyThere('This episode is already there.'),
  missing_episode_source_once: alreadyThere('This episode is already there.'),
  missing_episode_child: stillUsed('That child is not there any more.'),
  missing_episode_category_known: cannotBe('The category is M (missing) or A (away without authorisation).'),
  missing_episode_start_precision_known: cannotBe('The start is known to the minute or to the date.'),
  missing_episode_end_precision_known: cannotBe('The end is known to the minute or to the date.'),
  missing_episode_gender_known: cannotBe('The gender category is male, female, transgender, other or not stated.'),
  missing_episode_placement_location_known: cannotBe('The placement is IN or OUT.'),
  missing_episode_risk_level_known: cannotBe('The risk level is no apparent, low, medium, high or unknown.'),
  missing_episode_batch: stillUsed('That import is not there any more.'),
  missing_episode_ends_after_start: cannotBe('An episode cannot end before it starts.'),
  missing_episode_end_has_precision: cannotBe('An end needs to say how precisely it is known.'),
  missing_episode_revision_pk: () => changedMeanwhile('The episode'),
  missing_episode_revision_episode: stillUsed('That episode is not there any more.'),
  missing_episode_revision_batch: stillUsed('That import is not there any more.'),
  return_interview_pk: alreadyThere('This return interview is already there.'),
  return_interview_episode: stillUsed('That episode is not there any more.'),
  return_interview_offered_precision_known: cannotBe('The offer is known to the minute or to the date.'),
  return_interview_held_precision_known: cannotBe('The interview is known to the minute or to the date.'),
  return_interview_recorded_precision_known: cannotBe('The recording is known to the minute or to the date.'),
  return_interview_outcome_known: cannotBe('The outcome is held, declined, unable to contact or void.'),
  return_interview_bucket_known: cannotBe('That bucket of return interviews is not known.'),
  occurrence_pk: alreadyThere('This occurrence is already there.'),
  location_report_pk: alreadyThere('This report is already there.'),
  location_report_ref_once: alreadyThere('A report with this reference is already there.'),
  location_report_ref_length: cannotBe('Give the report a reference of 1 to 100 characters.'),
  location_report_occurrence: stillUsed('That occurrence is not there any more.'),
  location_report_child: stillUsed('That child is not there any more.'),
  location_report_episode: stillUsed('That episode is not there any more.'),
  location_report_basis_known: cannotBe('The basis is found, disclosed, sighted, suspected or frequented.'),
  location_report_time_precision_known: cannotBe(
    'The precision of the time is exact, hour, day part, date or unknown.',
  ),
  location_report_place_category_known: cannotBe('Choose one of the listed categories of place.'),
  location_report_place_method_known: cannotBe('That way to a place is not known.'),
  location_report_accuracy_range: cannotBe('The accuracy goes from 0 to 100,000 metres.'),
  location_report_named_place: stillUsed('A report names this place: retire it instead of removing it.'),
  location_report_place: stillUsed('Reports stand at this place: retire it instead of removing it.'),
  location_report_source_eval_range: cannotBe('The source evaluation is 1, 2 or 3.'),
  location_report_info_assess_known: cannotBe('The information assessment is A, B, C, D or E.'),
  location_report_handling_known: cannotBe('The handling code is P or C.'),
  location_report_batch: stillUsed('That import is not there any more.'),
  location_report_has_a_day: cannotBe('A report needs a time of its own or an episode to take its day from.'),
  location_report_times_in_order: cannotBe('The report cannot end before it starts.'),
  location_report_placed_has_method: cannotBe('A placed report says how it was placed.'),
  location_report_placed_not_aside: cannotBe('A report that has a place is not set aside.'),
  location_report_revision_pk: () => changedMeanwhile('The report'),
  location_report_revision_report: stillUsed('That report is not there any more.'),
  location_report_revision_change_known: cannotBe('That kind of change to a report is not known.'),
  location_report_revision_batch: stillUsed('That import is not there any more.'),
  likely_duplicate_pk: alreadyThere('This pair already waits.'),
  likely_duplicate_first: stillUsed('That report is not there any more.'),
  likely_duplicate_second: stillUsed('That report is not there any more.'),
  likely_duplicate_state_known: cannotBe('A pair waits, is joined or is kept apart.'),
  likely_duplicate_in_order: cannotBe('A pair is two different reports.'),
  likely_duplicate_decided: cannotBe('A decided pair says when it was decided.'),
}

/** Gives any error a voice: problems speak for themselves, broken rules by their name, a lost database as 503, the rest as a 500 without detail. */
export const toProblem = (error: unknown): Problem => {
  if (error instanceof Problem) return error
  const { constraint, code, type, status, limit } = (error ?? {}) as Record<string, unknown>
  // A caller who hangs up in the middle of a body is no lost database, though both are a broken connection.
  if (type === 'request.aborted') return malformedBody()
  if (isDatabaseUnavailable(error)) return databaseUnavailable()

  if (typeof constraint === 'string' && brokenRule[constraint]) return brokenRule[constraint]()
  if (code === '53100') return diskFull()
  if (code === '22P05' || code === '22021')
    return cannotBe('Some of the text holds a character that cannot be kept (a zero byte).')()
  if (type === 'entity.parse.failed' || type === 'encoding.unsupported' || type === 'charset.unsupported')
    return malformedBody()
  if (type === 'entity.too.large') return bodyTooLarge(Number(limit))
  if (error instanceof URIError) return notFound()
  if (status === 400) return malformedBody()
  if (status === 412 || status === 416) return notAsExpected(status)
  return internalError()
}
