import type { MeetingDetail } from '../../server/meetings/schema.ts'
import type { Pack, PackPlace as Place } from '../../server/packs/schema.ts'
import { PackPlace } from '../packs/pack-place.tsx'
import { Decisions } from '../meetings/decisions.tsx'
import { ItemNotes } from '../meetings/item-notes.tsx'

interface RoomPlaceProps {
  pack: Pack
  place: Place
  meeting: MeetingDetail
  onChanged: (meeting: MeetingDetail) => void
}

/** One place: as the pack froze it, then what this meeting decided and made of it, then what is said. */
export const RoomPlace = ({ pack, place, meeting, onChanged }: RoomPlaceProps) => {
  const item = meeting.items.find(({ hotspotId }) => hotspotId === place.hotspotId)
  return (
    <>
      <PackPlace place={place} previousMonth={pack.pack.previous?.month ?? null} level={1} />
      {item && item.decisions.length + item.made.length > 0 && (
        <>
          <h2 class="app-room__subtitle">At this meeting</h2>
          <Decisions meeting={meeting} item={item} onChanged={onChanged} />
        </>
      )}
      {item && <ItemNotes meeting={meeting} item={item} onChanged={onChanged} />}
    </>
  )
}
