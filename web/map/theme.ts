/** The colours of the map, all in one place: quiet paper, and one strong hue for hotspots. */
export interface Theme {
  ground: string
  land: string
  landEdge: string
  wardEdge: string
  river: string
  road: string
  roadEdge: string
  label: string
  waterLabel: string
  halo: string
  outline: string
  fonts: string[]
  /** The steps of the hotspots, fewest reports first: each darker than the last, so that they stay apart in grey print. */
  hotspotSteps: readonly string[]
  /** The colour of a number on each step. */
  hotspotInk: readonly string[]
  /** The ground of a place without a report. */
  hotspotNone: string
  hotspotEdge: string
  selection: string
  /** The classes of the density surface, fewest reports first, and how much of the map they let through. */
  surfaceSteps: readonly string[]
  surfaceOpacity: number
  /** The outline of a significant cell. */
  significantEdge: string
  /** Safe places and guardians. */
  safe: string
}

/** The step of a place without a report. */
export const NO_REPORT = -1

export const hotspotColour = ({ hotspotSteps, hotspotNone }: Theme, step: number): string =>
  hotspotSteps[step] ?? hotspotNone

/** The colour of a number on a step. */
export const hotspotInk = ({ hotspotInk: inks }: Theme, step: number): string => inks[step] ?? inks[0]!

/** One hue whose lightness alone tells the steps apart: it survives colour-blindness and a grey printer. No red. */
export const theme: Theme = {
  ground: '#e4e1d9',
  land: '#f6f4ee',
  landEdge: '#a9a598',
  wardEdge: '#d5d1c5',
  river: '#b4cedd',
  road: '#ffffff',
  roadEdge: '#c6bfae',
  label: '#5e5a50',
  waterLabel: '#3d6780',
  halo: '#f6f4ee',
  outline: '#1f3a4d',
  fonts: ['Helvetica Neue', 'Helvetica', 'Arial', 'Liberation Sans', 'sans-serif'],
  hotspotSteps: ['#e3d5f0', '#b797d6', '#8350b4', '#47176f'],
  hotspotInk: ['#2c0d47', '#1d0830', '#ffffff', '#ffffff'],
  hotspotNone: '#ffffff',
  hotspotEdge: '#3a0f5e',
  selection: '#0b0c0c',
  // A hue of its own, so that nobody takes a surface for a place; its lightness alone tells the steps apart, too.
  surfaceSteps: ['#d6eee2', '#9fcfb8', '#62a98f', '#38806b'],
  surfaceOpacity: 0.8,
  significantEdge: '#0a4638',
  safe: '#0b5c5e',
}
