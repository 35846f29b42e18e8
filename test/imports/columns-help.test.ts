import { expect, test } from 'vitest'
import { EPISODE_COLUMNS } from '../../server/episodes/episode-row.ts'
import { REPORT_COLUMNS } from '../../server/imports/report-columns.ts'
import { COLUMNS, guessKind } from '../../web/imports/columns.ts'

test('the kind of a file is told by its header, whatever its case, spaces and delimiter', () => {
  expect(guessKind('report_ref,child_source_id,basis')).toBe('reports')
  expect(guessKind('\uFEFF"Report Ref";"Basis"')).toBe('reports')
  expect(guessKind('Episode Source ID\tchild source id\tCategory\tStarted At')).toBe('episodes')
  expect(guessKind(COLUMNS.reports.map(({ name }) => name).join(','))).toBe('reports')
  expect(guessKind(COLUMNS.episodes.map(({ name }) => name).join(','))).toBe('episodes')
})

test('a header that tells nothing is asked about', () => {
  expect(guessKind('a,b,c')).toBeUndefined()
  expect(guessKind('')).toBeUndefined()
})

test('the help and the empty file name the very columns that an import reads, and those it needs', () => {
  for (const [kind, { names, required }] of Object.entries({ reports: REPORT_COLUMNS, episodes: EPISODE_COLUMNS })) {
    const told = COLUMNS[kind as keyof typeof COLUMNS]
    expect(told.map(({ name }) => name).sort()).toEqual([...names].sort())
    const needed = required.flatMap(([first, other]) => (first?.length === 1 && !other ? [...first] : []))
    expect(told.filter(({ isRequired }) => isRequired).map(({ name }) => name)).toEqual(needed)
  }
})
