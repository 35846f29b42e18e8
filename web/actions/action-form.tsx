import { useEffect, useRef, useState } from 'preact/hooks'
import type { ActionDetail } from '../../server/actions/schema.ts'
import { OwnerField } from '../colleagues/owner-field.tsx'
import { DayField, daysLater } from '../form/day-field.tsx'
import { SelectField, TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useSending } from '../form/sending.ts'
import { ask } from '../state/api.ts'
import { setup } from '../state/setup.ts'
import { choices } from '../words.ts'
import { PRIORITY_WORDS } from './words.ts'

interface ActionFormProps {
  /** What is changed; nothing: a new action. */
  action?: ActionDetail | undefined
  hotspotId?: string | undefined
  meetingId?: string | undefined
  onDone: (action: ActionDetail) => void
  onCancel: () => void
}

const FIELDS = {
  '/title': 'action-title',
  '/ownerId': 'action-owner',
  '/dueOn': 'action-due',
  '/priority': 'action-priority',
}

/** What is to be done, by whom, until when. */
export const ActionForm = ({ action, hotspotId, meetingId, onDone, onCancel }: ActionFormProps) => {
  const [title, setTitle] = useState(action?.title ?? '')
  const [ownerId, setOwnerId] = useState(action?.ownerId ?? '')
  const [dueOn, setDueOn] = useState(action?.dueOn ?? daysLater(setup.value!.today, 28))
  const [priority, setPriority] = useState<string>(action?.priority ?? 'normal')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('input')?.focus(), [])
  const sending = useSending(FIELDS)

  const submit = () =>
    sending.send(
      {
        ...(title.trim() === '' && { 'action-title': 'Say what is to be done' }),
        ...(ownerId === '' && { 'action-owner': 'Choose who does it' }),
        ...(dueOn === '' && { 'action-due': 'Choose until when' }),
      },
      async () => {
        const input = { title: title.trim(), ownerId, dueOn, priority }
        onDone(
          action
            ? await ask<ActionDetail>(`/api/actions/${action.id}`, {
                method: 'PATCH',
                body: { ...input, version: action.version },
              })
            : await ask<ActionDetail>('/api/actions', {
                method: 'POST',
                body: { ...input, ...(hotspotId && { hotspotId }), ...(meetingId && { meetingId }) },
              }),
        )
      },
    )

  return (
    <div ref={box}>
      <Form
        class="app-quick"
        sending={sending}
        submitWords={action ? 'Keep the change' : 'Give the action'}
        onSubmit={() => void submit()}
        onCancel={onCancel}
      >
        <TextField
          id="action-title"
          label="What is to be done?"
          hint="Partners read this: no name or reference of a child."
          maxLength={300}
          error={sending.errors['action-title']}
          value={title}
          onInput={setTitle}
        />
        <OwnerField
          id="action-owner"
          label="Who does it?"
          error={sending.errors['action-owner']}
          value={ownerId}
          onChange={setOwnerId}
        />
        <div class="app-beside">
          <DayField
            id="action-due"
            label="Until when?"
            error={sending.errors['action-due']}
            value={dueOn}
            onChange={setDueOn}
          />
          <SelectField
            id="action-priority"
            label="Priority"
            value={priority}
            options={choices(PRIORITY_WORDS)}
            onChange={setPriority}
          />
        </div>
      </Form>
    </div>
  )
}
