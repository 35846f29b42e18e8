import type { MeetingDetail } from '../../server/meetings/schema.ts'
import { ask } from '../state/api.ts'
import { pageHere } from '../state/router.ts'
import { KeptTextField } from '../kept/kept-text-field.tsx'

interface ItemNotesProps {
  meeting: MeetingDetail
  item: MeetingDetail['items'][number]
  onChanged: (meeting: MeetingDetail) => void
}

/** What is said about an item, minuted while it is said. */
export const ItemNotes = ({ meeting, item, onChanged }: ItemNotesProps) => {
  const savedOf = (from: MeetingDetail) => {
    const { notes, version } = from.items.find((one) => one.id === item.id) ?? item
    return { words: notes ?? '', version }
  }
  if (!meeting.canWrite) return item.notes ? <p class="govuk-body app-words">{item.notes}</p> : null
  return (
    <KeptTextField
      id={`notes-${item.id}`}
      label={`Notes on “${item.title}”`}
      hint="Saved when you leave the field. No name or reference of a child."
      rows={3}
      maxLength={8000}
      saved={savedOf(meeting)}
      target={{
        called: `Notes on “${item.title}”`,
        href: pageHere(),
        newest: async () => savedOf(await ask<MeetingDetail>(`/api/meetings/${meeting.id}`)),
        send: async (notes, version) => {
          const next = await ask<MeetingDetail>(`/api/meetings/${meeting.id}/items/${item.id}`, {
            method: 'PATCH',
            body: { version, notes },
          })
          onChanged(next)
          return savedOf(next)
        },
      }}
    />
  )
}
