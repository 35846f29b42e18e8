/**
 * Does this SQL ask the client to send rows (`COPY ... FROM STDIN`)? The embedded engine ends when it is asked to read from a
 * client in the middle of a statement, so such a statement must not reach it. Text in literals, quoted names and comments
 * doesn't count. PostgreSQL's grammar takes STDOUT for STDIN here.
 */
export const readsRowsFromClient = (sql: string): boolean =>
  HAS_COPY.test(sql) && HAS_CLIENT.test(sql) && withoutText(sql).split(';').some(isCopyFromClient)

/** Nearly every statement is let through by these alone. */
const HAS_COPY = /copy/i
const HAS_CLIENT = /std(in|out)/i

const TEXT = new RegExp(
  [
    String.raw`--[^\n\r]*`,
    String.raw`\be'[^'\\]*(?:(?:''|\\[^])[^'\\]*)*'`,
    String.raw`'[^']*'`,
    String.raw`"[^"]*"`,
    String.raw`(?<![\w$])\$(\w*)\$[^]*?\$\1\$`,
    String.raw`/\*`,
  ].join('|'),
  'gi',
)

/** The SQL with a blank in place of each comment and an `x` in place of each literal and quoted name. */
const withoutText = (sql: string) => {
  let kept = ''
  let at = 0
  TEXT.lastIndex = 0
  for (let found = TEXT.exec(sql); found !== null; found = TEXT.exec(sql)) {
    const isBlockComment = found[0] === '/*'
    kept += sql.slice(at, found.index) + (isBlockComment || found[0].startsWith('--') ? ' ' : ' x ')
    at = isBlockComment ? endOfBlockComment(sql, found.index) : TEXT.lastIndex
    TEXT.lastIndex = at
  }
  return kept + sql.slice(at)
}

/** Block comments nest in SQL. */
const endOfBlockComment = (sql: string, start: number) => {
  const edge = /\/\*|\*\//g
  edge.lastIndex = start
  let depth = 0
  for (let found = edge.exec(sql); found !== null; found = edge.exec(sql)) {
    depth += found[0] === '/*' ? 1 : -1
    if (depth === 0) return edge.lastIndex
  }
  return sql.length
}

const isCopyFromClient = (statement: string) =>
  /^\s*copy\s/i.test(statement) && /\sfrom\s+(stdin|stdout)\b/i.test(withoutBrackets(statement))

/** `COPY (SELECT ... FROM stdin) TO STDOUT` reads a table that somebody named stdin. */
const withoutBrackets = (statement: string) => {
  let depth = 0
  let kept = ''
  for (const letter of statement) {
    if (letter === '(') depth++
    if (depth === 0) kept += letter
    if (letter === ')') {
      depth--
      kept += ' '
    }
  }
  return kept
}
