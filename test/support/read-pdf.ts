import { inflateSync } from 'node:zlib'

export interface ReadPdf {
  isTagged: boolean
  /** The kinds of the structure tree, such as H1, Table and TH: what a screen reader walks. */
  tags: Set<string>
  /** The titles of the outline. */
  outline: string[]
  pages: { widthMm: number; heightMm: number; text: string }[]
}

/** Just enough of PDF for what Chrome writes (Skia: no object streams, hexadecimal strings, fonts that say their Unicode). */
export const readPdf = (pdf: Uint8Array): ReadPdf => {
  const file = Buffer.from(pdf).toString('latin1')
  if (!file.startsWith('%PDF-')) throw new Error('expected a PDF')
  const objects = new Map([...file.matchAll(/^(\d+) 0 obj\n(.*?)\nendobj$/gms)].map(([, id, body]) => [id!, body!]))
  const all = [...objects.values()]
  const catalogue = all.find((body) => body.includes('/Type /Catalog')) ?? ''
  const structure = all.filter((body) => body.includes('/Type /StructElem'))
  return {
    isTagged: /\/Marked true/.test(catalogue) && /\/StructTreeRoot \d+ 0 R/.test(catalogue),
    tags: new Set(structure.map((body) => /\/S \/(\w+)/.exec(body)?.[1] ?? '')),
    outline: titlesUnder(catalogue, '/Outlines', objects),
    pages: pagesUnder(catalogue, '/Pages', objects).map((body) => readPage(body, objects)),
  }
}

/** The titles of the outline as they are read: each before what stands under it. */
const titlesUnder = (body: string, member: string, objects: Map<string, string>): string[] => {
  const entry = objects.get(new RegExp(String.raw`${member} (\d+) 0 R`).exec(body)?.[1] ?? '')
  if (!entry) return []
  const title = /\/Title (\(.*?[^\\]\)|<[0-9A-F]+>)/s.exec(entry)?.[1]
  return [
    ...(title ? [stringOf(title)] : []),
    ...titlesUnder(entry, '/First', objects),
    ...titlesUnder(entry, '/Next', objects),
  ]
}

/** In the order of the sheets, which is not the order of the file. */
const pagesUnder = (body: string, member: string, objects: Map<string, string>): string[] => {
  const named = new RegExp(String.raw`${member} \[?((?:\d+ 0 R ?)+)`).exec(body)?.[1] ?? ''
  return [...named.matchAll(/(\d+) 0 R/g)].flatMap(([, id]) => {
    const found = objects.get(id!) ?? ''
    return /\/Type \/Pages\b/.test(found) ? pagesUnder(found, '/Kids', objects) : [found]
  })
}

const MM_PER_POINT = 25.4 / 72

const readPage = (page: string, objects: Map<string, string>) => {
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(page)!
  const fonts = new Map(
    [...page.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [name!, lettersOf(id!, objects)]),
  )
  const content = streamOf(objects.get(/\/Contents (\d+) 0 R/.exec(page)![1]!)!)
  let letters = new Map<string, string>()
  let text = ''
  for (const [, font, hex, end] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-F]+)> Tj|(\bET\b)/g)) {
    if (font) letters = fonts.get(font) ?? new Map()
    if (hex) text += hex.replaceAll(/.{4}/g, (glyph) => letters.get(glyph) ?? '?')
    if (end) text += ' '
  }
  return {
    widthMm: Math.round(Number(width) * MM_PER_POINT),
    heightMm: Math.round(Number(height) * MM_PER_POINT),
    text: text.replaceAll(/\s+/g, ' ').trim(),
  }
}

const streamOf = (object: string): string => {
  const start = object.indexOf('stream\n') + 7
  const bytes = Buffer.from(object.slice(start, object.lastIndexOf('\nendstream')), 'latin1')
  return inflateSync(bytes).toString('latin1')
}

/** Glyph to letters, from the font's ToUnicode table. */
const lettersOf = (font: string, objects: Map<string, string>): Map<string, string> => {
  const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font) ?? '')?.[1]
  if (!table) return new Map()
  const letters = new Map<string, string>()
  const cmap = streamOf(objects.get(table)!)
  for (const [, block] of cmap.matchAll(/beginbfchar\n(.*?)endbfchar/gs))
    for (const [, glyph, unicode] of block!.matchAll(/<(\w{4})> <(\w+)>/g)) letters.set(glyph!, utf16(unicode!))
  for (const [, block] of cmap.matchAll(/beginbfrange\n(.*?)endbfrange/gs))
    for (const [, first, last, unicode] of block!.matchAll(/<(\w{4})> <(\w{4})> <(\w+)>/g))
      for (
        let glyph = parseInt(first!, 16), code = parseInt(unicode!, 16);
        glyph <= parseInt(last!, 16);
        glyph++, code++
      )
        letters.set(glyph.toString(16).toUpperCase().padStart(4, '0'), String.fromCharCode(code))
  return letters
}

const utf16 = (hex: string) => hex.replaceAll(/.{4}/g, (unit) => String.fromCharCode(parseInt(unit, 16)))

const stringOf = (text: string) => {
  if (text.startsWith('<')) return utf16(text.slice(1, -1).replace(/^FEFF/, ''))
  return text.slice(1, -1).replaceAll(/\\(.)/g, '$1')
}
