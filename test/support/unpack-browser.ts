import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

const CACHE_FOLDER = resolve('node_modules/.cache/place-risk')

/** The package unpacks into TMPDIR, and its libraries only where it believes itself on Amazon's machines: a process of its own can be told both. */
const UNPACK = `import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())`

/**
 * The browser inside the npm package, with the libraries and the typeface it needs beside it: nothing of the system's but its C library.
 * @throws Error where this is not Linux on x64
 */
export const unpackBrowser = (): { executablePath: string; env: Record<string, string>; startFile: string } => {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      'No Chrome or Chromium was found. Install one, or name it in CHROME_PATH, then run the tests again.',
    )

  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    devDependencies: Record<string, string>
  }
  const folder = `${CACHE_FOLDER}/chromium-${devDependencies['@sparticuz/chromium']}`
  if (!existsSync(folder)) {
    const part = `${folder}.part`
    rmSync(part, { recursive: true, force: true })
    mkdirSync(part, { recursive: true })
    const env = { ...process.env, TMPDIR: part, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' }
    execFileSync(process.execPath, ['--input-type=module', '--eval', UNPACK], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    writeFileSync(`${part}/fonts.conf`, fontsConf(folder))
    renameSync(part, folder)
  }
  const executablePath = `${folder}/chromium`
  const env = { LD_LIBRARY_PATH: `${folder}/al2023/lib`, FONTCONFIG_FILE: `${folder}/fonts.conf` }
  return { executablePath, env, startFile: writeStartFile(`${folder}/start.sh`, executablePath, env) }
}

/** For those who know nothing of the environment that it needs. */
const writeStartFile = (file: string, executablePath: string, env: Record<string, string>) => {
  const settings = Object.entries(env).map(([name, value]) => `${name}='${value}'`)
  writeFileSync(file, `#!/bin/sh\nexec env ${settings.join(' ')} '${executablePath}' "$@"\n`)
  chmodSync(file, 0o755)
  return file
}

/** The system's typefaces first; the package's own is there where the system has none. */
const fontsConf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`
