import { Router, type Request, type Response } from 'express'
import { limitExports } from '../access/limit-tries.ts'
import { accessOf, type Gate } from '../access/needs.ts'
import { askSelfAs, type OwnAnswer } from '../ask-self.ts'
import { findBrowser } from '../browser.ts'
import { noBrowserHere, notFound, pdfNotMade, pdfTookTooLong } from '../errors.ts'
import { pageAsPdf } from '../page-as-pdf.ts'
import { Problem, type ProblemDetail } from '../problem.ts'
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
    // Who gets no document waits for no printer, and no browser is started for them.
    const refused = refusalIn(await askSelfAs(req)(DOCUMENTS[printed].source(id), {}, stop.signal))
    if (refused) throw refused

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
    const source = DOCUMENTS[printed].source(id)
    const timer = setTimeout(() => stop.abort(pdfTookTooLong()), mostSeconds * 1000)
    try {
      return await pageAsPdf({
        program,
        origin: config.origin ?? `http://${req.headers.host}`,
        path: DOCUMENTS[printed].page(id),
        readyMark: `[data-print="${printed}"]`,
        ask: askSelfAs(req),
        onRefused: (path, answer) => {
          const refused = refusalIn(answer)
          // What the page would show, or ask, is of no use on paper: the person is told, or asked, instead.
          if (refused && (refused.slug === 'reason-needed' || path.split('?')[0] === source)) stop.abort(refused)
        },
        signal: stop.signal,
      })
    } catch (error) {
      if (stop.signal.reason instanceof Problem) {
        if (stop.signal.reason.status >= 500) report(stop.signal.reason)
        throw stop.signal.reason
      }
      if (error instanceof Problem) throw error
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

/** What an answer of this service says no with; undefined where it says yes, or is broken. */
const refusalIn = ({ status, headers, body }: OwnAnswer): Problem | undefined => {
  if (status < 400 || status >= 500 || !headers['content-type']?.startsWith('application/problem+json'))
    return undefined
  const { type, title, detail, errors } = JSON.parse(body.toString()) as Told
  return new Problem(status, type.replace('urn:place-risk:problem:', ''), title, detail, errors)
}

interface Told {
  type: string
  title: string
  detail: string
  errors?: ProblemDetail[]
}
