import { useEffect, useRef, useState } from 'preact/hooks'
import type { Action, ActionDetail } from '../../server/actions/schema.ts'
import { OwnerField } from '../colleagues/owner-field.tsx'
import { DayField, daysLater } from '../form/day-field.tsx'
import { SelectField, TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useSending } from '../form/sending.ts'
import { ask } from '../state/api.ts'
import { may } from '../state/session.ts'
import { setup } from '../state/setup.ts'
import { choices } from '../words.ts'
import { Meanwhile, useSeenVersion } from './meanwhile.tsx'
import { PlaceChoice } from './place-choice.tsx'
import { PRIORITY_WORDS } from './words.ts'

interface ActionFormProps {
  /** What is changed; nothing: a new action. */
  action?: Action | undefined
  /** Where it is given; nothing: the place can be chosen. */
  hotspotId?: string | undefined
  meetingId?: string | undefined
  onDone: (action: ActionDetail) => void
  onCancel: () => void
  /** After somebody else was first. */
  onNewest?: (() => void) | undefined
}

const FIELDS = {
  '/title': 'action-title',
  '/ownerId': 'action-owner',
  '/dueOn': 'action-due',
  '/priority': 'action-priority',
  '/hotspotId': 'action-place',
}

/** The meeting is monthly: before the next but one. */
const USUAL_DAYS = 28

/** What is to be done, by whom, until when. */
export const ActionForm = ({ action, hotspotId, meetingId, onDone, onCancel, onNewest }: ActionFormProps) => {
  const { today } = setup.value!
  const [title, setTitle] = useState(action?.title ?? '')
  const [ownerId, setOwnerId] = useState(action?.ownerId ?? '')
  const [dueOn, setDueOn] = useState(action?.dueOn ?? daysLater(today, USUAL_DAYS))
  const [priority, setPriority] = useState<string>(action?.priority ?? 'normal')
  const [place, setPlace] = useState(hotspotId ?? '')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('input')?.focus(), [])
  const sending = useSending(FIELDS)
  const { withSeen, isNewer, acceptNewest } = useSeenVersion(action, onNewest)
  const canChoosePlace = !action && hotspotId === undefined && may('review:read')

  const send = (input: { title: string; ownerId: string; dueOn: string; priority: string }) => {
    if (action)
      return withSeen((version) =>
        ask<ActionDetail>(`/api/actions/${action.id}`, { method: 'PATCH', body: { ...input, version } }),
      )
    const body = { ...input, ...(place !== '' && { hotspotId: place }), ...(meetingId && { meetingId }) }
    return ask<ActionDetail>('/api/actions', { method: 'POST', body })
  }
  const submit = () =>
    sending.send(
      {
        ...(title.trim() === '' && { 'action-title': 'Say what is to be done' }),
        ...(ownerId === '' && { 'action-owner': 'Choose who does it' }),
        ...(dueOn === '' && { 'action-due': 'Choose until when' }),
        ...(!action && dueOn !== '' && dueOn < today && { 'action-due': 'Choose today or a day after it' }),
      },
      async () => onDone(await send({ title: title.trim(), ownerId, dueOn, priority })),
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
        {isNewer && (
          <Meanwhile
            onAccept={() => {
              acceptNewest()
              void submit()
            }}
            onCancel={onCancel}
          />
        )}
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
          known={action && { id: action.ownerId, name: action.ownerName }}
          error={sending.errors['action-owner']}
          value={ownerId}
          onChange={setOwnerId}
        />
        {canChoosePlace && (
          <PlaceChoice id="action-place" error={sending.errors['action-place']} value={place} onChange={setPlace} />
        )}
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
            error={sending.errors['action-priority']}
            value={priority}
            options={choices(PRIORITY_WORDS)}
            onChange={setPriority}
          />
        </div>
      </Form>
    </div>
  )
}
