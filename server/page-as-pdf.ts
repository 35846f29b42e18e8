import { setMaxListeners } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import type { BrowserContext, Page, Route } from 'playwright-core'
import type { AskSelf, OwnAnswer } from './ask-self.ts'
import { startBrowser } from './browser.ts'
import { browserTooOld } from './errors.ts'

export interface PageToPrint {
  /** The program of the browser. */
  program: string
  /** The address that people have the service at, such as http://127.0.0.1:3000; no request is made to it. */
  origin: string
  path: string
  /** Is there once the page shows what is to be printed; its `data-print-name` goes into the file's name. */
  readyMark: string
  ask: AskSelf
  /** Told of each answer that says no. */
  onRefused: (path: string, answer: OwnAnswer) => void
  /** Ends the browser. */
  signal: AbortSignal
}

/** A page that has asked for nothing for so long has what it needs. */
const QUIET_MS = 400

/** What a page shows where it could not be loaded. */
const FAILED = '.govuk-error-summary'

/**
 * A page of this service as tagged PDF, and its name. The browser reaches no host: what it asks of this service is answered here, as
 * the person may see it, and everything else is refused, so neither session nor page can go anywhere.
 * Rejects where the page shows an error, or when it is told to stop.
 */
export const pageAsPdf = async ({ program, origin, path, readyMark, ask, onRefused, signal }: PageToPrint) => {
  const browser = await startBrowser(program)
  const end = () => void browser.close().catch(() => {})
  signal.addEventListener('abort', end)
  // A page asks for many things at once.
  setMaxListeners(100, signal)
  try {
    signal.throwIfAborted()
    if (!printsMargins(browser.version())) throw browserTooOld(browser.version())
    const context = await browser.newContext({
      acceptDownloads: false,
      // The map is a picture: twice as fine, it is sharp on paper.
      deviceScaleFactor: 2,
      locale: 'en-GB',
      offline: true,
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
      timezoneId: 'Europe/London',
      viewport: { width: 1280, height: 1600 },
    })
    const untilQuiet = await answerRequests(context, { origin, ask, onRefused, signal })
    const page = await context.newPage()
    page.setDefaultTimeout(0)
    const opened = await page.goto(origin + path)
    if (!opened?.ok()) throw new Error(`the page that was to be printed answers ${opened?.status()}`)
    const name = await nameWhenReady(page, readyMark, untilQuiet)
    await layOutForPaper(page)
    const pdf = await page.pdf({
      format: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    })
    return { pdf, name }
  } finally {
    signal.removeEventListener('abort', end)
    await browser.close().catch(() => {})
  }
}

/** The marking stands in the margins of each sheet, which older ones leave empty. @param version such as 131.0.6778.85 */
export const printsMargins = (version: string) => Number.parseInt(version, 10) >= 131

/** Answers what a page asks for. Gives what waits until it has asked for nothing for a while. */
const answerRequests = async (
  context: BrowserContext,
  { origin, ask, onRefused, signal }: Pick<PageToPrint, 'origin' | 'ask' | 'onRefused' | 'signal'>,
) => {
  let open = 0
  let lastAt = performance.now()

  const answer = async (route: Route) => {
    const request = route.request()
    const url = new URL(request.url())
    if (url.origin !== origin || request.method() !== 'GET') return route.abort('accessdenied')
    const path = url.pathname + url.search
    const given = await ask(path, request.headers(), signal)
    if (given.status >= 400) onRefused(path, given)
    return route.fulfill(given)
  }
  await context.route('**/*', async (route) => {
    open++
    // A browser that has been ended meanwhile takes no answer.
    await answer(route).catch(() => route.abort('failed').catch(() => {}))
    open--
    lastAt = performance.now()
  })

  return async () => {
    while (open > 0 || performance.now() - lastAt < QUIET_MS) {
      signal.throwIfAborted()
      await setTimeout(50)
    }
  }
}

const nameWhenReady = async (page: Page, readyMark: string, untilQuiet: () => Promise<void>): Promise<string> => {
  const mark = page.locator(readyMark).first()
  await mark.or(page.locator(FAILED)).first().waitFor({ state: 'attached' })
  await untilQuiet()
  await page.getByText('Drawing the map…').first().waitFor({ state: 'detached' })
  if ((await page.locator(FAILED).count()) > 0 || (await mark.count()) === 0)
    throw new Error('the page that was to be printed shows an error')
  return (await mark.getAttribute('data-print-name')) ?? ''
}

/** As when somebody prints it, but waiting for what is drawn anew at the sheet's size. */
const layOutForPaper = async (page: Page) => {
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  await page.waitForTimeout(150)
  await page.locator('[data-map="drawing"]').first().waitFor({ state: 'detached' })
}
