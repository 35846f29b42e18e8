import { createHash } from 'node:crypto'
import type { Request, Response } from 'express'

const PLAIN_NAME = 'place-risk-session'
/** A browser takes a cookie of this name only from the very host, over TLS. */
const SECURE_NAME = '__Host-place-risk-session'

/** What the cookie's value is kept as. */
export const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest()

export const readCookie = (req: Request, name: string): string | undefined => {
  for (const part of (req.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim()
  }
  return undefined
}

export const readSessionToken = (req: Request, isSecure: boolean) =>
  readCookie(req, isSecure ? SECURE_NAME : PLAIN_NAME)

/** Lax, not Strict: the return from another site's sign-in has to carry it. It ends with the browser. */
export const setSessionCookie = (res: Response, token: string, isSecure: boolean) =>
  res.cookie(isSecure ? SECURE_NAME : PLAIN_NAME, token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
    path: '/',
  })

export const clearSessionCookie = (res: Response, isSecure: boolean) =>
  res.clearCookie(isSecure ? SECURE_NAME : PLAIN_NAME, { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/' })
