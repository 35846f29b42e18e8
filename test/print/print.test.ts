import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, get, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import express from 'express'
import { expect, onTestFinished, test } from 'vitest'
import { gate } from '../../server/access/needs.ts'
import { createApp } from '../../server/app.ts'
import { printsMargins } from '../../server/page-as-pdf.ts'
import { printRoutes } from '../../server/print/routes.ts'
import { writeProblem } from '../../server/problem.ts'
import type { Service } from '../../server/service.ts'
import { toProblem } from '../../server/to-problem.ts'
import { requestPatrol, withPlaces } from '../patrols/make-patrol.ts'
import { apiAt, cookieOf, withApp, type TestApi } from '../support/app.ts'
import { browserProgram } from '../support/launch-browser.ts'
import { readPdf } from '../support/read-pdf.ts'
import { fixtureDocuments, fixturePages, IDS } from './fixture-pages.ts'

const listen = async (server: Server): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Another machine's service: nothing may ever ask it. */
const startElsewhere = async () => {
  const asked: string[] = []
  const server = createServer((req, res) => {
    asked.push(req.url ?? '')
    res.end()
  }).on('upgrade', (req) => asked.push(`upgrade ${req.url}`))
  return { elsewhere: await listen(server), asked }
}

const withBrowser = (service: Service): Service => ({
  ...service,
  config: { ...service.config, browser: browserProgram() },
  report: () => {},
})

/** The app with a browser and the tests' pages, as the given person meets it. */
const startPrinting = async (service: Service, person: TestApi) => {
  const { elsewhere, asked } = await startElsewhere()
  const app = express().use(fixtureDocuments(), createApp(withBrowser(service), fixturePages(elsewhere)))
  const address = await listen(createServer(app))
  const cookie = cookieOf(person)
  const pdfOf = (printed: string, id: string, signal?: AbortSignal) =>
    fetch(`${address}/api/print/${printed}/${id}.pdf`, { headers: { cookie }, ...(signal && { signal }) })
  return { address, asked, pdfOf }
}

/** Where the browser keeps its profile meanwhile. Gives what is in it. */
const ownTemporaryFolder = () => {
  const before = process.env.TMPDIR
  const folder = mkdtempSync(`${tmpdir()}/place-risk-print-`)
  process.env.TMPDIR = folder
  onTestFinished(() => {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
    rmSync(folder, { recursive: true, force: true })
  })
  return () => readdirSync(folder)
}

test(
  'a page becomes a tagged PDF on A4, marked on every sheet, as the person may see it, and no other host is asked',
  withApp(async ({ as, service, db }) => {
    const leftBehind = ownTemporaryFolder()
    const { asked, pdfOf } = await startPrinting(service, await as('group_chair', { username: 'chair.of.tests' }))

    const response = await pdfOf('pack', IDS.good)

    expect(response.status, await response.clone().text()).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="OS_pack_2023-06.pdf"')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const { isTagged, tags, outline, pages } = readPdf(await response.bytes())
    const text = pages.map((page) => page.text).join('\n')
    expect(isTagged).toBe(true)
    expect([...tags]).toEqual(expect.arrayContaining(['H1', 'Table', 'TH', 'TD', 'Caption']))
    expect(outline).toEqual(['Pack read by chair.of.tests'])
    expect(pages.length).toBe(3)
    for (const [index, page] of pages.entries()) {
      expect([page.widthMm, page.heightMm]).toEqual([210, 297])
      expect(page.text.match(/OFFICIAL-SENSITIVE/g)).toHaveLength(2)
      expect(page.text).toContain(`Page ${index + 1} of 3`)
      expect(page.text).toContain('Pack of June')
      expect(page.text).toContain('Head of the table')
    }
    expect(text).toContain('The map is drawn for paper')
    expect(text.match(/refused/g)).toHaveLength(2)
    expect(text).toContain('not written')
    expect(text).not.toContain('A cookie is here')
    expect(asked).toEqual([])
    expect(leftBehind()).toEqual([])
    const { rows } = await db.query(
      `select object_type, object_id from audit_line where action = 'disclosure' order by seq desc limit 1`,
    )
    expect(rows).toEqual([{ object_type: 'pack as PDF', object_id: IDS.good }])
  }),
)

test('a browser that leaves the margins of a sheet empty is too old: nothing goes out without its marking', () => {
  expect(printsMargins('130.0.6723.116')).toBe(false)
  expect(printsMargins('131.0.6778.85')).toBe(true)
  expect(printsMargins('')).toBe(false)
})

test(
  'behind a TLS proxy the page is printed under the address that people know, with the session that is for TLS only',
  withApp(async ({ as, service }) => {
    const chair = await as('group_chair', { username: 'chair.behind.proxy' })
    const behindProxy = {
      ...service,
      isSecure: true,
      config: { ...service.config, origin: 'https://map.council.example' },
    }
    const { address } = await startPrinting(behindProxy, chair)

    const pdf = await new Promise<Buffer>((resolve, reject) => {
      const headers = {
        host: 'map.council.example',
        cookie: `__Host-place-risk-session=${chair.cookies.get('place-risk-session')!}`,
      }
      get(`${address}/api/print/pack/${IDS.good}.pdf`, { headers }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts)))
      }).on('error', reject)
    })

    expect(readPdf(pdf).outline).toEqual(['Pack read by chair.behind.proxy'])
  }),
)

test(
  'whose role does not include a document gets none, nor does who is not signed in',
  withApp(async ({ as, anonymous, service }) => {
    const auditor = await startPrinting(service, await as('qa_auditor'))
    const nobody = await startPrinting(service, anonymous)

    expect((await auditor.pdfOf('pack', IDS.good)).status).toBe(403)
    expect((await nobody.pdfOf('pack', IDS.good)).status).toBe(401)
  }),
)

test(
  'a page that shows an error, or is none, is not printed',
  withApp(async ({ api, service }) => {
    const { pdfOf } = await startPrinting(service, api)

    const noPage = await pdfOf('minutes', IDS.good)
    const broken = await pdfOf('pack', IDS.broken)

    expect((await pdfOf('pack', 'no-id')).status).toBe(404)
    expect(noPage.status).toBe(503)
    expect(broken.status).toBe(503)
    expect(await broken.json()).toMatchObject({ type: 'urn:place-risk:problem:pdf-not-made' })
  }),
)

test(
  'a document that is not known, not theirs or not planned yet costs no browser and no turn: the answer is that of the document',
  withApp(async (given) => {
    const { west, coordinator, planner, stranger } = await withPlaces(given)
    const { service, db } = given
    // Had it been started, the answer were a 503.
    const noProgram = { ...service, config: { ...service.config, browser: '/no/such/browser' }, report: () => {} }
    const address = await listen(createServer(createApp(noProgram)))
    const asPerson = ({ cookies }: TestApi) => apiAt(address, { token: cookies.get('place-risk-session')! })
    const { id } = await requestPatrol(coordinator, west.placeId)

    for (const printed of ['pack', 'minutes', 'briefing'])
      expect((await asPerson(coordinator).get(`/api/print/${printed}/${IDS.good}.pdf`)).body).toMatchObject({
        type: 'urn:place-risk:problem:not-found',
        status: 404,
      })
    expect((await asPerson(stranger).get(`/api/print/briefing/${id}.pdf`)).status).toBe(404)
    expect((await asPerson(planner).get(`/api/print/briefing/${id}.pdf`)).body).toEqual({
      type: 'urn:place-risk:problem:not-planned',
      title: 'There is no briefing yet',
      status: 409,
      detail: 'The planner has not said yet when and how the place is to be visited.',
    })
    const { rows } = await db.query(`select from audit_line where object_type = 'briefing as PDF' and object_id = $1`, [
      id,
    ])
    expect(rows).toEqual([])
    expect((await asPerson(coordinator).get('/api/print/actions/log.pdf')).status).toBe(503)
  }),
)

test(
  'a document that is refused to the page itself ends the job at once, whatever the page shows',
  withApp(async ({ api, service }) => {
    const { pdfOf } = await startPrinting(service, api)

    const gone = await pdfOf('pack', IDS.goneMeanwhile)
    const notPlanned = await pdfOf('pack', IDS.notPlanned)
    const lacksMore = await pdfOf('pack', IDS.lacksMore)

    expect(await gone.json()).toMatchObject({ type: 'urn:place-risk:problem:not-found', status: 404 })
    expect(await notPlanned.json()).toMatchObject({ type: 'urn:place-risk:problem:not-planned', status: 409 })
    // What is refused beside it is the page’s to bear.
    expect(lacksMore.status).toBe(200)
  }),
)

test(
  'where the page would ask why, the person is asked, and gets the PDF no other way',
  withApp(async ({ as, service }) => {
    const { pdfOf } = await startPrinting(service, await as('group_chair', { reasons: [] }))

    const response = await pdfOf('pack', IDS.asksWhy)

    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({
      type: 'urn:place-risk:problem:reason-needed',
      errors: [{ parameter: 'exactReport' }],
    })
  }),
)

test(
  'who gives up ends the browser, also one that is stuck, and the next in line gets theirs',
  withApp(async ({ api, service }) => {
    const leftBehind = ownTemporaryFolder()
    const { pdfOf } = await startPrinting(service, api)
    for (const id of [IDS.hangs, IDS.loops]) {
      const stop = new AbortController()
      const given = pdfOf('pack', id, stop.signal)
      setTimeout(() => stop.abort(), 2_500)
      await expect(given).rejects.toThrow(/abort/)
    }

    const response = await pdfOf('pack', IDS.good)

    expect(response.status).toBe(200)
    expect(leftBehind()).toEqual([])
  }),
)

test(
  'four at once: one is made at a time; with three waiting the fifth is told when to come again',
  withApp(async ({ api, service }) => {
    const { pdfOf } = await startPrinting(service, api)
    const stop = new AbortController()
    const first = [1, 2, 3, 4].map(() => pdfOf('pack', IDS.hangs, stop.signal).catch(() => {}))
    await new Promise((resolve) => setTimeout(resolve, 500))

    const fifth = await pdfOf('pack', IDS.good)
    stop.abort()
    await Promise.all(first)

    expect(fifth.status).toBe(503)
    expect(fifth.headers.get('retry-after')).toBe('30')
    expect(await fifth.json()).toMatchObject({ type: 'urn:place-risk:problem:printer-busy' })
  }),
)

test(
  'a page that is not ready in time is given up, with a sentence',
  withApp(async ({ api, service }) => {
    const app = express()
    app.use(fixtureDocuments())
    app.use('/api/print', printRoutes(withBrowser(service), gate(service), { mostSeconds: 2 }))
    app.use(fixturePages('http://127.0.0.1:9'))
    app.use(writeProblem(toProblem, () => {}))
    const address = await listen(createServer(app))
    const person = apiAt(address, { token: api.cookies.get('place-risk-session')! })

    const { status, body } = await person.get(`/api/print/pack/${IDS.hangs}.pdf`)

    expect(status).toBe(504)
    expect(body.detail).toContain('Print the page instead')
  }),
)

test(
  'without a browser the service says so, and says to print',
  withApp(async ({ api, service }) => {
    const { address } = await startPrinting(service, api)
    const withOne = apiAt(address, { token: api.cookies.get('place-risk-session')! })

    const { status, body } = await api.get(`/api/print/pack/${IDS.good}.pdf`)

    expect(status).toBe(503)
    expect(body).toMatchObject({ type: 'urn:place-risk:problem:no-browser-here' })
    expect(body.detail).toContain('Print the page instead')
    expect((await api.get('/api/print')).body).toEqual({ canMakePdf: false })
    expect((await withOne.get('/api/print')).body).toEqual({ canMakePdf: true })
  }),
)
