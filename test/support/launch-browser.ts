import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'
import { unpackBrowser } from './unpack-browser.ts'

const USUAL_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** An installed Chrome or Chromium, `CHROME_PATH` first; undefined where there is none. */
const findInstalled = () =>
  [process.env.CHROME_PATH ?? '', ...USUAL_PATHS].find((path) => path !== '' && existsSync(path))

/** Draws maps without a graphics card, and asks nobody but the service for anything. */
const flags = () => [
  '--use-angle=swiftshader-webgl',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** The program of a browser for what starts one by itself, as the service does for PDFs. */
export const browserProgram = (): string => findInstalled() ?? unpackBrowser().startFile

/** An installed Chrome or Chromium, else the one inside the npm package (Linux). */
export const launchBrowser = async (installed = findInstalled()): Promise<Browser> => {
  const { executablePath, env } = installed ? { executablePath: installed, env: {} } : unpackBrowser()
  return chromium.launch({
    executablePath,
    args: flags(),
    env: { ...(process.env as Record<string, string>), ...env },
    handleSIGTERM: false,
  })
}
