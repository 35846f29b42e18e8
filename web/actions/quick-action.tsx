import { dayWords } from '../dates.ts'
import { ActionForm } from './action-form.tsx'

interface QuickActionProps {
  hotspot: { id: string; name: string } | undefined
  meetingId: string | undefined
  onDone: (sentence: string) => void
  onCancel: () => void
}

/** An action given where it is talked of, without leaving it. */
export const QuickAction = ({ hotspot, meetingId, onDone, onCancel }: QuickActionProps) => (
  <ActionForm
    hotspotId={hotspot?.id}
    meetingId={meetingId}
    onCancel={onCancel}
    onDone={({ number, ownerName, dueOn }) =>
      onDone(`Action ${number} is given to ${ownerName}, until ${dayWords(dueOn)}.`)
    }
  />
)
