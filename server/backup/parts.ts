import { z } from 'zod'

/** What a backup holds, in the order it holds it: one header, each table with its rows, one end. */
export type Part =
  | { kind: 'header'; header: Header }
  | { kind: 'table'; table: string; columns: string[] }
  /** Each row is a JSON array of its columns as PostgreSQL writes them, or null. */
  | { kind: 'rows'; rows: string[] }
  | { kind: 'end'; summary: Summary }

const FORMAT = 1

const Header = z.object({
  format: z.literal(FORMAT),
  /** Of the service. */
  version: z.string(),
  createdAt: z.string(),
  databaseKind: z.enum(['embedded', 'server']),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  /** The fingerprint of the key file that the children's numbers were hashed with; null: none was noted yet. */
  sourceKey: z.string().nullable(),
})
export type Header = z.infer<typeof Header>
/** What the database itself cannot say of a backup. */
export type About = Pick<Header, 'version' | 'createdAt' | 'databaseKind'>

const Summary = z.object({
  tables: z.record(z.string(), z.object({ rows: z.number(), digest: z.string() })),
  sequences: z.record(z.string(), z.object({ lastValue: z.string(), isCalled: z.boolean() })),
})
export type Summary = z.infer<typeof Summary>

const TableLine = z.object({ table: z.string(), columns: z.array(z.string()) })

export const headerOf = (about: About, database: Pick<Header, 'migrations' | 'sourceKey'>): Header => ({
  format: FORMAT,
  ...about,
  ...database,
})

/** A sentence for a file that opens with its key, yet does not hold what it should. */
export const damaged = (what: string) =>
  new Error(`The backup is damaged (${what}). Use another copy of it, or another backup.`)

/** A line for each part, and one for each row. */
export async function* linesOf(parts: AsyncIterable<Part>): AsyncGenerator<string> {
  for await (const part of parts) {
    if (part.kind === 'header') yield `${JSON.stringify(part.header)}\n`
    if (part.kind === 'table') yield `${JSON.stringify({ table: part.table, columns: part.columns })}\n`
    if (part.kind === 'rows') yield part.rows.map((row) => `${row}\n`).join('')
    if (part.kind === 'end') yield `${JSON.stringify(part.summary)}\n`
  }
}

const ROWS_A_PART = 2_000

/** The parts of a text that comes in pieces. Throws Error with a sentence where it is no backup or ends too early. */
export async function* partsOf(text: AsyncIterable<string>): AsyncGenerator<Part> {
  let hasHeader = false
  let hasEnd = false
  let rows: string[] = []
  for await (const line of wholeLines(text)) {
    if (hasEnd) throw damaged('something stands after its end')
    if (line.startsWith('[')) {
      rows.push(line)
      if (rows.length < ROWS_A_PART) continue
    }
    if (rows.length > 0) yield { kind: 'rows', rows }
    rows = []
    if (line.startsWith('[')) continue
    const part = hasHeader ? readLine(line) : { kind: 'header' as const, header: readHeader(line) }
    hasHeader = true
    hasEnd = part.kind === 'end'
    yield part
  }
  if (!hasEnd) throw damaged('it has no end')
}

async function* wholeLines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let begun = ''
  for await (const piece of text) {
    const lines = (begun + piece).split('\n')
    begun = lines.pop() ?? ''
    yield* lines
  }
  if (begun !== '') throw damaged('its last line is cut')
}

const readHeader = (line: string): Header => {
  const given = parsed(line)
  const header = Header.safeParse(given)
  if (header.success) return header.data
  const version = z.object({ format: z.number(), version: z.string() }).safeParse(given)
  if (!version.success || version.data.format === FORMAT) throw damaged('its first line is none of ours')
  throw new Error(
    `The backup was made by version ${version.data.version}, in a form that this version does not read. Restore it with that version.`,
  )
}

const readLine = (line: string): Part => {
  const given = parsed(line)
  const table = TableLine.safeParse(given)
  if (table.success) return { kind: 'table', ...table.data }
  const summary = Summary.safeParse(given)
  if (summary.success) return { kind: 'end', summary: summary.data }
  throw damaged('a line is none of ours')
}

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    throw damaged('a line cannot be read')
  }
}
