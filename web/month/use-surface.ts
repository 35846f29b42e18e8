import { useMemo, useRef } from 'preact/hooks'
import type { RunSurface } from '../../server/findings/schema.ts'
import { useLoaded } from '../form/load.ts'
import type { MapSurface } from '../map/create-map.ts'
import type { Layer } from './layer-choice.tsx'

/** The surfaces of a stored month, asked for when a layer is first switched on and kept while the month is shown. */
export const useSurface = (runId: string | undefined, layer: Layer | undefined) => {
  const wanted = useRef<string | undefined>(undefined)
  if (layer) wanted.current = runId
  const isWanted = runId !== undefined && wanted.current === runId
  const { data, ...rest } = useLoaded<RunSurface>(
    isWanted ? `/api/runs/${encodeURIComponent(runId)}/surface` : undefined,
  )
  // What came for another month is not drawn for this one.
  const answered = useRef({ data, runId })
  if (answered.current.data !== data) answered.current = { data, runId }
  const surface = answered.current.runId === runId ? data : undefined

  const drawn = useMemo(() => (surface && layer ? drawnOf(surface, layer) : undefined), [surface, layer])
  return { surface, drawn, ...rest }
}

const drawnOf = ({ density, significant }: RunSurface, layer: Layer): MapSurface =>
  layer === 'significant'
    ? { kind: layer, cells: significant.cells }
    : {
        kind: layer,
        cells: density.cells.map(({ ring, perSquareKilometre }) => ({
          ring,
          step: density.edges.findLastIndex((edge) => perSquareKilometre >= edge),
        })),
      }
