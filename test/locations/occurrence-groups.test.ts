import fc from 'fast-check'
import { expect, test } from 'vitest'
import { occurrenceGroups, regroup, type JoinedPair } from '../../server/locations/occurrence-groups.ts'

const counter = () => {
  let count = 0
  return () => `new${++count}`
}

test('reports that a chain of pairs links are one group, the others stand alone', () => {
  expect(
    occurrenceGroups(
      ['d', 'c', 'b', 'a'],
      [
        ['b', 'c'],
        ['a', 'b'],
      ],
    ),
  ).toEqual([['a', 'b', 'c'], ['d']])
})

test('a pair whose other report is not there links nothing', () => {
  expect(occurrenceGroups(['a'], [['a', 'z']])).toEqual([['a']])
})

test('joining moves the later report to the occurrence of the earlier one', () => {
  const reports = [
    { id: 'a', occurrenceId: '1' },
    { id: 'b', occurrenceId: '2' },
  ]
  expect(regroup(reports, [['a', 'b']], counter())).toEqual({ moves: [{ id: 'b', occurrenceId: '1' }], added: [] })
})

test('separating leaves the earlier report where it is and gives the later an occurrence of its own', () => {
  const reports = ['a', 'b', 'c'].map((id) => ({ id, occurrenceId: '1' }))
  expect(regroup(reports, [['a', 'b']], counter())).toEqual({
    moves: [{ id: 'c', occurrenceId: 'new1' }],
    added: ['new1'],
  })
})

const graph = fc.integer({ min: 1, max: 8 }).chain((size) =>
  fc.record({
    reports: fc.tuple(
      ...Array.from({ length: size }, (_, i) =>
        fc.record({ id: fc.constant(`r${i}`), occurrenceId: fc.constantFrom('1', '2', '3') }),
      ),
    ),
    pairs: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 10 }),
  }),
)

test('after regrouping two reports share an occurrence exactly where joined pairs link them', () => {
  fc.assert(
    fc.property(graph, ({ reports, pairs }) => {
      const joined = pairs.map(([a, b]): JoinedPair => [`r${a}`, `r${b}`])
      const { moves, added } = regroup(reports, joined, counter())
      const after = new Map([...reports, ...moves].map(({ id, occurrenceId }) => [id, occurrenceId]))

      const linked = reachable(
        reports.map(({ id }) => id),
        joined,
      )
      for (const { id: a } of reports)
        for (const { id: b } of reports) expect(after.get(a) === after.get(b)).toBe(linked.has(`${a} ${b}`))
      expect(added.every((id) => [...after.values()].includes(id))).toBe(true)
      expect(
        regroup(
          [...after].map(([id, occurrenceId]) => ({ id, occurrenceId })),
          joined,
          counter(),
        ).moves,
      ).toEqual([])
    }),
  )
})

/** The definition, the slow way: the transitive closure. */
const reachable = (ids: string[], joined: readonly JoinedPair[]) => {
  const linked = new Set([...ids.map((id) => `${id} ${id}`), ...joined.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`])])
  for (const via of ids)
    for (const a of ids)
      for (const b of ids) if (linked.has(`${a} ${via}`) && linked.has(`${via} ${b}`)) linked.add(`${a} ${b}`)
  return linked
}
