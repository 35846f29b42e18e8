import type { SharedHotspot } from '../../server/runs/schema.ts'

export type Band = SharedHotspot['reportsBand']

/** The bands, fewest first: also the order of the map's colours. */
export const BANDS: Band[] = ['3-4', '5-9', '10-14', '15+']

/** “5 to 9”, “15 or more”. */
export const bandWords = (band: Band): string => (band === '15+' ? '15 or more' : band.replace('-', ' to '))

/** “5–9”, “15+”, where there is little room. */
export const shortBand = (band: Band): string => band.replace('-', '–')

/** The colour of a band: an index into the theme's steps. */
export const stepOf = (band: Band): number => BANDS.indexOf(band)

/** “June 2023” of 2023-06. */
export const monthWords = (month: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(
    new Date(`${month}-01T00:00:00Z`),
  )

export const BANDS_EXPLAINED =
  'Numbers are given as 3 to 4, 5 to 9, 10 to 14, and 15 or more, so that no number points to one child. Places with fewer than three children are never shown.'
