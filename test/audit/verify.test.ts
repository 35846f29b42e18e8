import { expect, test } from 'vitest'
import { hashOf } from '../../server/access/chain.ts'
import { chunkOfLog } from '../../server/audit/store.ts'
import { OTHER_KEY, useOwnLog } from './own-log.ts'

const log = useOwnLog()

test('a log that nobody touched is whole', async () => {
  await log.keepHead()
  expect(await log.verify()).toEqual({
    isWhole: true,
    lines: 8,
    firstBreach: null,
    headFileAt: expect.stringMatching(/^\d{4}-.*Z$/),
  })
})

test('an empty log is whole', async () => {
  await log.attack('truncate audit_line')
  expect(await log.verify()).toEqual({ isWhole: true, lines: 0, firstBreach: null, headFileAt: null })
})

test.each([
  ['at', `at + interval '1 microsecond'`],
  ['action', `'disclosure'`],
  ['person_id', `gen_random_uuid()`],
  ['person_id', 'null'],
  ['username', `'someone.else'`],
  ['role', `'sysadmin'`],
  ['agency', 'null'],
  ['object_type', `'hotspots'`],
  ['object_id', `'1'`],
  ['reason_code', `'other'`],
  ['reason_words', `''`],
  ['request_id', 'gen_random_uuid()'],
  ['details', `'{}'`],
  ['details', `'{"asked": 3}'`],
  ['hash', `sha256('x')`],
])('a change of %s to %s is found', async (column, value) => {
  await log.attack(`update audit_line set ${column} = ${value} where seq = 4`)

  expect(await log.verify()).toMatchObject({
    isWhole: false,
    lines: 3,
    firstBreach: 'Line 4 was changed after it was written.',
  })
})

test('a change of what a line is chained to is found', async () => {
  await log.attack(`update audit_line set previous_hash = sha256('x') where seq = 4`)
  expect((await log.verify()).firstBreach).toBe('Line 4 does not follow from the line before it.')
})

test('every column of the log but the number of its transaction is under the chain', async () => {
  const { rows } = await log.db.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = 'audit_line' order by ordinal_position`,
  )
  expect(rows.map(({ name }) => name)).toEqual([
    'seq',
    'at',
    'action',
    'person_id',
    'username',
    'role',
    'agency',
    'object_type',
    'object_id',
    'reason_code',
    'reason_words',
    'request_id',
    'details',
    'previous_hash',
    'hash',
    'written_in',
  ])
})

test('a line taken out of the middle is found', async () => {
  await log.attack('delete from audit_line where seq = 5')
  expect((await log.verify()).firstBreach).toBe('Line 5 is missing: line 6 follows 4.')
})

test('a line taken out is found, also where the others close the gap', async () => {
  await log.attack(
    'delete from audit_line where seq = 5',
    'update audit_line set seq = -seq where seq > 5',
    'update audit_line set seq = -seq - 1 where seq < 0',
  )
  expect((await log.verify()).firstBreach).toBe('Line 5 does not follow from the line before it.')
})

test('two lines that change places are found', async () => {
  await log.attack(
    'update audit_line set seq = 100 where seq = 3',
    'update audit_line set seq = 3 where seq = 6',
    'update audit_line set seq = 6 where seq = 100',
  )
  expect((await log.verify()).firstBreach).toBe('Line 3 does not follow from the line before it.')
})

test('a forged line is found', async () => {
  await log.attack(`insert into audit_line (seq, at, action, object_type, request_id, previous_hash, hash)
    select 9, now(), 'consultation', 'report', gen_random_uuid(), hash, sha256('x') from audit_line where seq = 8`)
  expect((await log.verify()).firstBreach).toBe('Line 9 was changed after it was written.')
})

test('whoever changes a line and makes the chain fit again without the key is found', async () => {
  const lines = await chunkOfLog(log.db, { after: 0, limit: 100, onlyErasures: false })
  let previous = lines[3]!.previousHash
  const updates = lines.slice(3).map((one) => {
    const changed = { ...one, username: one.seq === 4 ? 'innocent' : one.username }
    const hash = hashOf(OTHER_KEY, changed, previous)
    const statement = `update audit_line set username = '${changed.username}', previous_hash = '\\x${previous.toString('hex')}',
      hash = '\\x${hash.toString('hex')}' where seq = ${one.seq}`
    previous = hash
    return statement
  })
  await log.attack(...updates)

  expect((await log.verify()).firstBreach).toBe('Line 4 was changed after it was written.')
})

test('a beginning that is deleted is found', async () => {
  await log.attack('delete from audit_line where seq <= 3')
  expect((await log.verify()).firstBreach).toBe('Line 1 is missing: the log begins with line 4, and no line tells why.')
})

const tellOfErasure = async (throughSeq: number) => {
  const lines = await chunkOfLog(log.db, { after: throughSeq - 1, limit: 1, onlyErasures: false })
  const details = { throughSeq, hash: lines[0]!.hash.toString('hex') }
  await log.write(1, { action: 'erasure', objectType: 'audit_line', details })
}

test('a beginning that was deleted by age is no breach, for a line tells of it', async () => {
  await log.keepHead()
  await log.write(2)
  await log.keepHead()
  await tellOfErasure(8)
  // Between the line and the deletion.
  expect(await log.verify()).toMatchObject({ isWhole: true, lines: 11 })

  await log.attack('delete from audit_line where seq <= 8')
  expect(await log.verify()).toMatchObject({ isWhole: true, lines: 3, firstBreach: null })
})

test('more of the beginning deleted than the line tells of is found', async () => {
  await tellOfErasure(3)
  await log.attack('delete from audit_line where seq <= 4')
  expect((await log.verify()).firstBreach).toBe('Line 1 is missing: the log begins with line 5, and no line tells why.')
})

test('a line that tells of a deletion cannot be forged', async () => {
  await log.attack(
    `update audit_line as told set action = 'erasure', object_type = 'audit_line',
       details = json_build_object('throughSeq', 3, 'hash', encode(last.hash, 'hex'))::text
     from audit_line as last where told.seq = 8 and last.seq = 3`,
    'delete from audit_line where seq <= 3',
  )
  expect((await log.verify()).firstBreach).toMatch(/^Line 1 is missing/)
})
