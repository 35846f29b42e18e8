import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { openDatabase } from '../../server/database/open.ts'
import { overPool } from '../../server/db.ts'
import { migrate } from '../../server/migrate.ts'
import { csvOf, NONE, reportOf } from './files.ts'

const cli = (varFolder: string, ...words: string[]) =>
  new Promise<{ code: number | null; out: string; complaint: string }>((resolve) => {
    const { DATABASE_URL: _server, ...env } = process.env
    const child = spawn(process.execPath, ['--import', 'tsx', 'server/cli.ts', ...words], {
      env: { ...env, PLACE_RISK_VAR: varFolder },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const [out, complaint]: Buffer[][] = [[], []]
    child.stdout.on('data', (text: Buffer) => out!.push(text))
    child.stderr.on('data', (text: Buffer) => complaint!.push(text))
    child.once('close', (code) =>
      resolve({ code, out: String(Buffer.concat(out!)), complaint: String(Buffer.concat(complaint!)) }),
    )
  })

const inFolder = (work: (folder: string) => Promise<void>) => async () => {
  const folder = mkdtempSync(join(tmpdir(), 'place-risk-cli-'))
  try {
    await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test(
  'a command that makes no sense, or a file that is not there, is a sentence and exit code 2',
  inFolder(async (folder) => {
    for (const words of [[], ['export'], ['import', 'children', 'x.csv'], ['import', 'reports']]) {
      const { code, out, complaint } = await cli(folder, ...words)
      expect([code, out]).toEqual([2, ''])
      expect(complaint).toContain('npm run cli -- import reports|episodes FILE')
    }
    const { code, complaint } = await cli(folder, 'import', 'reports', join(folder, 'none.csv'))
    expect(code).toBe(2)
    expect(complaint).toMatch(/^There is no file .*none\.csv that can be read\. Check its name\.\n$/)
  }),
)

test.skipIf(inject('database').kind === 'server')(
  'an import from the command line goes through a running service’s database, else opens it itself, and prints what the API answers',
  { timeout: 120_000 },
  inFolder(async (folder) => {
    const file = join(folder, 'reports.csv')
    writeFileSync(file, csvOf([reportOf(), reportOf({ report_ref: 'R2', basis: 'fuond' })]))
    const service = await openDatabase({ folder: join(folder, 'data') })
    await migrate(overPool(service.pool))

    const beside = await cli(folder, 'import', 'reports', file, '--json')
    expect([beside.code, beside.complaint]).toEqual([0, ''])
    expect(JSON.parse(beside.out)).toEqual({
      ...NONE,
      batch: expect.any(String),
      accepted: 1,
      rejected: 1,
      ignoredColumns: [],
      issues: [{ row: 3, column: 'basis', code: 'basis-unknown', message: expect.any(String), value: 'fuond' }],
    })
    await service.stop()

    const alone = await cli(folder, 'import', 'reports', file)
    expect(alone.code).toBe(0)
    expect(alone.out).toMatch(/^0 accepted, 0 changed, 1 unchanged, 0 unplaced, 1 rejected\.\n  Row 3, basis: /)

    writeFileSync(file, 'PK\u0003\u0004')
    const refused = await cli(folder, 'import', 'reports', file)
    expect([refused.code, refused.out]).toEqual([1, ''])
    expect(refused.complaint).toContain('an Excel workbook')
  }),
)
