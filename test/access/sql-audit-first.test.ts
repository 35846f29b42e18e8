import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { underRole } from '../../server/access/under-role.ts'
import { makeReports } from '../support/make.ts'
import { addLine, makePerson, owner, reading, withOwner, writeLine, type Someone } from './sql-support.ts'

/** Opens a reading with a line and looks. Gives how many reports were seen. */
const look = async (someone: Someone, line: number) =>
  (await underRole(owner, { role: 'case', personId: someone.id, line }).query('select id from location_report')).rows
    .length

const refused = (message: string) => ({ code: 'PR001', message })

test(
  'a reading is opened by a committed line of the person, once',
  withOwner(async () => {
    await makeReports(owner, { count: 3 })
    const person = await makePerson('coordinator')
    const line = await writeLine(person)

    expect(await look(person, line)).toBe(3)
    await expect(look(person, line)).rejects.toMatchObject(refused('The line was used before.'))
  }),
)

test(
  'a line of its own transaction opens nothing: a rollback would take it along',
  withOwner(async () => {
    const person = await makePerson('coordinator')
    const attempt = owner.transaction(async (tx) => {
      const line = await addLine(tx, person)
      await tx.query(`select set_config('role', 'place_risk_case', true), set_config('app.person', $1, true)`, [
        person.id,
      ])
      await tx.query('select open_reading($1)', [line])
    })

    await expect(attempt).rejects.toMatchObject(
      refused('The line was written in this transaction: a rollback would take it along.'),
    )
  }),
)

test(
  'a line of another person, an invented one, one of a refusal and one of a sign-in open nothing',
  withOwner(async () => {
    const [person, other] = [await makePerson('coordinator'), await makePerson('coordinator')]

    const ofOther = await writeLine(other)
    await expect(look(person, ofOther)).rejects.toMatchObject(refused('The line is another person’s.'))
    await expect(look({ ...person, id: randomUUID() }, ofOther)).rejects.toMatchObject({ code: 'PR001' })
    await expect(look({ ...person, id: '' }, ofOther)).rejects.toMatchObject({ code: 'PR001' })
    await expect(look(person, 2 ** 40)).rejects.toMatchObject(refused('There is no such line in the log.'))
    for (const action of ['refusal', 'sign_in'] as const)
      await expect(look(person, await writeLine(person, { action }))).rejects.toMatchObject(
        refused('The line opens nothing.'),
      )
  }),
)

test(
  'a line that is older than a minute opens nothing, one of fifty seconds does',
  withOwner(async () => {
    await makeReports(owner)
    const person = await makePerson('coordinator')
    const old = await owner.transaction((tx) => addLine(tx, person, '61 seconds'))
    const young = await owner.transaction((tx) => addLine(tx, person, '50 seconds'))

    await expect(look(person, old)).rejects.toMatchObject(refused('The line is older than a minute.'))
    expect(await look(person, young)).toBe(1)
  }),
)

test(
  'a look that is rolled back still stands in the log',
  withOwner(async () => {
    await makeReports(owner)
    const person = await makePerson('coordinator')
    const line = await writeLine(person)
    const attempt = underRole(owner, { role: 'case', personId: person.id, line }).transaction(async (tx) => {
      const { rows } = await tx.query('select narrative from location_report')
      expect(rows).toHaveLength(1)
      throw new Error('seen, and away')
    })

    await expect(attempt).rejects.toThrow('seen, and away')
    const { rows } = await owner.query('select action, person_id as id from audit_line where seq = $1', [line])
    expect(rows).toEqual([{ action: 'consultation', id: person.id }])
  }),
)

test(
  'an opened reading ends with its transaction',
  withOwner(async () => {
    await makeReports(owner)
    const person = await makePerson('coordinator')
    await (await reading(person)).query('select 1')

    const { rows } = await underRole(owner, { role: 'case', personId: person.id }).query(
      'select id from location_report',
    )
    expect(rows).toEqual([])
  }),
)

test('no role but those that read case data can open a reading', async () => {
  for (const role of ['entry', 'scribe', 'partner', 'list', 'keeper'] as const)
    await expect(underRole(owner, { role }).query('select open_reading(1)')).rejects.toMatchObject({ code: '42501' })
})
