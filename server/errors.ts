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

export const signInNeeded = () =>
  new Problem(
    401,
    'sign-in-needed',
    'Sign in first',
    'You are not signed in, or your session has ended. Sign in, then try again.',
  )

export const notGranted = () =>
  new Problem(
    403,
    'not-granted',
    'Your role does not include this',
    'What you asked for is not part of your role. If you need it for your work, ask the administrator of the service.',
  )

/** The page asks for the reason and sends the request again. */
export const reasonNeeded = (subject: string) =>
  new Problem(
    403,
    'reason-needed',
    'Say why you are looking',
    'Give a reason first: it is kept in the access log. It is asked once for each subject in a session.',
    [{ parameter: subject, detail: 'Say why you need to see this.' }],
  )

export const codeNeeded = () =>
  new Problem(
    403,
    'one-time-code-needed',
    'Set up one-time codes first',
    'Everybody who signs in with a password here needs one-time codes. Set them up under “My sign-in”.',
  )

export const slowDown = (seconds: number, detail: string) =>
  new Problem(429, 'slow-down', 'Too many tries', detail, undefined, { 'Retry-After': String(seconds) })

/** Never which of them was wrong: whoever tries learns no name. */
export const wrongSignIn = () =>
  new Problem(
    401,
    'wrong-sign-in',
    'That did not match',
    'The username, the password or the code is not right. Check each of them, then try again.',
  )

export const oneTimeCodeAsked = () =>
  new Problem(
    401,
    'one-time-code-asked',
    'Type your code',
    'Open the app on your phone and type the code of 6 figures that it shows.',
  )

export const noRoleThere = () =>
  new Problem(
    403,
    'no-role-there',
    'Your account has no role here',
    'Your work account is right, but it has no role in this service. Ask the administrator of the service for one.',
  )

export const accountClosed = () =>
  new Problem(
    403,
    'account-closed',
    'Your account here is closed',
    'Your account in this service was disabled. Ask the administrator of the service.',
  )

export const signInElsewhereFailed = () =>
  new Problem(
    401,
    'sign-in-elsewhere-failed',
    'That sign-in did not come through',
    'Signing in with your work account did not finish, or took longer than ten minutes. Start again from the sign-in page.',
  )

export const linkOver = () =>
  new Problem(
    410,
    'link-over',
    'This link does not work any more',
    'A link sets a password once, and only for three days. Ask the administrator of the service for a new one.',
  )

export const noPasswordHere = () =>
  conflict(
    'no-password-here',
    'You have no password here',
    'You sign in with your work account: its password and its codes are kept there.',
  )

/** What the file server refuses: a range that the file does not have, or a version that is no longer there. */
export const notAsExpected = (status: number) =>
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

/** A step that the thing's state does not allow. @param legal what can be done instead, as the buttons say it */
export const illegalStep = (called: string, state: string, legal: readonly string[]) =>
  new Problem(
    409,
    'illegal-step',
    'That cannot be done now',
    `${called} that is “${state}” cannot take that step. ${legal.length > 0 ? `What can be done: ${legal.join('; ')}.` : 'Nothing more can be done with it.'}`,
    legal.map((detail) => ({ detail })),
  )

export const meetingOver = () =>
  conflict(
    'meeting-over',
    'That meeting is over',
    'Its minutes are agreed, or it was called off: nothing more is made at it. Do it without the meeting, or at the next one.',
  )

/** The page shows the words and asks; the writer changes them or keeps them. */
export const wordsToCheck = (errors: ProblemDetail[]) =>
  new Problem(
    422,
    'words-to-check',
    'Look at these words first',
    'This is read by partners. Take out what says who somebody is, or keep the words where they name nobody: a street, a shop, a body.',
    errors,
  )

export const wordsRefused = (errors: ProblemDetail[]) =>
  new Problem(
    422,
    'words-refused',
    'That cannot stand in this text',
    'This is read by partners, so it cannot hold a child’s reference or the number of a case. Take it out.',
    errors,
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

export const noBrowserHere = () =>
  new Problem(
    503,
    'no-browser-here',
    'No PDF can be made here',
    'PDFs are made by an installed Chrome or Chromium, and there is none on the machine of the service. Print the page instead, and choose “Save as PDF” as the printer.',
  )

/** It would print sheets without the marking. */
export const browserTooOld = (version: string) =>
  new Problem(
    503,
    'browser-too-old',
    'No PDF can be made here',
    `The Chrome or Chromium of the service is ${version}; version 131 is the first that marks every sheet. Print the page instead, and tell whoever looks after the service.`,
  )

export const printerBusy = () =>
  new Problem(
    503,
    'printer-busy',
    'Several PDFs are being made',
    'Others are waiting for theirs. Try again in half a minute, or print the page.',
    undefined,
    { 'Retry-After': '30' },
  )

export const pdfTookTooLong = () =>
  new Problem(
    504,
    'pdf-took-too-long',
    'The PDF took too long',
    'It was not ready within a minute, so it was given up. Print the page instead, or try again later.',
  )

export const pdfNotMade = () =>
  new Problem(
    503,
    'pdf-not-made',
    'The PDF could not be made',
    'The page could not be turned into a PDF. Print the page instead; if it happens again, tell whoever looks after the service.',
  )

export const diskFull = () =>
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
