import { Readable, pipeline } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { Problem } from '../problem.ts'
import { decodeCells } from './decode.ts'
import { fileBrokenOff, fileEmpty, headerTooLong, quoteNotClosed, rowTooLong, rowUnreadable } from './file-problems.ts'
import { refuseOtherKinds } from './file-kind.ts'

export interface CsvRecord {
  /** The number of the line that the row begins at, the header's being 1. */
  row: number
  cells: string[]
}

export interface CsvFile {
  header: string[]
  /** Every row after the header but blank lines, read as they are asked for. Throws a 400 or 422 problem. */
  records: AsyncIterable<CsvRecord>
}

const DELIMITERS = [',', ';', '\t']
const LONGEST_HEADER_BYTES = 65_536
const LONGEST_RECORD_CHARACTERS = 250_000
const UTF8_BOM = Buffer.from([0xef, 0xbb, 0xbf])

/**
 * A CSV file as it comes: comma, semicolon or tab, whichever the first line uses; any line ends; UTF-8 or Windows-1252, row by row.
 * Holds a few rows in memory, never the file. Throws a 400 or 422 problem that repeats nothing of the file.
 */
export const openCsv = async (source: AsyncIterable<Uint8Array>): Promise<CsvFile> => {
  const bytes = source[Symbol.asyncIterator]()
  const head = await readHead(bytes)
  refuseOtherKinds(head)
  const text = head.subarray(0, UTF8_BOM.length).equals(UTF8_BOM) ? head.subarray(UTF8_BOM.length) : head
  if (text.toString('latin1').trim() === '') throw fileEmpty()

  const records = readRecords(text, bytes)
  const header = await records.next()
  if (header.done) throw fileEmpty()
  return { header: header.value.cells, records }
}

/** Enough to hold the first line that is not blank. */
const readHead = async (bytes: AsyncIterator<Uint8Array>): Promise<Buffer> => {
  let head: Buffer = Buffer.alloc(0)
  while (!/\S[^\r\n]*[\r\n]/.test(head.toString('latin1'))) {
    if (head.length > LONGEST_HEADER_BYTES) {
      refuseOtherKinds(head)
      throw headerTooLong()
    }
    const next = await nextChunk(bytes)
    if (!next) break
    head = Buffer.concat([head, next])
  }
  return head
}

const nextChunk = async (bytes: AsyncIterator<Uint8Array>): Promise<Uint8Array | undefined> => {
  try {
    const next = await bytes.next()
    return next.done ? undefined : next.value
  } catch (error) {
    throw error instanceof Problem ? error : Object.assign(fileBrokenOff(), { cause: error })
  }
}

async function* readRecords(head: Buffer, bytes: AsyncIterator<Uint8Array>): AsyncGenerator<CsvRecord> {
  async function* all() {
    yield head
    for (let next = await nextChunk(bytes); next; next = await nextChunk(bytes)) yield next
  }
  // Read as bytes, one character each, and decoded row by row: nobody knows a file's encoding before its last byte.
  const parser = parse({
    encoding: 'latin1',
    delimiter: delimiterOf(head),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_RECORD_CHARACTERS,
  })
  pipeline(Readable.from(all()), parser, () => {})

  let row = 1
  try {
    for await (const record of parser) {
      const { cells, lines } = decodeCells(record as string[])
      if (cells.length > 1 || cells[0] !== '') yield { row, cells }
      row += lines
    }
  } catch (error) {
    throw toFileProblem(error, row)
  }
}

/** The one that the first line holds most of, outside quotation marks. */
const delimiterOf = (head: Buffer): string => {
  const [line = ''] = head
    .toString('latin1')
    .trimStart()
    .split(/[\r\n]/, 1)
  const bare = line.replace(/"[^"]*"/g, '')
  const counts = DELIMITERS.map((delimiter) => bare.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ','
}

/** csv-parse's own messages quote the file: they go nowhere. */
const toFileProblem = (error: unknown, row: number): unknown => {
  if (!(error instanceof CsvError)) return error
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return quoteNotClosed()
  if (error.code === 'CSV_MAX_RECORD_SIZE') return rowTooLong(row)
  return rowUnreadable(row)
}
