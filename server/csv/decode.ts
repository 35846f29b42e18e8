const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Windows-1252 from 0x80 to 0x9f; elsewhere it is Latin-1. Node's own decoder of it leaves these out in some versions. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const NEEDS_A_LOOK = /[\x80-\xff\r\n]/

/**
 * A row's cells, given with one character a byte, as text: UTF-8 where all of the row is, else Windows-1252. Also how many lines of the file
 * it took. Telling row by row is right for whole files of either, and for files pasted together from both: a row of Windows-1252 that
 * happens to be UTF-8 as well would have to pair accented letters with odd signs.
 */
export const decodeCells = (bytes: readonly string[]): { cells: string[]; lines: number } => {
  if (!bytes.some((cell) => NEEDS_A_LOOK.test(cell))) return { cells: bytes as string[], lines: 1 }

  const lines = bytes.reduce((count, cell) => count + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 1)
  return { cells: asUtf8(bytes) ?? bytes.map(asWindows1252), lines }
}

const asUtf8 = (bytes: readonly string[]): string[] | null => {
  try {
    return bytes.map((cell) => utf8.decode(Buffer.from(cell, 'latin1')))
  } catch {
    return null
  }
}

const asWindows1252 = (cell: string) =>
  cell.replace(/[\x80-\x9f]/g, (byte) => WINDOWS_1252.charAt(byte.charCodeAt(0) - 0x80))
