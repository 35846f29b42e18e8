import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Db } from '../db.ts'
import { importAreas, importNaptan, importPlaces, importPostcodes } from './load.ts'
import { AreaKind, type GazetteerImport } from './schema.ts'

export const GAZETTEER_USAGE =
  'gazetteer naptan|places|areas|postcodes FILE  (areas: [partnership|ward|police_neighbourhood])'

/**
 * Loads one gazetteer file: `args` are what, the file, and for areas the kind where the file does not say it.
 * Throws Error on a wrong command, a problem where the file cannot be read.
 */
export const gazetteerCommand = async (db: Db, args: readonly string[]): Promise<GazetteerImport> => {
  const [what, file, kind] = args
  if (!file) throw new Error(`Say what to load and from which file: ${GAZETTEER_USAGE}`)
  if (what === 'naptan') return importNaptan(db, createReadStream(file))
  if (what === 'postcodes') return importPostcodes(db, createReadStream(file))
  if (what === 'places') return importPlaces(db, await readFile(file, 'utf8'))
  if (what === 'areas') return importAreas(db, await readFile(file, 'utf8'), { kind: kindOf(kind) })
  throw new Error(`There is no gazetteer file of that kind. ${GAZETTEER_USAGE}`)
}

const kindOf = (kind: string | undefined) => {
  if (kind === undefined) return undefined
  const known = AreaKind.safeParse(kind)
  if (known.success) return known.data
  throw new Error(`${kind} is not a kind of area. Give one of ${AreaKind.options.join(', ')}.`)
}

/** What a gazetteer file came to, in sentences for the terminal. */
export const describeGazetteerImport = (done: GazetteerImport): string[] => [
  `${done.read} read: ${done.added} added, ${done.changed} changed, ${done.unchanged} unchanged, ${done.refused} refused.`,
  ...done.issues.slice(0, 20).map(({ item, name, message }) => `  ${item}${name ? ` (${name})` : ''}: ${message}`),
  ...(done.refused > 20 ? [`  and ${done.refused - 20} more.`] : []),
]
