import { conflict, unprocessable } from './errors.ts'

/** How a named rule of the database speaks to a person, by what was wrong. */
export const cannotBe = (detail: string) => () => unprocessable('not-allowed', 'That cannot be kept', detail)
export const alreadyThere = (detail: string) => () => conflict('already-there', 'That is already there', detail)
export const stillUsed = (detail: string) => () => conflict('still-used', 'Something else needs this', detail)
