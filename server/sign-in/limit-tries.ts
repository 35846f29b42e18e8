import { rateLimit } from 'express-rate-limit'
import { slowDown } from '../errors.ts'

const WINDOW_SECONDS = 60
const MOST_IN_WINDOW = 60

/** So many requests a minute from one address. @param counts `failed`: what succeeds does not count */
export const limitTries = (counts: 'failed' | 'all') =>
  rateLimit({
    windowMs: WINDOW_SECONDS * 1000,
    limit: MOST_IN_WINDOW,
    skipSuccessfulRequests: counts === 'failed',
    standardHeaders: false,
    legacyHeaders: false,
    // Whether a proxy is to be believed is settled where the app is made.
    validate: { xForwardedForHeader: false },
    handler: (_req, _res, next) =>
      next(slowDown(WINDOW_SECONDS, 'There were too many requests from your address. Wait a minute, then try again.')),
  })
