import type { Polygon } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import {
  TerraDraw,
  TerraDrawCircleMode,
  TerraDrawFreehandMode,
  TerraDrawPolygonMode,
  TerraDrawRectangleMode,
  TerraDrawSelectMode,
  ValidateNotSelfIntersecting,
} from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import type { Theme } from './theme.ts'

export type DrawShape = 'polygon' | 'rectangle' | 'circle' | 'freehand'

/** Told after every change, with undefined when there is nothing (any more). WGS84, 6 decimals. */
export type OnDrawn = (polygon: Polygon | undefined) => void

export interface PolygonDrawing {
  /** Throws away what is there and waits for a new shape to be drawn. */
  start(shape: DrawShape): void
  /** Replaces what is there by this polygon, selected; its onChange is not called. */
  edit(polygon: Polygon): void
  clear(): void
  /** Takes the drawing tools off the map. */
  stop(): void
}

const DECIMALS = 6
const SHAPES: DrawShape[] = ['polygon', 'rectangle', 'circle', 'freehand']

/** Draws one polygon on a map by terra-draw, or edits it: corners, midpoints and the whole shape can be dragged, a corner deleted by right click. */
export const drawPolygon = (map: MapLibreMap, theme: Theme, onChange: OnDrawn): PolygonDrawing => {
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: DECIMALS }),
    modes: modesOf(theme),
  })
  draw.start()

  const current = () =>
    draw
      .getSnapshot()
      .find(({ geometry, properties }) => geometry.type === 'Polygon' && SHAPES.includes(properties.mode as DrawShape))

  const select = (id: string | number) => {
    draw.setMode('select')
    draw.selectFeature(id)
  }
  draw.on('finish', (id) => {
    if (draw.getMode() !== 'select') select(id)
    const polygon = current()?.geometry as Polygon | undefined
    onChange(polygon && { type: 'Polygon', coordinates: polygon.coordinates.map((ring) => ring.map(rounded)) })
  })

  const edit = (polygon: Polygon) => {
    draw.clear()
    const geometry = { type: 'Polygon' as const, coordinates: polygon.coordinates.map((ring) => ring.map(rounded)) }
    const [added] = draw.addFeatures([{ type: 'Feature', properties: { mode: 'polygon' }, geometry }])
    if (added?.valid && added.id !== undefined) select(added.id)
    else throw new RangeError(`The outline cannot be edited: ${added?.reason ?? 'it is empty'}.`)
  }

  return {
    start: (shape) => {
      draw.clear()
      draw.setMode(shape)
      onChange(undefined)
    },
    edit,
    clear: () => {
      draw.clear()
      draw.setMode('static')
      onChange(undefined)
    },
    stop: () => draw.stop(),
  }
}

const rounded = (position: number[]) =>
  position.slice(0, 2).map((degrees) => Math.round(degrees * 10 ** DECIMALS) / 10 ** DECIMALS)

const modesOf = ({ outline, land }: Theme) => {
  const colour = outline as `#${string}`
  const paper = land as `#${string}`
  const styles = { fillColor: colour, fillOpacity: 0.2, outlineColor: colour, outlineWidth: 2 } as const
  const flags = {
    feature: {
      draggable: true,
      coordinates: { draggable: true, midpoints: true, deletable: true },
      validation: ValidateNotSelfIntersecting,
    },
  }
  return [
    new TerraDrawPolygonMode({
      styles: { ...styles, closingPointColor: paper, closingPointOutlineColor: colour, closingPointOutlineWidth: 2 },
      validation: (feature, { updateType }) =>
        updateType === 'finish' || updateType === 'commit' ? ValidateNotSelfIntersecting(feature) : { valid: true },
    }),
    new TerraDrawRectangleMode({ styles }),
    new TerraDrawCircleMode({ styles }),
    new TerraDrawFreehandMode({ styles }),
    new TerraDrawSelectMode({
      flags: { polygon: flags, rectangle: flags, circle: flags, freehand: flags },
      styles: {
        selectedPolygonColor: colour,
        selectedPolygonFillOpacity: 0.25,
        selectedPolygonOutlineColor: colour,
        selectedPolygonOutlineWidth: 3,
        selectionPointColor: paper,
        selectionPointOutlineColor: colour,
        selectionPointOutlineWidth: 2,
        selectionPointWidth: 7,
        midPointColor: colour,
        midPointOutlineColor: paper,
        midPointWidth: 4,
        midPointOutlineWidth: 1,
      },
    }),
  ]
}
