/** PostgreSQL's codes for "not now": connection trouble, too many connections, stopping, starting, sent away while idle. */
const SQL_STATES = ['53300', '57P01', '57P02', '57P03', '25P03']
const SYSTEM_CODES = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EAI_AGAIN',
  'ENOTFOUND',
]
/** pg gives its own errors no code. */
const PG_MESSAGES = [
  /^Connection terminated/,
  /^timeout exceeded when trying to connect$/,
  /^timeout expired$/,
  /^Client has encountered a connection error and is not queryable$/,
  /^Client was closed and is not queryable$/,
  /^Cannot use a pool after calling end on the pool$/,
]

/** True where the error says that the database can't be reached or can't take more work now: a 503, and worth trying again. */
export const isDatabaseUnavailable = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  if (error instanceof AggregateError) return error.errors.some(isDatabaseUnavailable)
  const { code, syscall } = error as NodeJS.ErrnoException
  // Any other ENOENT is about a file.
  if (code === 'ENOENT') return syscall === 'connect'
  if (code !== undefined) return SYSTEM_CODES.includes(code) || SQL_STATES.includes(code) || /^08...$/.test(code)
  return PG_MESSAGES.some((message) => message.test(error.message))
}
