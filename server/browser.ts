import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Browser } from 'playwright-core'

/** Where an installed Chrome, Chromium or Edge usually is; a name without a folder is looked for on the PATH. */
const USUAL: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge',
    '/snap/bin/chromium',
  ],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((folder) =>
    [String.raw`Google\Chrome\Application\chrome.exe`, String.raw`Microsoft\Edge\Application\msedge.exe`].map((file) =>
      join(process.env[folder] ?? '', file),
    ),
  ),
}

/** Debian's and Ubuntu's packages put it there, whatever the service's PATH is. */
const ALSO_IN = ['/usr/bin', '/usr/local/bin']

/**
 * The program of an installed Chrome or Chromium; undefined: there is none, or none is wanted.
 * @param setting the path of one, `none`, or null for the usual places
 */
export const findBrowser = (setting: string | null): string | undefined => {
  if (setting !== null) return setting === 'none' ? undefined : setting
  return (USUAL[process.platform] ?? []).flatMap(placesOf).find(isProgram)
}

const placesOf = (name: string) =>
  /[/\\]/.test(name)
    ? [name]
    : [...(process.env.PATH ?? '').split(delimiter), ...ALSO_IN].map((folder) => join(folder, name))

/** True where a path leads to a file that can be started. */
export const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** It draws maps without a graphics card, and it finds no host at all: what a page asks for is answered by whoever opened it. */
const FLAGS = [
  '--use-angle=swiftshader-webgl',
  '--enable-unsafe-swiftshader',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
]

/** What a browser needs of the service's environment: never the address of the database or where the key is. */
const GIVEN_ON =
  /^(PATH|HOME|USER|LANG|LC_\w+|TZ|TMPDIR|TEMP|TMP|XDG_\w+|FONTCONFIG_\w+|LD_LIBRARY_PATH|SYSTEMROOT|WINDIR|APPDATA|LOCALAPPDATA|PROGRAMFILES.*|USERPROFILE)$/i

/**
 * Starts a browser without a window. Its profile is in a temporary folder that goes with it; what a page of a context of its own
 * holds stays in memory. Close it: also where the work was given up. Rejects where it does not start within 20 seconds.
 */
export const startBrowser = async (program: string): Promise<Browser> => {
  // Fourteen megabytes that only whoever makes a PDF needs.
  const { chromium } = await import('playwright-core')
  return chromium.launch({
    executablePath: program,
    args: FLAGS,
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => GIVEN_ON.test(name))) as Record<
      string,
      string
    >,
    // Chrome refuses to sandbox what root starts, as services in containers are; it sees nothing but the service's own pages there too.
    chromiumSandbox: process.getuid?.() !== 0,
    timeout: 20_000,
    // The service ends it: these would end the service's own tidying up.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
}
