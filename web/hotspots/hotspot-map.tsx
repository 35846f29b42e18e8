import { useMemo } from 'preact/hooks'
import type { Area } from '../../server/gazetteer/schema.ts'
import type { Hotspot } from '../../server/hotspots/schema.ts'
import { Legend } from './legend.tsx'
import type { Marks } from './ranked-list.tsx'
import { RankedMap } from './ranked-map.tsx'
import { colourOf, type Step } from './steps.ts'

interface HotspotMapProps {
  hotspots: readonly Hotspot[]
  steps: readonly Step[]
  marks: Marks
  /** The area that is looked at, where one is chosen. */
  area: Area | undefined
}

/** The hotspots as outlined areas with their rank. */
export const HotspotMap = ({ hotspots, steps, marks, area }: HotspotMapProps) => {
  const drawn = useMemo(
    () => hotspots.map((hotspot) => ({ ...hotspot, step: colourOf(steps, hotspot.reports) })),
    [hotspots],
  )
  const outline = useMemo(() => area?.geometry && { id: area.id, geometry: area.geometry }, [area])
  return (
    <RankedMap hotspots={drawn} marks={marks} area={outline}>
      <Legend
        title="Reports in the period"
        steps={steps}
        hasClusters={hotspots.some(({ method }) => method === 'cluster')}
      />
    </RankedMap>
  )
}
