import { rateLimit, type Options } from 'express-rate-limit'
import { slowDown } from '../errors.ts'
import { accessOf } from './needs.ts'

const WINDOW_SECONDS = 60
const MOST_IN_WINDOW = 60

/** So many requests a minute from one address. @param counts `failed`: what succeeds does not count */
export const limitTries = (counts: 'failed' | 'all') =>
  rateLimit({ ...LIMIT, skipSuccessfulRequests: counts === 'failed' })

/** So many copies of one file a minute for one person, after the gate. */
export const limitExports = () =>
  rateLimit({ ...LIMIT, skipFailedRequests: true, keyGenerator: (req) => `${accessOf(req).person.id} ${req.path}` })

const LIMIT: Partial<Options> = {
  windowMs: WINDOW_SECONDS * 1000,
  limit: MOST_IN_WINDOW,
  standardHeaders: false,
  legacyHeaders: false,
  // Whether a proxy is to be believed is settled where the app is made.
  validate: { xForwardedForHeader: false },
  handler: (_req, _res, next) =>
    next(slowDown(WINDOW_SECONDS, 'There were too many requests. Wait a minute, then try again.')),
}
