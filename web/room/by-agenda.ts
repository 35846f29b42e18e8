import type { MeetingDetail } from '../../server/meetings/schema.ts'
import type { PackPlace } from '../../server/packs/schema.ts'

/** The pack's places in the order of the agenda; those that are not on it come last, as the pack has them. */
export const byAgenda = (
  places: readonly PackPlace[],
  items: readonly Pick<MeetingDetail['items'][number], 'hotspotId'>[],
): PackPlace[] => {
  const order = new Map(items.map(({ hotspotId }, i) => [hotspotId, i]))
  const at = ({ hotspotId }: PackPlace) => order.get(hotspotId) ?? items.length
  return places.toSorted((one, other) => at(one) - at(other))
}
