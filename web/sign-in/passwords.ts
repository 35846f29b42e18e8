import type { FieldErrors } from '../form/errors.tsx'

export const PASSWORD_HINT =
  'At least 12 characters; longer is better. Three or four words that do not belong together are easy to remember. A password that would be guessed is refused.'

/** What can be said of a new password before the service has seen it. Field ids: password, again. */
export const passwordErrors = (password: string, again: string): FieldErrors => ({
  ...(password === '' && { password: 'Give a new password' }),
  ...(password !== '' && password !== again && { again: 'The two passwords are not the same' }),
})
