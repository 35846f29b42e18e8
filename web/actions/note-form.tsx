import { useEffect, useRef, useState } from 'preact/hooks'
import type { Action, ActionDetail } from '../../server/actions/schema.ts'
import { TextArea } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useSending } from '../form/sending.ts'
import { ask } from '../state/api.ts'

interface NoteFormProps {
  action: Action
  onDone: (action: ActionDetail) => void
  onCancel: () => void
}

/** How an action goes: kept with the time and the writer. */
export const NoteForm = ({ action, onDone, onCancel }: NoteFormProps) => {
  const [words, setWords] = useState('')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('textarea')?.focus(), [])
  const sending = useSending({ '/words': 'note-words' })
  const submit = () =>
    sending.send({ ...(words.trim() === '' && { 'note-words': 'Write what there is to say' }) }, async () =>
      onDone(
        await ask<ActionDetail>(`/api/actions/${action.id}/notes`, { method: 'POST', body: { words: words.trim() } }),
      ),
    )
  return (
    <div ref={box}>
      <Form
        class="app-inset"
        sending={sending}
        submitWords="Keep the note"
        onSubmit={() => void submit()}
        onCancel={onCancel}
      >
        <TextArea
          id="note-words"
          label={`How is action ${action.number} going?`}
          hint="It is kept with your name and the time. No name or reference of a child."
          rows={3}
          maxLength={2000}
          error={sending.errors['note-words']}
          value={words}
          onInput={setWords}
        />
      </Form>
    </div>
  )
}
