import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparedName } from '../../server/gazetteer/name.ts'

test.each([
  ['St Benedict’s Bus-Park', 'st benedicts bus park'],
  ["St. Benedict's  bus park", 'st benedicts bus park'],
  ['The River Gardens', 'river gardens'],
  ['Marks & Spencer', 'marks and spencer'],
  ['Marks&Spencer', 'marks and spencer'],
  ['Café Straße, Łódź', 'cafe strasse lodz'],
  ['The', 'the'],
  ['Theatre Walk', 'theatre walk'],
  ['İstanbul', 'istanbul'],
  ['!?…', ''],
])('%s is compared as “%s”', (text, compared) => {
  expect(comparedName(text)).toBe(compared)
})

test('a compared name holds letters, digits and single spaces only, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(comparedName(text)).toMatch(/^([\p{L}\p{N}]+( [\p{L}\p{N}]+)*)?$/u)
    }),
  )
})

test('case and surrounding punctuation make no difference', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
      expect(comparedName(`“${text.toUpperCase()}” `)).toBe(comparedName(text))
    }),
  )
})
