import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, inject, test } from 'vitest'

const ROWS = 100_000
const KILLS = 10
const CHILDREN = 530

interface Said {
  found?: Record<string, number>
  swept?: Record<string, number>
  episodes?: unknown
  reports?: Record<string, number>
  read?: number
}

/** Runs the process until its end, or kills it a while after so many rows were read. Gives all it said. */
const run = (folder: string, kill?: { afterRows: number; delayMs: number }): Promise<Said[]> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'test/imports/kill-process.ts', folder, String(ROWS)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said: Said[] = []
    let complaint = ''
    let isDoomed = false
    child.stderr.on('data', (text: Buffer) => (complaint += text.toString()))
    createInterface({ input: child.stdout }).on('line', (line) => {
      const word = JSON.parse(line) as Said
      said.push(word)
      const isFar = kill && (word.read ?? (word.episodes ? 0 : -1)) >= kill.afterRows
      if (!isFar || isDoomed) return
      isDoomed = true
      setTimeout(() => child.kill('SIGKILL'), kill.delayMs)
    })
    child.once('close', (code, signal) =>
      code === 0 || signal === 'SIGKILL'
        ? resolve(said)
        : reject(new Error(`The process ended with ${code}: ${complaint}`)),
    )
  })

// The embedded database is what a kill takes with it; a server's outlives the service, and a start sweeps.
test.skipIf(inject('database').kind === 'server')(
  'kill -9 at random moments of an import loses nothing that was acknowledged and leaves no half batch visible',
  { timeout: 400_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'place-risk-kill-'))
    let acknowledged = { episodes: 0, reports: 0 }
    try {
      for (let kills = 0; kills <= KILLS; kills++) {
        // From the first row to the last, and with some luck in the middle of publishing.
        const moment = { afterRows: Math.floor(Math.random() * 1.2 * ROWS), delayMs: Math.random() * 400 }
        if (moment.afterRows > ROWS - 5_000) Object.assign(moment, { afterRows: ROWS, delayMs: Math.random() * 4_000 })
        const said = await run(folder, kills < KILLS ? moment : undefined)

        const word = (name: keyof Said) => said.find((one) => one[name] !== undefined)?.[name]
        for (const state of [word('found'), word('swept')] as Record<string, number>[]) {
          const { episodes, reports, occurrences, children } = state
          expect([0, 300]).toContain(episodes)
          expect([0, ROWS]).toContain(reports)
          expect(occurrences).toBe(reports)
          expect(children).toBe((episodes! > 0 ? 30 : 0) + (reports! > 0 ? CHILDREN - 30 : 0))
          expect(episodes).toBeGreaterThanOrEqual(acknowledged.episodes)
          expect(reports).toBeGreaterThanOrEqual(acknowledged.reports)
        }
        expect(word('swept')).toMatchObject({ batchesStaging: 0, staged: 0 })
        acknowledged = {
          episodes: word('episodes') ? 300 : acknowledged.episodes,
          reports: word('reports') ? ROWS : acknowledged.reports,
        }
      }
      expect(acknowledged).toEqual({ episodes: 300, reports: ROWS })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
)
