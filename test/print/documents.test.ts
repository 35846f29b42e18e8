import { expect, test } from 'vitest'
import { readFileSync } from 'node:fs'
import { DOCUMENTS, filenameOf } from '../../server/print/documents.ts'
import { PRINTED } from '../../server/print/schema.ts'

test('a file is named by its marking, what it is and which', () => {
  expect(filenameOf('pack', '2023-06')).toBe('OS_pack_2023-06.pdf')
  expect(filenameOf('actions', 'log')).toBe('OS_actions_log.pdf')
  expect(filenameOf('minutes', '')).toBe('OS_minutes.pdf')
})

test('what a page says of its name gets no further than letters, figures and hyphens', () => {
  expect(filenameOf('briefing', '../"Markeaton Park"\r\nX: y')).toBe('OS_briefing_Markeaton-Park-X-y.pdf')
  expect(filenameOf('pack', '—'.repeat(9))).toBe('OS_pack.pdf')
  expect(filenameOf('pack', 'a'.repeat(500))).toHaveLength('OS_pack_.pdf'.length + 60)
})

test('no document is of a meeting’s Part B', () => {
  const pages = PRINTED.map((printed) => DOCUMENTS[printed].page('an-id'))

  expect(PRINTED.map((printed) => DOCUMENTS[printed].data)).not.toContain('meetingChildren')
  expect(pages.filter((page) => page.includes('children'))).toEqual([])
})

test('the page that is printed is a page of the front end', () => {
  const patterns = [...readFileSync('web/main.tsx', 'utf8').matchAll(/path: \/(.+?)\/,\s+title/g)].map(
    ([, source]) => new RegExp(source!),
  )

  for (const printed of PRINTED) {
    const page = DOCUMENTS[printed].page('00000000-0000-4000-8000-000000000000').split('?')[0]!
    expect(
      patterns.some((pattern) => pattern.test(page)),
      page,
    ).toBe(true)
  }
})
