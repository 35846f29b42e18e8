import type { ErrorRequestHandler, Request } from 'express'

/** One thing that is wrong with a request: where (a JSON pointer, a parameter or a row) and what to do about it. */
export interface ProblemDetail {
  pointer?: string
  parameter?: string
  row?: number
  /** The words of a text that it is about. */
  phrase?: string
  detail: string
}

/**
 * An error that may be told to the caller, as RFC 9457 `application/problem+json`.
 * `slug` is stable and names the rule; `title` and `detail` are plain sentences.
 */
export class Problem extends Error {
  readonly status: number
  readonly slug: string
  readonly title: string
  readonly errors: ProblemDetail[] | undefined
  readonly headers: Record<string, string>

  constructor(
    status: number,
    slug: string,
    title: string,
    detail: string,
    errors?: ProblemDetail[],
    headers: Record<string, string> = {},
  ) {
    super(detail)
    this.status = status
    this.slug = slug
    this.title = title
    this.errors = errors
    this.headers = headers
  }

  toJSON() {
    const { status, slug, title, message: detail, errors } = this
    return { type: `urn:place-risk:problem:${slug}`, title, status, detail, ...(errors && { errors }) }
  }
}

/**
 * The one writer of errors: anything thrown in a route ends here.
 * @param toProblem gives the error a voice; what it does not know is a 500 that says nothing about the inside.
 * @param report is told of every answer of 500 and above, with the error that caused it, unless a route said it on purpose.
 */
export const writeProblem =
  (toProblem: (error: unknown) => Problem, report: (error: unknown) => void): ErrorRequestHandler =>
  (error, req, res, next) => {
    discardRest(req)
    const problem = toProblem(error)
    if (problem.status >= 500 && !(error instanceof Problem)) report(error)
    if (res.headersSent) return next(error)

    res.status(problem.status).set(problem.headers).type('application/problem+json').send(JSON.stringify(problem))
  }

/**
 * What is left of a refused upload is read and thrown away: left standing, it would hold up the caller's next request on the same
 * connection. Whoever was reading has stopped, and may have left a listener that keeps the rest from flowing.
 */
const discardRest = (req: Request) => {
  if (req.complete) return
  req.removeAllListeners('readable')
  req.resume()
}
