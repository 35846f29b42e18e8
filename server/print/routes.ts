import { Router, type Request, type Response } from 'express'
import { limitExports } from '../access/limit-tries.ts'
import { accessOf, type Gate } from '../access/needs.ts'
import { askSelfAs, type OwnAnswer } from '../ask-self.ts'
import { findBrowser } from '../browser.ts'
import { noBrowserHere, notFound, pdfNotMade, pdfTookTooLong, reasonNeeded } from '../errors.ts'
import { pageAsPdf } from '../page-as-pdf.ts'
import { Problem } from '../problem.ts'
import { uuidParameter } from '../request.ts'
import type { Service } from '../service.ts'
import { DOCUMENTS, filenameOf } from './documents.ts'
import { oneAtATime } from './one-at-a-time.ts'
import type { PrintAnswer, Printed } from './schema.ts'

const MOST_WAITING = 3
const MOST_SECONDS = 60

/**
 * /api/print: the printed pages as tagged PDF, made by an installed browser from what the person who asks may see. A meeting's Part B
 * has no route here.
 */
export const printRoutes = (
  { config, report }: Service,
  { needs, signedIn }: Gate,
  { mostSeconds = MOST_SECONDS } = {},
) => {
  const inTurn = oneAtATime(MOST_WAITING)
  const limit = limitExports()
  const gateOf = (printed: Printed) => needs(DOCUMENTS[printed].data, 'read', { logAs: 'disclosure' })

  const send = async (req: Request, res: Response, printed: Printed, id: string | undefined) => {
    const program = findBrowser(config.browser)
    if (!program) throw noBrowserHere()
    if (!id) throw notFound('That document')
    const stop = new AbortController()
    const { look } = accessOf(req)
    res.once('close', () => stop.abort())

    const { pdf, name } = await inTurn(async () => {
      await look({ type: DOCUMENTS[printed].called, id }, () => Promise.resolve())
      return make(req, { printed, id, program, stop })
    }, stop.signal)

    res
      .type('application/pdf')
      .set('Content-Disposition', `attachment; filename="${filenameOf(printed, name)}"`)
      .send(pdf)
  }

  const make = async (
    req: Request,
    { printed, id, program, stop }: { printed: Printed; id: string; program: string; stop: AbortController },
  ) => {
    const refusals: number[] = []
    const timer = setTimeout(() => stop.abort(pdfTookTooLong()), mostSeconds * 1000)
    try {
      return await pageAsPdf({
        program,
        origin: config.origin ?? `http://${req.headers.host}`,
        path: DOCUMENTS[printed].page(id),
        readyMark: `[data-print="${printed}"]`,
        ask: askSelfAs(req),
        onRefused: (path, answer) => {
          const subject = subjectOf(answer)
          // The page would stand there and ask for the reason: the person is asked instead.
          if (subject) stop.abort(reasonNeeded(subject))
          else if (path.startsWith('/api/')) refusals.push(answer.status)
        },
        signal: stop.signal,
      })
    } catch (error) {
      if (stop.signal.reason instanceof Problem) {
        if (stop.signal.reason.status >= 500) report(stop.signal.reason)
        throw stop.signal.reason
      }
      if (error instanceof Problem) throw error
      if (refusals.includes(404)) throw notFound('That document')
      if (!stop.signal.aborted) report(error)
      throw pdfNotMade()
    } finally {
      clearTimeout(timer)
    }
  }

  return Router()
    .get('/', signedIn, (_req, res) => {
      res.json({ canMakePdf: findBrowser(config.browser) !== undefined } satisfies PrintAnswer)
    })
    .get('/pack/:id.pdf', gateOf('pack'), limit, (req, res) => send(req, res, 'pack', uuidParameter(req)))
    .get('/minutes/:id.pdf', gateOf('minutes'), limit, (req, res) => send(req, res, 'minutes', uuidParameter(req)))
    .get('/actions/log.pdf', gateOf('actions'), limit, (req, res) => send(req, res, 'actions', 'log'))
    .get('/briefing/:id.pdf', gateOf('briefing'), limit, (req, res) => send(req, res, 'briefing', uuidParameter(req)))
}

/** What a reason is asked for; undefined where the answer says no to something else. */
const subjectOf = ({ status, body }: OwnAnswer): string | undefined => {
  if (status !== 403) return undefined
  const { type, errors } = JSON.parse(body.toString()) as { type?: string; errors?: { parameter?: string }[] }
  return type === 'urn:place-risk:problem:reason-needed' ? errors?.[0]?.parameter : undefined
}
