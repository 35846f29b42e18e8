import { z } from 'zod'
import type { Operation } from '../shared-schema.ts'

/** What can be printed from a page of its own. Part B of a meeting (children) is not among it, and never will be. */
export const PRINTED = ['pack', 'minutes', 'actions', 'briefing'] as const
export type Printed = (typeof PRINTED)[number]

export const PrintAnswer = z.object({
  /** Whether there is a Chrome or Chromium here that makes PDFs; without one the page says to print. */
  canMakePdf: z.boolean(),
})
export type PrintAnswer = z.infer<typeof PrintAnswer>

const PDF = 'application/pdf'

export const operations: Operation[] = [
  { method: 'get', path: '/api/print', summary: 'Whether PDFs are made here', answer: PrintAnswer },
  { method: 'get', path: '/api/print/pack/:id.pdf', summary: 'A meeting’s frozen pack as tagged PDF', answer: PDF },
  { method: 'get', path: '/api/print/minutes/:id.pdf', summary: 'A meeting’s minutes as tagged PDF', answer: PDF },
  { method: 'get', path: '/api/print/actions/log.pdf', summary: 'The log of actions as tagged PDF', answer: PDF },
  { method: 'get', path: '/api/print/briefing/:id.pdf', summary: 'A patrol’s briefing as tagged PDF', answer: PDF },
]
