import { request, type IncomingHttpHeaders } from 'node:http'
import type { Request } from 'express'

export interface OwnAnswer {
  status: number
  headers: Record<string, string>
  body: Buffer
}

export type AskSelf = (path: string, headers: Record<string, string>, signal: AbortSignal) => Promise<OwnAnswer>

/**
 * Asks this service what somebody may see: as the person of a request, with their session, at the very address that the request came
 * in on. Only ever GET: nothing can be changed this way.
 */
export const askSelfAs = (req: Request): AskSelf => {
  const { localAddress, localPort } = req.socket
  const { host = '', cookie = '' } = req.headers
  return (path, { accept = '*/*', range }, signal) =>
    new Promise((resolve, reject) => {
      const headers = { host, cookie, accept, 'accept-encoding': 'identity', ...(range && { range }) }
      const asked = request(
        { host: localAddress, port: localPort, path, headers, signal, agent: false },
        (response) => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('error', reject)
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 500,
              headers: passedOn(response.headers),
              body: Buffer.concat(parts),
            }),
          )
        },
      )
      asked.on('error', reject)
      asked.end()
    })
}

/** What belongs to the connection, or would keep the session somewhere else, stays here. */
const KEPT_BACK = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'set-cookie'])

const passedOn = (headers: IncomingHttpHeaders) =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' && !KEPT_BACK.has(name) ? [[name, value]] : [],
    ),
  )
