import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { writeHead } from '../../server/audit/head-file.ts'
import { keepHeads } from '../../server/audit/keep-heads.ts'
import { KEY, OTHER_KEY, useOwnLog } from './own-log.ts'

const log = useOwnLog()

test('a tail that is cut off is found by the head that was kept', async () => {
  await log.keepHead()
  await log.attack('delete from audit_line where seq > 6')
  expect(await log.verify()).toMatchObject({ isWhole: false, lines: 6 })
  expect((await log.verify()).firstBreach).toMatch(/^Line 7 is missing: the log had reached line 8 at /)
})

test('a tail that is cut off and grown over is found', async () => {
  await log.keepHead()
  await log.attack('delete from audit_line where seq > 6')
  await log.write(5)
  await log.keepHead()
  expect((await log.verify()).firstBreach).toMatch(/^Line 8 is not the one that was there at /)
})

test('a log that is emptied is found, also where it is filled again', async () => {
  await log.keepHead()
  await log.attack('truncate audit_line')
  expect((await log.verify()).firstBreach).toMatch(/^Line 1 is missing: /)

  await log.write(20)
  expect((await log.verify()).firstBreach).toMatch(/^Line 8 is not the one/)
})

test('the heads are kept whenever the log has grown, readable by nobody else', async () => {
  const stop = keepHeads(log.db, KEY, log.headsFile)
  await stop()
  await log.keepHead()
  await log.write(1)
  await log.keepHead()

  const kept = readFileSync(log.headsFile, 'utf8')
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text) as { seq: number })
  expect(kept.map(({ seq }) => seq)).toEqual([8, 9])
  expect(statSync(log.headsFile).mode & 0o777).toBe(0o600)
})

test('a head that somebody else wrote is found', async () => {
  await log.keepHead()
  appendFileSync(log.headsFile, writeHead(OTHER_KEY, { seq: 8, hash: 'ab', at: 'now' }))
  expect((await log.verify()).firstBreach).toBe('Line 2 of the file of heads was changed after it was written.')
})

test('a head that is changed is found', async () => {
  await log.keepHead()
  writeFileSync(log.headsFile, readFileSync(log.headsFile, 'utf8').replace('"seq":8', '"seq":7'))
  expect((await log.verify()).firstBreach).toBe('Line 1 of the file of heads was changed after it was written.')
})

test('a head that a crash cut short is passed over, and the next one stands alone', async () => {
  await log.keepHead()
  appendFileSync(log.headsFile, '{"seq":9,"ha')
  expect((await log.verify()).isWhole).toBe(true)

  await log.write(1)
  await log.keepHead()
  expect(await log.verify()).toMatchObject({ isWhole: true, lines: 9 })
  expect(readFileSync(log.headsFile, 'utf8').trim().split('\n')).toHaveLength(2)
})
