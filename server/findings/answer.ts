import type { RunHotspot } from '../runs/run-hotspot.ts'
import type { FoundFewChildren, FoundHotspot, Lineage, RunFindings } from './schema.ts'

/** A row of run_hotspot, with what its jsonb holds since there are findings. */
export interface StoredFindingsHotspot {
  hotspotId: string
  withheldG2: string | null
  hotspot: Pick<
    RunHotspot,
    | 'method'
    | 'placeId'
    | 'name'
    | 'category'
    | 'seedGroup'
    | 'rank'
    | 'counts'
    | 'isFew'
    | 'geometryExact'
    | 'areaHectares'
  > & { findings?: RunHotspot['findings']; lineage?: Lineage }
}

const FIRST: Lineage = { event: 'first', from: [] }

export const toLineage = (lineage: Lineage | null | undefined): Lineage => lineage ?? FIRST

/** Hotspots and patterns of few children of a run, as the answer has them. */
export const toFound = (rows: readonly StoredFindingsHotspot[]): Pick<RunFindings, 'hotspots' | 'fewChildren'> => {
  const hotspots: FoundHotspot[] = []
  const fewChildren: FoundFewChildren[] = []
  for (const { hotspotId, withheldG2, hotspot } of rows) {
    const { counts, findings, lineage, isFew, geometryExact, areaHectares, ...named } = hotspot
    const described: FoundFewChildren = {
      hotspotId,
      placeId: named.placeId,
      name: named.name,
      category: named.category,
      seedGroup: named.seedGroup,
      method: named.method,
      rank: named.rank,
      ...counts,
    }
    if (isFew) fewChildren.push(described)
    else if (findings && geometryExact && areaHectares !== null)
      hotspots.push({
        ...described,
        areaHectares,
        geometry: geometryExact,
        findings: { ...findings, lineage: toLineage(lineage) },
        withheldG2,
      })
  }
  return { hotspots, fewChildren }
}
