import { Router, type Request, type Response } from 'express'
import { conflict, notFound } from '../../server/errors.ts'
import type { Problem } from '../../server/problem.ts'

/** What the pages of the tests show, by the id in their address. */
export const IDS = {
  good: '00000000-0000-4000-8000-000000000001',
  asksWhy: '00000000-0000-4000-8000-000000000002',
  goneMeanwhile: '00000000-0000-4000-8000-000000000003',
  hangs: '00000000-0000-4000-8000-000000000004',
  loops: '00000000-0000-4000-8000-000000000005',
  broken: '00000000-0000-4000-8000-000000000006',
  notPlanned: '00000000-0000-4000-8000-000000000007',
  lacksMore: '00000000-0000-4000-8000-000000000008',
}

const STYLE = `
@page { size: A4; margin: 18mm 12mm;
  @top-left { content: var(--title) } @top-center { content: 'OFFICIAL-SENSITIVE' }
  @bottom-center { content: 'OFFICIAL-SENSITIVE' } @bottom-right { content: 'Page ' counter(page) ' of ' counter(pages) } }
tr { break-inside: avoid } h1 { font: 20pt sans-serif }
@media print { .no-print { display: none } }`

const ready = `document.body.insertAdjacentHTML('beforeend', '<div class="no-print" data-print="pack" data-print-name="2023-06"></div>')`
const failed = `document.body.insertAdjacentHTML('beforeend', '<div class="govuk-error-summary">It could not be loaded</div>')`

const SCRIPTS: Record<keyof typeof IDS, (elsewhere: string) => string> = {
  good: (elsewhere) => `
    document.documentElement.style.setProperty('--title', '"Pack of June"')
    const { person } = await (await fetch('/api/session')).json()
    document.querySelector('h1').textContent = 'Pack read by ' + person.name
    document.cookie.includes('place-risk') && document.body.append('A cookie is here')
    for (const url of ['${elsewhere}/fetched', 'http://localhost:1/x']) await fetch(url, { mode: 'no-cors' }).catch(() => document.body.append(' refused '))
    new Image().src = '${elsewhere}/picture.png'
    try { new WebSocket('${elsewhere.replace('http', 'ws')}/socket') } catch {}
    navigator.sendBeacon('${elsewhere}/beacon', 'x')
    await fetch('/api/reports', { method: 'POST', body: '{}' }).catch(() => document.body.append(' not written '))
    document.querySelector('tbody').innerHTML = Array.from({ length: 90 }, (_, row) => '<tr><th>Row ' + row + '</th><td>Words</td></tr>').join('')
    addEventListener('beforeprint', () => {
      const map = document.querySelector('[data-map]')
      map.dataset.map = 'drawing'
      setTimeout(() => { map.dataset.map = 'drawn'; map.textContent = 'The map is drawn for paper' }, 400)
    }, { once: true })
    setTimeout(() => { ${ready} }, 300)`,
  asksWhy: () => `await fetch('/api/hotspots')`,
  goneMeanwhile: () => `await fetch('/api/packs/${IDS.goneMeanwhile}')`,
  notPlanned: () => `await fetch('/api/packs/${IDS.notPlanned}?again'); ${failed}`,
  lacksMore: () => `await fetch('/api/packs/${IDS.lacksMore}/since'); ${ready}`,
  hangs: () => ``,
  loops: () => `${ready}; setTimeout(() => { for (;;); }, 100)`,
  broken: () => `${ready}; ${failed}`,
}

const nameOf = (id: string | undefined) => (Object.keys(IDS) as (keyof typeof IDS)[]).find((name) => IDS[name] === id)

/** Stands before the service and gives each page its document; two of them are there only until the page itself asks for them. */
export const fixtureDocuments = () => {
  const asked = new Set<string>()
  return Router().get(['/api/packs/:id', '/api/minutes/:id'], (req: Request<{ id: string }>, res, next) => {
    const name = nameOf(req.params.id)
    if (!name) return next()
    const isAgain = asked.has(name)
    asked.add(name)
    if (isAgain && name === 'goneMeanwhile') return refuse(res, notFound('That pack'))
    if (isAgain && name === 'notPlanned') return refuse(res, conflict('not-planned', 'Not yet', 'Nothing is planned.'))
    res.json({})
  })
}

const refuse = (res: Response, problem: Problem) => {
  res.status(problem.status).type('application/problem+json').send(JSON.stringify(problem))
}

/** Pages that stand where the packs are, without the content policy, so that what is refused is refused by the one who prints. */
export const fixturePages = (elsewhere: string) =>
  Router()
    .use((_req, res, next) => {
      res.removeHeader('Content-Security-Policy')
      next()
    })
    .get('/packs/:id.js', (req, res) => {
      res.type('text/javascript').send(SCRIPTS[nameOf(req.params.id)!](elsewhere))
    })
    .get('/packs/:id', (req, res) => {
      res.send(`<!doctype html><html lang="en"><head><title>Pack</title><style>${STYLE}</style></head><body><h1>Pack</h1>
        <div data-map="drawn">The map as on the screen</div>
        <table><caption>Places</caption><thead><tr><th>Head of the table</th><th>What</th></tr></thead><tbody></tbody></table>
        <script type="module" src="/packs/${req.params.id}.js"></script></body></html>`)
    })
