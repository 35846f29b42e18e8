import { queryOne, type Db } from '../db.ts'
import type { AreaGeometry } from '../shared-schema.ts'
import { pointOf, readTable, type CsvRow, type CsvSource } from './csv-table.ts'
import { importPlace } from './import-places.ts'
import type { GazetteerImport, PlaceInput } from './schema.ts'
import { groupStations, STATION_KIND, type Station, type StationStop } from './stations.ts'
import { emptyTally, keepItem, refuse } from './tally.ts'

const stationOutline = queryOne<
  { eastings: number[]; northings: number[]; marginMetres: number },
  { geometry: AreaGeometry }
>('gazetteer/station-outline')

// NaPTAN gives whole metres; the surveyed stop may stand some metres off its bay.
const POSITION_ACCURACY_METRES = 10

/**
 * Takes the bus and rail stations of a NaPTAN stops file (CSV, streamed): active bays, platforms and entrances, as places.
 * The items counted are stations, and station stops that have no position. The same file twice changes nothing.
 */
export const importNaptan = async (db: Db, source: CsvSource): Promise<GazetteerImport> => {
  const tally = emptyTally()
  const stops: StationStop[] = []
  for await (const row of readTable(source, ['atcocode', 'commonname', 'stoptype'])) {
    const kind = STATION_KIND[row.cells.stoptype ?? '']
    if (!kind || /^(inactive|pending|del)/i.test(row.cells.status ?? '')) continue
    const stop = stopOf(row, kind)
    if (stop) stops.push(stop)
    else refuseRow(tally, row)
  }

  for (const [index, station] of groupStations(stops).entries())
    await keepItem(tally, { item: index + 1, name: station.name }, async () =>
      importPlace(db, await placeOf(db, station), station.sourceRef),
    )
  return tally
}

const stopOf = ({ cells }: CsvRow, kind: StationStop['kind']): StationStop | null => {
  const point = pointOf(cells)
  const { atcocode: atcoCode = '', commonname: commonName = '' } = cells
  if (!point || !atcoCode || !commonName) return null
  return { ...point, atcoCode, commonName, locality: cells.localityname ?? '', street: cells.street ?? '', kind }
}

const refuseRow = (tally: GazetteerImport, { row, cells }: CsvRow) => {
  tally.read++
  refuse(
    tally,
    row,
    (cells.atcocode ?? '').slice(0, 120),
    'The stop needs a code, a name and a position in Great Britain.',
  )
}

const placeOf = async (db: Db, { name, alternativeNames, kind, stops, marginMetres }: Station): Promise<PlaceInput> => {
  const eastings = stops.map(({ easting }) => easting)
  const northings = stops.map(({ northing }) => northing)
  const { geometry } = (await stationOutline(db, { eastings, northings, marginMetres }))!
  return {
    name,
    alternativeNames,
    category: kind,
    seedGroup: null,
    geometry,
    positionAccuracyMetres: POSITION_ACCURACY_METRES,
    positionNote: `${marginMetres} m around ${stops.length === 1 ? 'its one stop' : `its ${stops.length} stops`} in the file, not its real outline.`,
    source: 'NaPTAN stops file (Department for Transport, Open Government Licence v3)',
  }
}
