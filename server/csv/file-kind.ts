import { fileInUtf16, fileNotText } from './file-problems.ts'

const BEGINNINGS: [string, string][] = [
  ['PK\x03\x04', 'an Excel workbook or another ZIP file'],
  ['\xd0\xcf\x11\xe0', 'an old Excel workbook'],
  ['%PDF', 'a PDF'],
  ['\x1f\x8b', 'a compressed file'],
  ['{', 'JSON'],
  ['[', 'JSON'],
  ['<', 'a web page or XML'],
]

/** Throws a 422 problem where the first bytes are those of something that is often mistaken for a CSV file. */
export const refuseOtherKinds = (head: Buffer): void => {
  const text = head.toString('latin1')
  if (/^(\xff\xfe|\xfe\xff)|^([\t\n\r\x20-\x7e]\0){2}|^(\0[\t\n\r\x20-\x7e]){2}/.test(text)) throw fileInUtf16()

  const start = text.replace(/^\xef\xbb\xbf/, '').trimStart()
  const [, kind] = BEGINNINGS.find(([beginning]) => start.startsWith(beginning)) ?? []
  if (kind) throw fileNotText(kind)
  if (/^[^\r\n]*\0/.test(start)) throw fileNotText('a binary file')
}
