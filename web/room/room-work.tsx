import { useMemo, useRef, useState } from 'preact/hooks'
import type { MeetingDetail } from '../../server/meetings/schema.ts'
import type { PackPlace } from '../../server/packs/schema.ts'
import { QuickForms, type QuickForm, type QuickFormProps } from '../reviews/quick-forms.tsx'
import { AddDecision, hasBegunDecision } from '../meetings/decisions.tsx'

interface RoomWorkProps {
  place: PackPlace
  meeting: MeetingDetail
  onChanged: (meeting: MeetingDetail) => void
  /** Something was made at the place. */
  onDone: () => void
  onToggle: (isOpen: boolean) => void
}

const DECISION = 'Decision'

/** What can be decided and begun at a place while it is spoken of, beside it. */
export const RoomWork = ({ place: { hotspotId, name }, meeting, onChanged, onDone, onToggle }: RoomWorkProps) => {
  const [said, setSaid] = useState('')
  const item = meeting.items.find((one) => one.hotspotId === hotspotId)
  // A form that is open must meet the newest meeting, and stay the same form.
  const newest = useRef({ meeting, onChanged })
  newest.current = { meeting, onChanged }

  /** Minuted where it is taken; the place's own decision beside it. */
  const first = useMemo<QuickForm[]>(() => {
    if (!item) return []
    const Decision = ({ onDone: done, onCancel }: QuickFormProps) => (
      <AddDecision
        meeting={newest.current.meeting}
        item={item}
        onChanged={(next) => newest.current.onChanged(next)}
        onCancel={onCancel}
        onDone={() => done('The decision is minuted.')}
      />
    )
    return [
      { says: DECISION, needs: 'meeting:update', load: () => Promise.resolve(Decision) },
      {
        says: 'Review',
        needs: 'review:update',
        load: async () => (await import('../reviews/quick-decision.tsx')).QuickDecision,
      },
    ]
  }, [item?.id])

  return (
    <div class="app-room__work">
      <p class="app-room__said" role="status">
        {said}
      </p>
      <QuickForms
        hotspot={{ id: hotspotId, name }}
        meetingId={meeting.id}
        first={first}
        opens={item && hasBegunDecision(item) ? DECISION : undefined}
        onToggle={(isOpen) => {
          onToggle(isOpen)
          if (isOpen) setSaid('')
        }}
        onDone={(sentence) => {
          setSaid(sentence)
          onDone()
        }}
      />
    </div>
  )
}
