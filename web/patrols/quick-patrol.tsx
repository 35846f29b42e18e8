import { useEffect, useRef, useState } from 'preact/hooks'
import type { PatrolDetail } from '../../server/patrols/schema.ts'
import { TextArea, TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useSending } from '../form/sending.ts'
import { ask } from '../state/api.ts'

interface QuickPatrolProps {
  hotspot: { id: string; name: string }
  meetingId: string | undefined
  onDone: (sentence: string) => void
  onCancel: () => void
}

const USUAL_OBJECTIVE = 'Be seen at the best times, talk with young people, and check whether anybody is missing.'

/** Asks the police of the area for visits to a place, in two sentences. */
export const QuickPatrol = ({ hotspot, meetingId, onDone, onCancel }: QuickPatrolProps) => {
  const [objective, setObjective] = useState(USUAL_OBJECTIVE)
  const [why, setWhy] = useState('')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector('textarea')?.focus(), [])
  const sending = useSending({ '/objective': 'patrol-objective', '/why': 'patrol-why' })
  const submit = () =>
    sending.send(
      {
        ...(objective.trim() === '' && { 'patrol-objective': 'Say what the visits are to do' }),
        ...(why.trim() === '' && { 'patrol-why': 'Say why visits are asked for' }),
      },
      async () => {
        const body = {
          hotspotId: hotspot.id,
          objective: objective.trim(),
          why: why.trim(),
          ...(meetingId && { meetingId }),
        }
        const { ref } = await ask<PatrolDetail>('/api/patrols', { method: 'POST', body })
        onDone(`Visits to ${hotspot.name} are asked for (${ref}). The planner of the area takes it from here.`)
      },
    )

  return (
    <div ref={box}>
      <Form
        class="app-quick"
        sending={sending}
        submitWords="Ask for visits"
        onSubmit={() => void submit()}
        onCancel={onCancel}
      >
        <TextArea
          id="patrol-why"
          label="Why should the police visit this place?"
          hint="Operational partners read this: no name or reference of a child."
          rows={2}
          maxLength={1000}
          error={sending.errors['patrol-why']}
          value={why}
          onInput={setWhy}
        />
        <TextField
          id="patrol-objective"
          label="What are the visits to do?"
          maxLength={300}
          error={sending.errors['patrol-objective']}
          value={objective}
          onInput={setObjective}
        />
        <p class="govuk-body-s">
          Children found there are treated as victims: every briefing begins with that. When and how often is for the
          planner to say; a task expires after some weeks.
        </p>
      </Form>
    </div>
  )
}
