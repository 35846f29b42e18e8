import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FolderInUseError, lockFolder, readFolderLock } from '../../server/database/folder-lock.ts'
import { temporaryFolder } from './support.ts'

let folder: string
let remove: () => void
beforeEach(() => ({ folder, remove } = temporaryFolder()))
afterEach(() => remove())

const socketFolder = '/nowhere/socket'
const lockOf = (record: object) =>
  writeFileSync(join(folder, 'lock-4.json'), JSON.stringify({ socketFolder, ...record }))

test('a folder has one holder at a time, and tells who', () => {
  expect(readFolderLock(folder)).toBeNull()
  const lock = lockFolder(folder, { socketFolder })
  expect(lock.replaced).toBeNull()
  expect(readFolderLock(folder)).toEqual({ pid: process.pid, socketFolder })
  expect(() => lockFolder(folder, { socketFolder })).toThrow(FolderInUseError)
  expect(() => lockFolder(folder, { socketFolder })).toThrow(`(pid ${process.pid}). Stop that one first`)

  lock.release()
  expect(readFolderLock(folder)).toBeNull()
  expect(readdirSync(folder)).toEqual([])
})

test('the lock of a process that is gone is taken over, also when another process has its number now', () => {
  const { where } = recordNow()
  lockOf({ pid: 999_999_999, began: '1', where })
  expect(readFolderLock(folder)).toBeNull()
  const first = lockFolder(folder, { socketFolder })
  expect(first.replaced).toMatchObject({ pid: 999_999_999, socketFolder })
  first.release()

  lockOf({ pid: process.pid, began: 'long ago', where })
  lockFolder(folder, { socketFolder }).release()
  expect(readdirSync(folder)).toEqual([])
})

test('a holder in another container counts as alive until it has been silent for half a minute', () => {
  lockOf({ pid: process.pid, began: '1', where: `another ${hostname()}` })
  expect(() => lockFolder(folder, { socketFolder })).toThrow(FolderInUseError)

  const aMinuteAgo = new Date(Date.now() - 60_000)
  utimesSync(join(folder, 'lock-4.json'), aMinuteAgo, aMinuteAgo)
  lockFolder(folder, { socketFolder }).release()
})

test('a lock that a power cut emptied does not stand in the way for ever', () => {
  writeFileSync(join(folder, 'lock-1.json'), '')
  const aMinuteAgo = new Date(Date.now() - 60_000)
  utimesSync(join(folder, 'lock-1.json'), aMinuteAgo, aMinuteAgo)
  lockFolder(folder, { socketFolder }).release()
})

test('of eight processes that want a folder with a stale lock at the same moment, one gets it', async () => {
  lockOf({ pid: 999_999_999, began: '1', where: recordNow().where })
  const startAt = Date.now() + 1500
  const program = `
    import { existsSync } from 'node:fs'
    import { lockFolder } from './server/database/folder-lock.ts'
    while (Date.now() < ${startAt});
    try { lockFolder(${JSON.stringify(folder)}, { socketFolder: 'x' }); console.log('got it') } catch (error) { console.log(error.constructor.name) }
    setInterval(() => existsSync(${JSON.stringify(join(folder, 'done'))}) && process.exit(), 20)`
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => {
      const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program])
      return new Promise<string>((resolve) => child.stdout.once('data', (text) => resolve(String(text).trim())))
    }),
  )
  writeFileSync(join(folder, 'done'), '')

  expect(answers.filter((answer) => answer === 'got it')).toHaveLength(1)
  expect(answers.filter((answer) => answer === 'FolderInUseError')).toHaveLength(7)
  expect(existsSync(join(folder, 'lock-4.json'))).toBe(false)
})

/** What a lock of this process says of where it is. */
const recordNow = () => {
  const lock = lockFolder(folder, { socketFolder })
  const [name] = readdirSync(folder)
  const record = JSON.parse(readFileSync(join(folder, name!), 'utf8')) as { where: string }
  lock.release()
  return record
}
