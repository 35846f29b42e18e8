import { useState } from 'preact/hooks'
import type { Setting } from '../../server/settings/schema.ts'
import { TextArea, TextField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useSending } from '../form/sending.ts'
import { ask } from '../state/api.ts'

interface ProposeProps {
  setting: Setting
  onDone: (words: string) => void
  onCancel: () => void
}

export const Propose = ({ setting: { name, unit, says }, onDone, onCancel }: ProposeProps) => {
  const [typed, setTyped] = useState('')
  const [reason, setReason] = useState('')
  const valueId = `${name}-value`
  const reasonId = `${name}-reason`
  const sending = useSending({ '/value': valueId, '/reason': reasonId })
  const propose = () => {
    const value = Number(typed.replaceAll(',', ''))
    const wrong = {
      ...((typed.trim() === '' || !Number.isFinite(value)) && { [valueId]: 'Give a number' }),
      ...(reason.trim() === '' && { [reasonId]: 'Say why it should change' }),
    }
    return sending.send(wrong, async () => {
      await ask(`/api/settings/${encodeURIComponent(name)}/proposals`, {
        method: 'POST',
        body: { value, reason: reason.trim() },
      })
      onDone('The change is proposed. It waits for the chair.')
    })
  }
  return (
    <Form
      class="app-inset"
      sending={sending}
      submitWords="Propose the change"
      onSubmit={() => void propose()}
      onCancel={onCancel}
    >
      <p class="govuk-body-s">{says}</p>
      <TextField
        id={valueId}
        label={`New value (${unit})`}
        error={sending.errors[valueId]}
        width={10}
        inputMode="decimal"
        value={typed}
        onInput={setTyped}
      />
      <TextArea
        id={reasonId}
        label="Why"
        error={sending.errors[reasonId]}
        rows={2}
        maxLength={500}
        value={reason}
        onInput={setReason}
      />
    </Form>
  )
}
