import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import express, { type Express } from 'express'
import type { Browser } from 'playwright-core'
import { build } from 'vite'
import { createApp } from '../server/app.ts'
import { servePages } from '../server/pages.ts'
import { signInAs } from '../test/support/sign-in.ts'
import { launchBrowser } from '../test/support/launch-browser.ts'
import { median, type BenchFile } from './measure.ts'
import { benchService, reportDatabase } from './report-database.ts'

const BUILT = new URL('../dist/web/assets/', import.meta.url)
const EMPTY_MAP = fileURLToPath(new URL('empty-map/', import.meta.url))
const RUNS = 5

const closing: (() => unknown)[] = []
let visited: Promise<{ listMs: number; ourMapMs: number; emptyMapMs: number }> | undefined

const listen = async (app: Express) => {
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

let token = ''

const ourPage = async () => {
  const database = await reportDatabase()
  closing.push(database.stop)
  token = (await signInAs(database.db, 'coordinator')).token
  return listen(createApp(benchService(database), servePages()))
}

const emptyPage = async () => {
  const outDir = mkdtempSync(`${tmpdir()}/place-risk-empty-map-`)
  closing.push(() => rmSync(outDir, { recursive: true }))
  await build({
    configFile: false,
    root: EMPTY_MAP,
    logLevel: 'error',
    build: { outDir, chunkSizeWarningLimit: 2_000 },
  })
  return listen(express().use(express.static(outDir)))
}

/** The names of all files that a visit asked for. */
const fetched = new Set<string>()

/** Milliseconds from the start of the navigation, by the page's own clock, in a context with an empty cache. */
const visit = async (browser: Browser, address: string, wanted: string[]) => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  try {
    // The empty page has no use for it.
    await context.addCookies([{ name: 'place-risk-session', value: token, url: address }])
    const page = await context.newPage()
    page.on('request', (request) => fetched.add(new URL(request.url()).pathname.split('/').at(-1)!))
    await page.goto(address, { waitUntil: 'commit' })
    const times = wanted.map(async (selector) => {
      await page.waitForFunction((css) => document.querySelector(css) !== null, selector, {
        polling: 'raf',
        timeout: 60_000,
      })
      return page.evaluate(() => performance.now())
    })
    return await Promise.all(times)
  } finally {
    await context.close()
  }
}

const visitAll = async () => {
  const [ours, empty, browser] = [await ourPage(), await emptyPage(), await launchBrowser()]
  closing.push(() => browser.close())
  const [lists, maps, empties]: number[][] = [[], [], []]
  for (let run = -1; run < RUNS; run++) {
    const [list, map] = await visit(browser, ours, ['.app-ranked li', '[data-map="drawn"]'])
    const [nothing] = await visit(browser, empty, ['[data-map="drawn"]'])
    if (run < 0) continue
    lists!.push(list!)
    maps!.push(map!)
    empties!.push(nothing!)
  }
  return { listMs: median(lists!), ourMapMs: median(maps!), emptyMapMs: median(empties!) }
}

export const pageBench: BenchFile = {
  benches: [
    {
      name: 'page: its own JavaScript, kB gzipped',
      compares: 'what the first page fetches, without MapLibre and its worker',
      limit: { atMost: 120 },
      run: async () => {
        await (visited ??= visitAll())
        const all = readdirSync(BUILT).filter((name) => name.endsWith('.js') && !name.startsWith('maplibre'))
        const first = all.filter((name) => fetched.has(name))
        if (first.length === 0) throw new Error('expected scripts of our own, got none')
        const kilobytes = (names: string[]) =>
          names.map((name) => gzipSync(readFileSync(new URL(name, BUILT))).length).reduce((a, b) => a + b, 0) / 1000
        return {
          value: kilobytes(first),
          detail: `${first.length} files; every page of the service together ${kilobytes(all).toFixed(0)} kB in ${all.length}`,
        }
      },
    },
    {
      name: 'page: list shown, seconds',
      compares: 'navigation to the first ranked place, 10,000 reports, empty cache, loopback',
      limit: { atMost: 1 },
      run: async () => {
        const { listMs } = await (visited ??= visitAll())
        return { value: listMs / 1000, detail: `median of ${RUNS} visits` }
      },
    },
    {
      name: 'page: map idle',
      compares: 'ours with 10,000 reports / an empty MapLibre page, same browser',
      limit: { atMost: 3 },
      run: async () => {
        const { ourMapMs, emptyMapMs } = await (visited ??= visitAll())
        return {
          value: ourMapMs / emptyMapMs,
          detail: `ours ${ourMapMs.toFixed(0)} ms, empty ${emptyMapMs.toFixed(0)} ms (medians of ${RUNS} visits)`,
        }
      },
    },
  ],
  async close() {
    for (const close of closing.reverse()) await close()
  },
}
