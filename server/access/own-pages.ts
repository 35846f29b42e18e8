import type { RequestHandler } from 'express'
import { isLoopback } from '../config.ts'
import { fromElsewhere } from '../errors.ts'

const CHANGES_NOTHING = ['GET', 'HEAD', 'OPTIONS']

/**
 * Until there is sign-in, whoever can ask is let in: so a site that somebody has open in another tab must not be able to. A name of its
 * own that it makes lead to this machine (DNS rebinding) is no address of ours, and what a browser sends for another site says so in Origin.
 */
export const ownPagesOnly: RequestHandler = ({ method, headers: { host = '', origin } }, _res, next) => {
  if (!isLoopback(nameOf(host))) throw fromElsewhere()
  if (!CHANGES_NOTHING.includes(method) && origin !== undefined && origin !== `http://${host}`) throw fromElsewhere()
  next()
}

/** `127.0.0.1:3000` without its port, `[::1]:3000` without its brackets too. */
const nameOf = (host: string) =>
  host
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase()
