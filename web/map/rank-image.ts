import type { Map as MapLibreMap } from 'maplibre-gl'
import { hotspotColour, hotspotInk, type Theme } from './theme.ts'

export const RANK_RADIUS_PIXELS = 12

interface RankDisc {
  rank: number
  step: number
  isCluster: boolean
  isMarked: boolean
}

/**
 * Puts the picture of a rank number into the map where it is not there yet, and gives its name. A picture and not map text,
 * so that a number looks the same over any basemap, whatever letters its style has.
 */
export const drawRank = (map: MapLibreMap, theme: Theme, disc: RankDisc): string => {
  const { rank, step, isCluster, isMarked } = disc
  const name = `rank-${rank}-${step}-${isCluster ? 'cluster' : 'place'}${isMarked ? '-marked' : ''}`
  if (!map.hasImage(name)) map.addImage(name, pictureOf(theme, disc), { pixelRatio: SCALE })
  return name
}

/** Sharp on a screen of twice the density, and on paper. */
const SCALE = 3

const pictureOf = (theme: Theme, { rank, step, isCluster, isMarked }: RankDisc): ImageData => {
  const radius = RANK_RADIUS_PIXELS + (isMarked ? 2 : 0)
  const size = Math.ceil((radius + 2) * 2)
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = size * SCALE
  const context = canvas.getContext('2d')!
  context.scale(SCALE, SCALE)

  circle(context, size / 2, radius + 1)
  context.fillStyle = theme.land
  context.fill()
  circle(context, size / 2, radius - 0.5)
  context.fillStyle = hotspotColour(theme, step)
  context.fill()
  context.lineWidth = isMarked ? 3 : 1.6
  context.strokeStyle = isMarked ? theme.selection : theme.hotspotEdge
  if (isCluster) context.setLineDash([3.4, 2.4])
  context.stroke()

  context.fillStyle = hotspotInk(theme, step)
  context.font = `bold ${rank > 99 ? 10 : 13}px ${theme.fonts.map((font) => (font.includes(' ') ? `"${font}"` : font)).join(', ')}`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillText(String(rank), size / 2, size / 2 + 0.5)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}

const circle = (context: CanvasRenderingContext2D, centre: number, radius: number) => {
  context.beginPath()
  context.arc(centre, centre, radius, 0, Math.PI * 2)
}
