import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { AxeBuilder } from '@axe-core/playwright'
import { pino } from 'pino'
import type { Browser, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Role } from '../../server/access/roles.ts'
import { DEMO_ACCOUNTS } from '../../server/people/demo-accounts.ts'
import { readConfig } from '../../server/config.ts'
import { servePages } from '../../server/pages.ts'
import { start, type Running } from '../../server/start.ts'
import { apiAt } from './app.ts'
import { browserProgram, launchBrowser } from './launch-browser.ts'
import { SUBJECTS } from './sign-in.ts'

/** The real demo, in a folder of its own. */
const startDemo = async (): Promise<Running> => {
  const config = readConfig({ PLACE_RISK_VAR: folder, PORT: '0', PLACE_RISK_BROWSER: browserProgram() }, true)
  return start(config, servePages(), pino({ level: 'silent' }), () => {})
}

const folder = mkdtempSync(`${tmpdir()}/place-risk-demo-`)
let browser: Promise<Browser> | undefined
let demo: Promise<Running> | undefined

/** One browser and one demo serve every file. */
const sharedBrowser = () => (browser ??= launchBrowser())
export const sharedDemo = () => (demo ??= startDemo())

// How vitest ends a worker: it has half a second to tidy up, so what is large goes first.
process.once('SIGTERM', () => {
  const tidy = async () => {
    rmSync(folder, { recursive: true, force: true })
    await Promise.allSettled([browser?.then((open) => open.close()), demo?.then((running) => running.stop())])
    rmSync(folder, { recursive: true, force: true })
    process.kill(process.pid, 'SIGKILL')
  }
  void tidy()
})

export const LAPTOP = { width: 1366, height: 768 }
export const PHONE = { width: 390, height: 844 }

export interface OpenPage {
  page: Page
  /** Where the demo is, such as http://127.0.0.1:41234 */
  address: string
}

const tokens = new Map<Role, Promise<string>>()

/** A session of the demo's account of a role, one for all tests, with every reason given. */
export const demoToken = (role: Role): Promise<string> => {
  const known = tokens.get(role) ?? signIn(role)
  tokens.set(role, known)
  return known
}

const signIn = async (role: Role) => {
  const api = apiAt((await sharedDemo()).address)
  const { username, password } = DEMO_ACCOUNTS.find((account) => account.role === role)!
  const { status, text } = await api.post('/api/session', { username, password })
  expect(status, text).toBe(201)
  for (const subject of SUBJECTS)
    await api.post('/api/session/reasons', { subject, code: 'monthly_meeting', words: '' })
  return api.cookies.get('place-risk-session')!
}

/**
 * A page of the demo, as somebody of a role sees it (the co-ordinator; null: nobody that is signed in). The test fails on a request to another host, an error in the console (a breach of the content policy
 * among them) and an exception; `allow` lets through what the test provokes.
 */
export const withPage =
  (
    size: { width: number; height: number },
    test: (open: OpenPage) => Promise<void>,
    { allow, as = 'coordinator' }: { allow?: RegExp | undefined; as?: Role | null } = {},
  ) =>
  async () => {
    const { address } = await sharedDemo()
    const context = await (
      await sharedBrowser()
    ).newContext({ viewport: size, locale: 'en-GB', timezoneId: 'Europe/London' })
    if (as) await context.addCookies([{ name: 'place-risk-session', value: await demoToken(as), url: address }])
    const page = await context.newPage()
    const complaints = listenTo(page, address)
    try {
      await test({ page, address })
      expect(complaints.filter((complaint) => !allow?.test(complaint))).toEqual([])
    } finally {
      await context.close()
    }
  }

/**
 * A page of a service that a test runs itself, for whoever a cookie belongs to. The complaints are what `withPage` fails on.
 * @param cookie as a request carries it, `name=value`
 */
export const openPageOf = async (address: string, cookie: string, size: { width: number; height: number }) => {
  const context = await (
    await sharedBrowser()
  ).newContext({ viewport: size, locale: 'en-GB', timezoneId: 'Europe/London' })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: address }])
  const page = await context.newPage()
  return { page, complaints: listenTo(page, address), close: () => context.close() }
}

const listenTo = (page: Page, address: string): string[] => {
  const complaints: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${address}/`) && !/^(data|blob|about):/.test(url)) complaints.push(`a request to ${url}`)
  })
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`the console says: ${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => complaints.push(`an exception: ${error.message}`))
  return complaints
}

const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Fails with each rule that axe finds broken, and where. */
export const expectNoAxeViolations = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).withTags(AXE_TAGS).analyze()
  const told = violations.map(({ id, help, nodes }) => `${id}: ${help} at ${nodes.map(({ html }) => html).join(' | ')}`)
  expect(told).toEqual([])
}

export const expectNoSidewaysScrolling = async (page: Page) => {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }))
  expect(content, 'the width of what is on the page').toBeLessThanOrEqual(window)
}

/** How many different colours stand in a picture of a part of the page: a blank map has one or two. */
export const countColours = async (part: Locator): Promise<number> => {
  const picture = (await part.screenshot()).toString('base64')
  const blank = await part.page().context().newPage()
  try {
    return await blank.evaluate(async (base64) => {
      const image = new Image()
      image.src = `data:image/png;base64,${base64}`
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = image.width
      canvas.height = image.height
      const context = canvas.getContext('2d')!
      context.drawImage(image, 0, 0)
      return new Set(new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)).size
    }, picture)
  } finally {
    await blank.close()
  }
}

const SCREENSHOTS = `${tmpdir()}/place-risk-screenshots`

/** Kept outside the tree, for a person to look at. */
export const keepScreenshot = async (page: Page, name: string) => {
  mkdirSync(SCREENSHOTS, { recursive: true })
  await page.screenshot({ path: `${SCREENSHOTS}/${name}.png`, fullPage: true })
}
