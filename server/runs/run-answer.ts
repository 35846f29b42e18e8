import type { StoredRun } from './run-hotspot.ts'
import type { Run } from './schema.ts'

/** A stored run as the answers give it. @param counts of every run: how many hotspots G2 and G3 are shown */
export const toRun = (run: StoredRun, counts: readonly { id: string; shared: number; listed: number }[]): Run => {
  const { shared = 0, listed = 0 } = counts.find(({ id }) => id === run.id) ?? {}
  const { from, to, methodVersion, ...rest } = run
  return { ...rest, period: { from, to }, version: methodVersion, shared, listed }
}
