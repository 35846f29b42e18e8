import { existsSync, readFileSync } from 'node:fs'
import { Router } from 'express'
import type { Gate } from '../access/needs.ts'
import { makeDocument } from './document.ts'
import { renderDocsPage } from './docs-page.tsx'

const OPENAPI_JSON = 'application/vnd.oai.openapi+json;version=3.1'
const BUILT_PAGE = new URL('../../dist/web/index.html', import.meta.url)

/** The API's own description: for programs, and as a page to read. */
export const openApiRoutes = ({ signedIn }: Gate) => {
  const document = makeDocument()
  const json = JSON.stringify(document)
  const page = renderDocsPage(document, builtStylesheet())

  return Router()
    .get('/openapi.json', signedIn, (req, res) => {
      const asksForIt = /vnd\.oai\.openapi\+json\s*;\s*version=3\.1/.test(req.headers.accept ?? '')
      // Express would add a charset to the media type, which GDAL then does not know; it asks for plain JSON.
      res.setHeader('Content-Type', asksForIt ? OPENAPI_JSON : 'application/json')
      res.end(json)
    })
    .get('/docs', signedIn, (_req, res) => {
      res.type('html').send(page)
    })
}

/** The stylesheet of the built pages: its name changes with what it holds. Without it the page still reads. */
const builtStylesheet = () =>
  existsSync(BUILT_PAGE)
    ? /<link rel="stylesheet"[^>]*href="([^"]+)"/.exec(readFileSync(BUILT_PAGE, 'utf8'))?.[1]
    : undefined
