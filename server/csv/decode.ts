const utf8 = new TextDecoder('utf-8', { fatal: true })
const windows1252 = new TextDecoder('windows-1252')

const NEEDS_A_LOOK = /[\x80-\xff\r\n]/

/**
 * A row's cells, given with one character a byte, as text: UTF-8 where all of the row is, else Windows-1252. Also how many lines of the file
 * it took. Telling row by row is right for whole files of either, and for files pasted together from both: a row of Windows-1252 that
 * happens to be UTF-8 as well would have to pair accented letters with odd signs.
 */
export const decodeCells = (bytes: readonly string[]): { cells: string[]; lines: number } => {
  if (!bytes.some((cell) => NEEDS_A_LOOK.test(cell))) return { cells: bytes as string[], lines: 1 }

  const lines = bytes.reduce((count, cell) => count + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 1)
  return { cells: decodeWith(utf8, bytes) ?? decodeWith(windows1252, bytes) ?? [], lines }
}

const decodeWith = (decoder: TextDecoder, bytes: readonly string[]): string[] | null => {
  try {
    return bytes.map((cell) => decoder.decode(Buffer.from(cell, 'latin1')))
  } catch {
    return null
  }
}
