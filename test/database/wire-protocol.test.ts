import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readsRowsFromClient } from '../../server/database/copy-guard.ts'
import {
  countMessages,
  errorResponse,
  MessageReader,
  PROTOCOL_3,
  ProtocolError,
  READY_AND_IDLE,
  SSL_REQUEST,
  simpleQuery,
  sqlOf,
  startUp,
  startUpParameters,
  statementNameOf,
} from '../../server/database/wire-protocol.ts'
import { message } from './support.ts'

const readAll = (pieces: Buffer[]) => {
  const reader = new MessageReader()
  return pieces.flatMap((piece) => [...reader.push(piece)]).map(({ bytes }) => bytes.toString('hex'))
}

const cutAt = (bytes: Buffer, cuts: number[]) => {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((one, other) => one - other), bytes.length]
  return places.slice(1).map((end, index) => bytes.subarray(places[index], end))
}

const anyMessage = fc
  .tuple(fc.constantFrom('Q', 'P', 'B', 'S', 'E'), fc.uint8Array({ maxLength: 200 }))
  .map(([type, body]) => message(type, [...body]))

describe('the message reader', () => {
  test('gives the same messages however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(anyMessage), fc.array(fc.nat()), (messages, cuts) => {
        const opening = startUp({ user: 'postgres' })
        const expected = [opening, ...messages].map((bytes) => bytes.toString('hex'))

        expect(readAll(cutAt(Buffer.concat([opening, ...messages]), cuts))).toEqual(expected)
      }),
    )
  })

  test('makes of garbage either messages or a ProtocolError, nothing else', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (garbage) => {
        const reader = new MessageReader()
        Array.from(reader.push(startUp({ user: 'postgres' })))
        try {
          for (const { bytes } of reader.push(Buffer.from(garbage))) expect(bytes.length).toBeGreaterThanOrEqual(5)
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError)
        }
      }),
    )
  })

  test('joins a message of many pieces once, not once a piece', () => {
    const large = message('Q', 'x'.repeat(8_000_000))
    const pieces = cutAt(
      large,
      Array.from({ length: 20_000 }, (_, index) => index * 400),
    )
    const reader = new MessageReader()
    Array.from(reader.push(startUp({ user: 'postgres' })))
    const began = performance.now()

    expect(pieces.flatMap((piece) => [...reader.push(piece)])).toHaveLength(1)
    expect(performance.now() - began).toBeLessThan(1000)
  })

  test('expects another opening after a request for encryption', () => {
    const request = Buffer.alloc(8)
    request.writeInt32BE(8, 0)
    request.writeInt32BE(SSL_REQUEST, 4)
    const reader = new MessageReader()
    const openings = [...reader.push(Buffer.concat([request, startUp({ user: 'postgres' })]))]

    expect(openings).toMatchObject([{ code: SSL_REQUEST }, { kind: 'opening', code: PROTOCOL_3 }])
  })
})

test('names, SQL and parameters are read out of their messages', () => {
  expect(sqlOf({ kind: 'message', type: 'Q', bytes: simpleQuery('select 1') })).toBe('select 1')
  const parse = { kind: 'message' as const, type: 'P', bytes: message('P', 'name', 'select 2', [0, 0]) }
  expect([statementNameOf(parse), sqlOf(parse)]).toEqual(['name', 'select 2'])
  expect(statementNameOf({ kind: 'message', type: 'C', bytes: message('C', 'Sname') })).toBe('name')
  expect(statementNameOf({ kind: 'message', type: 'C', bytes: message('C', 'Pportal') })).toBeNull()
  expect([...startUpParameters(startUp({ user: 'u', database: 'd' }))]).toEqual([
    ['user', 'u'],
    ['database', 'd'],
  ])
  expect(
    countMessages(Buffer.concat([READY_AND_IDLE, errorResponse('ERROR', '0A000', 'Z'), READY_AND_IDLE]), 'Z'),
  ).toBe(2)
})

test.each([
  'copy t from stdin',
  'COPY t (a, b) FROM STDIN WITH (FORMAT csv)',
  '  copy\n"from"\nfrom\r\nStdin',
  'copy public.t(a)from stdin',
  'copy t from stdout',
  'select 1; copy t from stdin; select 2',
  '/* a /* nested */ comment */ copy t -- from\n from stdin',
  String.raw`select E'\''; copy t from stdin; --'`,
  String.raw`select E'a''b\'c'; copy t from stdin; --'`,
  "select 'it''s'; copy t from stdin",
  'do $a$ begin end $a$; copy t from stdin',
])('reads rows from the client: %s', (sql) => expect(readsRowsFromClient(sql)).toBe(true))

test.each([
  'copy t to stdout',
  'copy t to stdin',
  "copy t from '/tmp/stdin'",
  'copy (select * from stdin) to stdout',
  "select 'copy t from stdin'",
  "insert into notes values ('a; copy t from stdin;')",
  'select "copy t from stdin;" from x -- copy t from stdin',
  'select $$ ; copy t from stdin; $$',
  '/* ; copy t from stdin */ select 1',
  'select copy from stdin',
  "comment on table t is 'x'; select stdin, copy from x",
])('reads none: %s', (sql) => expect(readsRowsFromClient(sql)).toBe(false))
