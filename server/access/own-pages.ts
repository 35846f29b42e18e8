import type { RequestHandler } from 'express'
import { isLoopback } from '../config.ts'
import { fromElsewhere } from '../errors.ts'

const CHANGES_NOTHING = ['GET', 'HEAD', 'OPTIONS']

/**
 * A name that a stranger makes lead to this machine (DNS rebinding) is no address of ours; and a write that a browser sends for another
 * site says so in Origin, or in Sec-Fetch-Site where it leaves Origin out.
 * @param origin the address over TLS that is declared, or null: this machine only
 */
export const ownPagesOnly =
  (origin: string | null): RequestHandler =>
  ({ method, headers }, _res, next) => {
    const { host = '', origin: sender } = headers
    const isDeclared = origin !== null && host.toLowerCase() === new URL(origin).host
    if (!isDeclared && !isLoopback(nameOf(host))) throw fromElsewhere()
    if (!CHANGES_NOTHING.includes(method)) {
      const own = isDeclared ? origin : `http://${host}`
      if (sender !== undefined ? sender !== own : !OWN_SITE.includes(String(headers['sec-fetch-site'])))
        throw fromElsewhere()
    }
    next()
  }

/** What a browser says of a request of our own page, and what a program says, which is nothing. */
const OWN_SITE = ['same-origin', 'none', 'undefined']

/** `127.0.0.1:3000` without its port, `[::1]:3000` without its brackets too. */
const nameOf = (host: string) =>
  host
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase()
