import { expect, test } from 'vitest'
import { openScribe } from '../../server/access/scribe.ts'
import { underRole } from '../../server/access/under-role.ts'
import { KEY, line, useOwnLog } from './own-log.ts'

const log = useOwnLog()

test('fifty that write at once, over several services, make one unbroken chain', async () => {
  const scribes = [1, 2, 3, 4, 5].map(() => openScribe(log.db, KEY))
  const seqs = await Promise.all(
    Array.from({ length: 50 }, (_, i) => scribes[i % 5]!.write(line({ objectId: `${i}` }))),
  )

  expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => 9 + i))
  expect(await log.verify()).toMatchObject({ isWhole: true, lines: 58 })
})

test('the chain is followed over more lines than are read at once', async () => {
  const scribe = openScribe(log.db, KEY)
  await Promise.all(Array.from({ length: 4100 }, () => scribe.write(line())))
  expect(await log.verify()).toMatchObject({ isWhole: true, lines: 4108 })

  await log.attack('update audit_line set agency = null where seq = 4001')
  expect(await log.verify()).toMatchObject({ lines: 4000, firstBreach: 'Line 4001 was changed after it was written.' })
})

test.each(['entry', 'scribe', 'case', 'intake', 'partner', 'list', 'keeper'] as const)(
  'the role %s can change, delete and empty nothing of the log',
  async (role) => {
    const asRole = underRole(log.db, { role })
    for (const statement of [
      `update audit_line set username = 'x'`,
      'delete from audit_line',
      'truncate audit_line',
      'alter table audit_line disable trigger all',
    ])
      await expect(asRole.query(statement)).rejects.toMatchObject({ code: '42501' })
    expect(await log.verify()).toMatchObject({ isWhole: true, lines: 8 })
  },
)

test('nor can the owner by mistake', async () => {
  await expect(log.db.query(`update audit_line set username = 'x'`)).rejects.toMatchObject({ code: '42501' })
  await expect(log.db.query('delete from audit_line')).rejects.toMatchObject({ code: '42501' })
  await expect(log.db.query('truncate audit_line')).rejects.toMatchObject({ code: '42501' })
})
