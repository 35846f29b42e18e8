import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import express, { type RequestHandler } from 'express'

const BUILT = fileURLToPath(new URL('../dist/web/', import.meta.url))

/** The pages' own addresses: any of them gives the one page, which reads the address bar. */
const PAGE = /^\/(?:places(?:\/[^/.]+)?|data(?:\/(?:queue|duplicates|report|imports\/[^/.]+))?)?$/

/** Serves the built front end. @throws Error where it has not been built. */
export const servePages = (folder = BUILT): RequestHandler => {
  if (!existsSync(`${folder}index.html`)) throw new Error('The pages have not been built. Run: npm run build')

  const pages = express.Router()
  // Built names carry a hash of what they hold, so they can be kept for ever; the page itself must be asked for anew.
  pages.use('/assets', express.static(`${folder}assets`, { immutable: true, maxAge: '1y', index: false }))
  pages.use(express.static(folder, { index: false, maxAge: 0 }))
  pages.get(PAGE, (_req, res) => {
    res.set('Cache-Control', 'no-cache').sendFile('index.html', { root: folder })
  })
  return pages
}
