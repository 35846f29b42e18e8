/** The importers of the gazetteer, for whoever fills a database: the routes, the command line and the demo. */
export { importAreas } from './import-areas.ts'
export { importNaptan } from './import-naptan.ts'
export { importPlaces } from './import-places.ts'
export { importPostcodes } from './import-postcodes.ts'
