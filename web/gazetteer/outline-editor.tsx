import type { Polygon } from 'geojson'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { AreaGeometry } from '../../server/shared-schema.ts'
import type { MapHandle } from '../map/create-map.ts'
import type { DrawShape, PolygonDrawing } from '../map/draw-polygon.ts'
import { MapView } from '../map/map-view.tsx'
import { TypedCircle } from './typed-circle.tsx'

const SHAPES: { shape: DrawShape; label: string; how: string }[] = [
  { shape: 'polygon', label: 'Corner by corner', how: 'Click each corner; click the first one again to finish.' },
  { shape: 'rectangle', label: 'Rectangle', how: 'Click one corner, then the opposite one.' },
  { shape: 'circle', label: 'Circle', how: 'Click the middle, then the edge.' },
  { shape: 'freehand', label: 'Freehand', how: 'Click, go round the place, click again.' },
]
const EDITING = 'Drag a corner, a point between two corners, or the whole shape. Right-click a corner to remove it.'

interface OutlineEditorProps {
  outline: AreaGeometry | undefined
  error: string | undefined
  /** An earlier outline to show beneath, such as one of the history. */
  shown: { name: string; geometry: AreaGeometry } | undefined
  onChange: (outline: Polygon | undefined) => void
}

/** The outline of a place on the map: drawn, dragged, or typed in as a circle. */
export const OutlineEditor = ({ outline, error, shown, onChange }: OutlineEditorProps) => {
  const [map, setMap] = useState<MapHandle>()
  const [drawing, setDrawing] = useState<PolygonDrawing>()
  const [shape, setShape] = useState<DrawShape>()
  const change = useRef(onChange)
  change.current = onChange
  const single = outline && onePolygonOf(outline)
  // What was asked for while the drawing tools were still being fetched.
  const asked = useRef({ shape, single })
  asked.current = { shape, single }

  useEffect(() => {
    if (!map) return
    let stop: (() => void) | undefined
    let isGone = false
    if (outline) map.show(outline)
    const onDrawn = (polygon: Polygon | undefined) => {
      if (polygon) setShape(undefined)
      change.current(polygon)
    }
    void map.drawPolygon(onDrawn).then((tools) => {
      if (isGone) return tools.stop()
      stop = () => tools.stop()
      if (asked.current.shape) tools.start(asked.current.shape)
      else if (asked.current.single) tools.edit(asked.current.single)
      setDrawing(tools)
    })
    return () => {
      isGone = true
      stop?.()
    }
  }, [map])
  useEffect(() => {
    const old = shown ? [{ id: 'earlier', name: shown.name, geometry: shown.geometry }] : []
    // What has several parts cannot be dragged: it is shown until a new outline replaces it.
    const parts = outline && !single ? [{ id: 'parts', name: '', geometry: outline }] : []
    map?.setOutlines([...old, ...parts])
    if (shown) map?.show(shown.geometry)
  }, [map, shown, outline, single === undefined])

  const start = (next: DrawShape) => {
    setShape(next)
    drawing?.start(next)
  }
  const take = (polygon: Polygon) => {
    setShape(undefined)
    drawing?.edit(polygon)
    map?.show(polygon as AreaGeometry)
    onChange(polygon)
  }

  return (
    <div class={`app-outline${error ? ' govuk-form-group--error' : ''}`}>
      <h2 class="govuk-heading-s govuk-!-margin-bottom-1" id="outline" tabIndex={-1}>
        Outline
      </h2>
      {error && (
        <p class="govuk-error-message">
          <span class="govuk-visually-hidden">Error:</span> {error}
        </p>
      )}
      <div class="app-tools" role="group" aria-label="Draw anew">
        {SHAPES.map((tool) => (
          <button
            type="button"
            key={tool.shape}
            class="app-tool"
            aria-pressed={shape === tool.shape}
            onClick={() => start(tool.shape)}
          >
            {tool.label}
          </button>
        ))}
      </div>
      <p class="govuk-body-s govuk-!-margin-bottom-2" role="status">
        {shape && !drawing ? 'The drawing tools are not there yet.' : outlineWords(shape, outline, single)}
      </p>
      <div class="app-outline__map">
        <MapView label="Map to draw the outline on" isInScrollingPage onReady={setMap} />
      </div>
      <TypedCircle onCircle={take} />
    </div>
  )
}

const outlineWords = (shape: DrawShape | undefined, outline?: AreaGeometry, single?: Polygon): string => {
  if (shape) return SHAPES.find((tool) => tool.shape === shape)?.how ?? ''
  if (!outline) return 'Choose how to draw it.'
  return single ? EDITING : 'This place has several parts or a hole. Drawing it anew replaces all of it.'
}

/** The outline as one ring that can be dragged; undefined where it has several parts or a hole. */
const onePolygonOf = (geometry: AreaGeometry): Polygon | undefined => {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const [rings] = polygons
  return polygons.length === 1 && rings?.length === 1 ? { type: 'Polygon', coordinates: rings } : undefined
}
