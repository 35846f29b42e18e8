import type { MeetingDetail } from '../../server/meetings/schema.ts'
import { monthWords } from '../shared/bands.ts'
import { partWords } from '../meetings/words.ts'

interface RoomBannerProps {
  meeting: MeetingDetail
  at: number
  count: number
  isHelp: boolean
  /** Something open keeps the room where it is. */
  isHeld: boolean
  onShow: (at: number) => void
  onHelp: () => void
}

/** Which part this is, what is spoken of, and the way on. */
export const RoomBanner = ({ meeting, at, count, isHelp, isHeld, onShow, onHelp }: RoomBannerProps) => (
  <>
    <div class="app-room__banner">
      <p class="app-room__part">{partWords('A')}</p>
      <p class="app-room__which">
        {monthWords(meeting.month)}, {at === 0 ? 'headline' : `${at} of ${count}`}
        {meeting.state !== 'in_session' && <span class="app-room__state">{meeting.stateWords}</span>}
      </p>
      <div class="app-room__moves">
        <button type="button" class="app-room__move" disabled={at === 0} onClick={() => onShow(at - 1)}>
          Back
        </button>
        <button type="button" class="app-room__move" disabled={at === count} onClick={() => onShow(at + 1)}>
          Next
        </button>
        <button type="button" class="app-room__move app-room__keys" aria-expanded={isHelp} onClick={onHelp}>
          Keys
        </button>
        <a class="app-room__move" href={`/meetings/${meeting.id}`}>
          Leave
        </a>
      </div>
    </div>
    <div class="app-room__help" role="status">
      {isHeld && <p>A form is open: finish it or cancel it first. Nothing was moved, and nothing was lost.</p>}
      {isHelp && (
        <p>
          Right arrow or Page Down: next place. Left arrow or Page Up: back. Home: headline. End: last place. A
          presenter’s remote sends the same keys. No key writes anything.
        </p>
      )}
    </div>
  </>
)
