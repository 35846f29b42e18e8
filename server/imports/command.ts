import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { Db } from '../db.ts'
import type { Secrets } from '../secrets.ts'
import { importFile } from './import-file.ts'
import type { ImportAnswer } from './schema.ts'

export const IMPORT_USAGE = 'import reports|episodes FILE'

const KINDS = ['reports', 'episodes'] as const
const ISSUES_SHOWN = 20

/** What `import` was asked for; undefined where the words make no sense. */
export const readImportArguments = ([kindName, file, ...rest]: readonly string[]) => {
  const kind = KINDS.find((known) => known === kindName)
  return kind && file && rest.length === 0 ? { kind, file } : undefined
}

/** Loads one file from the disk, as the API would. Throws what `importFile` throws. */
export const importCommand = (
  given: { db: Db; secrets: Secrets },
  { kind, file }: { kind: 'reports' | 'episodes'; file: string },
  onProgress: (rows: number) => void,
): Promise<ImportAnswer> => importFile(given, kind, createReadStream(file), { filename: basename(file), onProgress })

/** What an import came to, in sentences for the terminal. */
export const describeImport = (answer: ImportAnswer): string[] => [
  `${answer.accepted} accepted, ${answer.changed} changed, ${answer.unchanged} unchanged, ${answer.unplaced} unplaced, ${answer.rejected} rejected.`,
  ...(answer.ignoredColumns.length > 0 ? [`Columns not read: ${answer.ignoredColumns.join(', ')}.`] : []),
  ...answer.issues
    .slice(0, ISSUES_SHOWN)
    .map(({ row, column, message }) => `  Row ${row}${column ? `, ${column}` : ''}: ${message}`),
  ...(answer.issues.length > ISSUES_SHOWN
    ? ['  and more: the page shows them all, to be mended and loaded again.']
    : []),
]
