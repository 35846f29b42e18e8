/** What the embedded engine's files say by number (WASI's errno), in sentences. */
const FILE_ERRORS: Record<number, string> = {
  2: 'The files of the database belong to another user. Start the program as the user who made them.',
  19: 'The disk is full for this user. Make room on the disk of PLACE_RISK_VAR and start again.',
  51: 'The disk is full. Make room on the disk of PLACE_RISK_VAR and start again.',
  69: 'The disk can only be read. Set PLACE_RISK_VAR to a folder that can be written.',
}

/** Why the embedded engine failed, as text. It throws plain objects for trouble with its files. */
export const reasonOf = (error: unknown): string => {
  if (error instanceof Error) return error.message
  const { errno } = (error ?? {}) as { errno?: unknown }
  if (typeof errno !== 'number') return String(error)
  return FILE_ERRORS[errno] ?? `The files of the database cannot be read or written (error ${errno}).`
}
