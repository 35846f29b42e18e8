import { Router, type Request, type Response } from 'express'
import { readCookie } from '../access/cookie.ts'
import type { Gate } from '../access/needs.ts'
import { limitTries } from '../access/limit-tries.ts'
import { underRole } from '../access/under-role.ts'
import { notFound, signInElsewhereFailed } from '../errors.ts'
import { parseBody, parseQuery } from '../request.ts'
import type { Service } from '../service.ts'
import { toProblem } from '../to-problem.ts'
import { enter } from './enter.ts'
import { tell, tellFailure } from './log.ts'
import { openProvider } from './oidc-provider.ts'
import { safePath } from './safe-path.ts'
import { LinkUse, OidcQuery } from './schema.ts'
import { setPasswordByLink } from './set-password.ts'
import { ATTEMPT_MINUTES, fetchAttempt, fetchClaims, keepAttempt, personFromClaims } from './sign-in-elsewhere.ts'

/** /api/sign-in: the ways in that are not a password: a link that sets one, and accounts that are kept elsewhere. */
export const signInRoutes = (service: Service, { open }: Gate) => {
  const { scribe, secrets, config, isSecure } = service
  const given = { db: underRole(service.db, { role: 'entry' }), secrets }
  const provider = config.oidc ? { ...openProvider(config.oidc), config: config.oidc } : undefined
  const ownAddress = (req: Request) => config.origin ?? `http://${req.headers.host}`
  const cookieName = isSecure ? '__Host-place-risk-elsewhere' : 'place-risk-elsewhere'
  /** Lax: the way back from the provider has to carry it. */
  const cookie = { httpOnly: true, sameSite: 'lax', secure: isSecure, path: '/' } as const

  const requireProvider = () => {
    if (!provider) throw notFound()
    return provider
  }

  /** A browser is on its way from page to page: it is led to one that says what went wrong. */
  const leadToProblem = async (res: Response, error: unknown) => {
    const problem = toProblem(error)
    const cause = problem.slug === 'sign-in-elsewhere-failed' ? (problem.cause ?? undefined) : undefined
    if (problem.status >= 500 || cause) service.report(cause ?? error)
    await tellFailure(scribe, undefined, { way: 'oidc', problem: problem.slug })
    res.redirect(302, `/sign-in?problem=${problem.slug}`)
  }

  return Router()
    .post('/link', open, limitTries('failed'), async (req, res) => {
      const { token, password } = parseBody(LinkUse, req)
      const person = await setPasswordByLink(given, token, password)
      await tell(scribe, person, 'configuration', 'person', { what: 'password set with a link' })

      res.status(204).end()
    })
    .get('/oidc', open, limitTries('all'), async (req, res) => {
      const { begin } = requireProvider()
      const next = safePath(parseQuery(OidcQuery, req).next)
      try {
        const { url, attempt } = await begin(`${ownAddress(req)}${CALLBACK}`, next).catch((cause: unknown) => {
          throw Object.assign(signInElsewhereFailed(), { cause })
        })
        const token = await keepAttempt(given, attempt)
        res.cookie(cookieName, token, { ...cookie, maxAge: ATTEMPT_MINUTES * 60_000 })
        res.redirect(302, url.href)
      } catch (error) {
        await leadToProblem(res, error)
      }
    })
    .get('/oidc/callback', open, limitTries('all'), async (req, res) => {
      const known = requireProvider()
      res.clearCookie(cookieName, cookie)
      try {
        const attempt = await fetchAttempt(given, readCookie(req, cookieName))
        const claims = await fetchClaims(known, new URL(req.originalUrl, ownAddress(req)), attempt)
        const { person, change } = await personFromClaims(given.db, claims, known.config)
        if (change) await tell(scribe, person, 'configuration', 'person', { what: `${change} by a sign-in elsewhere` })
        await enter(service, given.db, { req, res }, person, 'oidc')
        res.redirect(302, safePath(attempt.next))
      } catch (error) {
        await leadToProblem(res, error)
      }
    })
}

const CALLBACK = '/api/sign-in/oidc/callback'
