import { query, type Db } from '../db.ts'
import type { GridPoint } from '../locations/national-grid.ts'
import { Problem } from '../problem.ts'
import { pointOf, readTable, type CsvRow, type CsvSource } from './csv-table.ts'
import type { GazetteerImport } from './schema.ts'
import { emptyTally, refuse } from './tally.ts'

interface Chunk {
  postcodes: string[]
  eastings: number[]
  northings: number[]
}

const putPostcodes = query<Chunk, { isNew: boolean }>('gazetteer/put-postcodes')

const POSTCODES_PER_STATEMENT = 5000
const POSTCODE = /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/

/**
 * Takes the postcodes of a CSV file of any size: columns `postcode`, and `easting` with `northing` or `longitude` with `latitude`.
 * A chunk at a time: what came before a row that cannot be read stays. The same file twice changes nothing.
 */
export const importPostcodes = async (db: Db, source: CsvSource): Promise<GazetteerImport> => {
  const tally = emptyTally()
  let chunk = new Map<string, GridPoint>()
  try {
    for await (const row of readTable(source, ['postcode'])) {
      tally.read++
      takeRow(tally, chunk, row)
      if (chunk.size < POSTCODES_PER_STATEMENT) continue
      await keepChunk(db, tally, chunk)
      chunk = new Map()
    }
  } catch (error) {
    throw tally.read > 0 && error instanceof Problem ? afterSomeWereTaken(error) : error
  }
  await keepChunk(db, tally, chunk)
  return tally
}

/** Other files are taken whole or not at all, and say so. */
const afterSomeWereTaken = ({ status, slug, title, message }: Problem) =>
  new Problem(status, slug, title, message.replace(/nothing was taken/i, 'rows before it may have been taken'))

const takeRow = (tally: GazetteerImport, chunk: Map<string, GridPoint>, { row, cells }: CsvRow) => {
  const written = (cells.postcode ?? '').slice(0, 20)
  const postcode = written.toUpperCase().replace(/\s+/g, '')
  const point = pointOf(cells)
  if (!POSTCODE.test(postcode)) refuse(tally, row, written, 'That is not the shape of a postcode, such as DE1 2PL.')
  else if (!point)
    refuse(tally, row, written, 'Give an easting and a northing, or a longitude and a latitude, in Great Britain.')
  else if (chunk.has(postcode)) refuse(tally, row, written, 'This postcode stands in the file already.')
  else chunk.set(postcode, point)
}

const keepChunk = async (db: Db, tally: GazetteerImport, chunk: Map<string, GridPoint>) => {
  const points = [...chunk.values()]
  const kept = await putPostcodes(db, {
    postcodes: [...chunk.keys()],
    eastings: points.map(({ easting }) => easting),
    northings: points.map(({ northing }) => northing),
  })
  const added = kept.filter(({ isNew }) => isNew).length
  tally.added += added
  tally.changed += kept.length - added
  tally.unchanged += chunk.size - kept.length
}
