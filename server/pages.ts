import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import express, { type RequestHandler } from 'express'

const BUILT = fileURLToPath(new URL('../dist/web/', import.meta.url))

/** The pages' own addresses: any of them gives the one page, which reads the address bar. */
const PAGE =
  /^\/(?:(?:shared\/)?places(?:\/[^/.]+)?|data(?:\/(?:queue|duplicates|report|imports\/[^/.]+))?|runs(?:\/[^/.]+)?|patrols(?:\/[^/.]+(?:\/briefing)?)?|shift|visit|referrals(?:\/[^/.]+)?|sessions\/[^/.]+|(?:reviews|safe-places|plans)(?:\/[^/.]+)?|packs\/[^/.]+|meetings(?:\/[^/.]+(?:\/(?:room|children|minutes))?)?|actions|month|backtest|shared|protected|list|references|shares|retention|people|settings|access-log|me|sign-in|set-password)?$/

/** Serves the built front end. @throws Error where it has not been built. */
export const servePages = (folder = BUILT): RequestHandler => {
  if (!existsSync(`${folder}index.html`)) throw new Error('The pages have not been built. Run: npm run build')

  const pages = express.Router()
  // Built names carry a hash of what they hold, so they can be kept for ever; the page itself must be asked for anew.
  pages.use('/assets', zippedBefore(`${folder}assets/`))
  pages.use(
    '/assets',
    express.static(`${folder}assets`, { immutable: true, maxAge: '1y', index: false, redirect: false }),
  )
  pages.use(express.static(folder, { index: false, redirect: false, maxAge: 0 }))
  pages.get(PAGE, (_req, res) => {
    res.set('Cache-Control', 'no-cache').sendFile('index.html', { root: folder })
  })
  return pages
}

/** The scripts and styles, compressed once at the start and not again for every visitor. */
const zippedBefore = (folder: string): RequestHandler => {
  const names = readdirSync(folder).filter((name) => /\.(js|mjs|css)$/.test(name))
  const zipped = new Map(names.map((name) => [`/${name}`, gzipSync(readFileSync(folder + name))]))
  return (req, res, next) => {
    const body = zipped.get(req.path)
    if (!body || (req.method !== 'GET' && req.method !== 'HEAD') || !req.acceptsEncodings('gzip')) return next()
    res.set({
      'Content-Encoding': 'gzip',
      Vary: 'Accept-Encoding',
      'Cache-Control': 'public, max-age=31536000, immutable',
    })
    res.type(req.path.slice(req.path.lastIndexOf('.'))).send(body)
  }
}
