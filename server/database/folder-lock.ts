import { linkSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** Who has a folder. */
export interface FolderHolder {
  pid: number
  /** Where the holder's database can be reached. */
  socketFolder: string
}

interface LockRecord extends FolderHolder {
  /** When the process began, as the system counts it; null where the system doesn't tell. */
  began: string | null
  /** The machine's present start and the container: a pid means something only there. */
  where: string
}

interface FoundLock {
  number: number
  path: string
  record: LockRecord
}

/** Another process has the folder's database open; a second one would destroy it. */
export class FolderInUseError extends Error {
  readonly pid: number
  constructor(folder: string, pid: number) {
    super(
      `The database in ${folder} is open in another process (pid ${pid}). Stop that one first, or set PLACE_RISK_VAR to another folder.`,
    )
    this.pid = pid
  }
}

const LOCK_NAME = /^lock-(\d+)\.json$/
/** What a power cut can leave; its age decides. */
const UNREADABLE: LockRecord = { pid: 0, socketFolder: '', began: null, where: '' }
/** A holder says this often that it is alive; one whose pid means nothing here counts as gone after the longer time. */
const BEAT_MS = 5_000
const SILENT_MS = 30_000

/**
 * Takes a folder for this process, or throws FolderInUseError. The lock of a process that is no longer there is taken over, and
 * told in `replaced`.
 *
 * Locks are numbered, and each number can be made only once: a starter that finds none alive makes the next, so of two starters
 * one gets it. Nobody removes a lock to make room for his own, which is where lock files lose their races.
 */
export const lockFolder = (
  folder: string,
  { socketFolder }: { socketFolder: string },
): { release: () => void; replaced: FolderHolder | null } => {
  const before = locksIn(folder)
  throwIfHeld(folder, before)
  const number = Math.max(0, ...before.map((lock) => lock.number)) + 1
  const path = join(folder, `lock-${number}.json`)
  const record: LockRecord = { pid: process.pid, socketFolder, began: beganAt(process.pid), where: whereWeAre() }
  if (!writeOnce(path, record)) return lockFolder(folder, { socketFolder })
  try {
    throwIfHeld(
      folder,
      locksIn(folder).filter((lock) => lock.number !== number),
    )
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  }
  for (const stale of before) rmSync(stale.path, { force: true })
  const beat = setInterval(() => touch(path), BEAT_MS)
  beat.unref()
  const release = () => {
    clearInterval(beat)
    rmSync(path, { force: true })
  }
  return { release, replaced: before.at(-1)?.record ?? null }
}

/** The live process that has the folder's database open, or null. */
export const readFolderLock = (folder: string): FolderHolder | null => {
  const held = locksIn(folder).find(isHeld)
  return held ? { pid: held.record.pid, socketFolder: held.record.socketFolder } : null
}

const throwIfHeld = (folder: string, locks: FoundLock[]) => {
  const held = locks.find(isHeld)
  if (held) throw new FolderInUseError(folder, held.record.pid)
}

const locksIn = (folder: string): FoundLock[] => {
  const found = readOr([], () => readdirSync(folder)).flatMap((name) => {
    const number = LOCK_NAME.exec(name)?.[1]
    const path = join(folder, name)
    if (number === undefined) return []
    const record = readOr(UNREADABLE, () => JSON.parse(readFileSync(path, 'utf8')) as LockRecord)
    return [{ number: Number(number), path, record }]
  })
  return found.sort((one, other) => one.number - other.number)
}

/** Makes a file whole or not at all; false when there is one already. */
const writeOnce = (path: string, record: LockRecord) => {
  const draft = `${path}.${process.pid}.draft`
  writeFileSync(draft, `${JSON.stringify(record)}\n`, { mode: 0o600 })
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

const isHeld = ({ record, path }: FoundLock) => {
  if (record.where !== whereWeAre()) return Date.now() - readOr(0, () => statSync(path).mtimeMs) < SILENT_MS
  return isAlive(record.pid) && record.began === beganAt(record.pid)
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it is there, and somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Field 22 of /proc/PID/stat; the name in field 2 may hold spaces and brackets. */
const beganAt = (pid: number) =>
  readOr(null, () => {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  })

const whereWeAre = () =>
  readOr(hostname(), () => {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`
  })

const touch = (path: string) => {
  const now = new Date()
  readOr(undefined, () => utimesSync(path, now, now))
}

/** What can't be read, because it isn't there or has just gone, is taken for `fallback`. */
const readOr = <Value>(fallback: Value, read: () => Value): Value => {
  try {
    return read()
  } catch {
    return fallback
  }
}
