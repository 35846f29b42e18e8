import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openCsv } from '../../server/csv/open-csv.ts'
import { Problem } from '../../server/problem.ts'

async function* inPieces(bytes: Uint8Array, size = bytes.length) {
  for (let from = 0; from < bytes.length; from += Math.max(1, size))
    yield bytes.subarray(from, from + Math.max(1, size))
}

const readAll = async (content: Uint8Array | string, size?: number) => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const { header, records } = await openCsv(inPieces(bytes, size))
  const rows = []
  for await (const { row, cells } of records) rows.push([row, ...cells])
  return { header, rows }
}

const slugOf = async (content: Uint8Array | string) => {
  const error = await readAll(content).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return error instanceof Problem ? `${error.status} ${error.slug}` : error
}

test.each([
  ['comma', 'a,b\n1,2\n'],
  ['semicolon', 'a;b\n1;2\n'],
  ['tab', 'a\tb\n1\t2\n'],
  ['quoted header with the other delimiters in it', '"a";b\n1;2\n'],
  ['CRLF', 'a,b\r\n1,2\r\n'],
  ['CR alone', 'a,b\r1,2'],
  ['no end of the last line', 'a,b\n1,2'],
  ['a byte order mark', '\ufeffa,b\n1,2'],
  ['blank lines before the header', '\n\na,b\n1,2'],
])('a file with %s is read', async (_name, content) => {
  const { header, rows } = await readAll(content)
  expect(header).toEqual(['a', 'b'])
  expect(rows.map(([, ...cells]) => cells)).toEqual([['1', '2']])
})

test('a row has the number of the line it begins at: blank lines and lines inside quotation marks count', async () => {
  const { rows } = await readAll('a,b\r\n1,"x\r\ny"\r\n\r\n2,z\r\n3,w\r\n')
  expect(rows).toEqual([
    [2, '1', 'x\r\ny'],
    [5, '2', 'z'],
    [6, '3', 'w'],
  ])
})

test('UTF-8 and Windows-1252 are told apart row by row, the first byte that tells them apart being the last of the file', async () => {
  const utf8 = Buffer.from('place\nCafé\n')
  const late = Buffer.concat([Buffer.from('place\n' + 'Plain\n'.repeat(30_000)), Buffer.from('Caf\xe9', 'latin1')])

  expect((await readAll(utf8)).rows).toEqual([[2, 'Café']])
  expect((await readAll(late, 1000)).rows.at(-1)).toEqual([30_002, 'Café'])
  expect((await readAll(Buffer.from('place\n\x93Quoted\x94 \x96 5\x80\n', 'latin1'))).rows).toEqual([
    [2, '“Quoted” – 5€'],
  ])
})

test.each([
  ['nothing', '', '422 file-empty'],
  ['only blank lines', '\n \n', '422 file-empty'],
  ['UTF-16', Buffer.from('\ufeffa,b\n1,2', 'utf16le'), '422 file-utf16'],
  ['UTF-16 without its mark', Buffer.from('a,b\n1,2', 'utf16le'), '422 file-utf16'],
  ['an Excel workbook', Buffer.from('PK\x03\x04\x14\0\0\n', 'latin1'), '422 file-not-csv'],
  ['a web page', '<!doctype html>\n<title>Sign in</title>', '422 file-not-csv'],
  ['JSON', '{"a": 1}\n', '422 file-not-csv'],
  ['a zero byte in the first line', 'a\0\0\x01b\n', '422 file-not-csv'],
  ['a quotation mark that nothing closes', 'a,b\n1,"2\n3,4\n', '422 quote-not-closed'],
  ['a row without end', `a,b\n1,"${'x'.repeat(300_000)}"\n`, '422 row-too-long'],
  ['a first line without end', 'x'.repeat(100_000), '422 header-too-long'],
])('%s is refused', async (_name, content, slug) => {
  expect(await slugOf(content)).toBe(slug)
})

test('a file that stops coming is a 400 that says so', async () => {
  async function* broken() {
    yield Buffer.from('a,b\n1,2\n')
    throw new Error('aborted')
  }
  const reading = async () => {
    const { records } = await openCsv(broken())
    for await (const _record of records);
  }
  await expect(reading()).rejects.toMatchObject({ status: 400, slug: 'file-broken-off' })
})

test('wherever the file is cut into pieces, the same cells come out', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', '\n', '\r\n', ' ', '7', '💧'), maxLength: 8 })
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 30 }),
      async (rows, size) => {
        const content = ['a,b', ...rows.map((row) => row.map(quoted).join(','))].join('\n')
        const read = await readAll(content, size)
        expect(read.rows.map(([, ...cells]) => cells)).toEqual(rows)
      },
    ),
    { numRuns: 60 },
  )
})
