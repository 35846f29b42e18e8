import { useState } from 'preact/hooks'
import type { FieldErrors } from '../form/errors.tsx'
import { TextArea } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { newId } from '../state/new-id.ts'
import { SAYS } from './kept-text-field.tsx'
import type { TextTarget } from './kept-texts.ts'
import { useKeptText } from './use-kept-text.ts'

interface NewTextFormProps extends Pick<TextTarget, 'called' | 'href' | 'isPartB'> {
  id: string
  label: string
  hint: string
  submitWords: string
  /** What is said where nothing was written. */
  emptyWords: string
  maxLength?: number
  rows?: number
  /** Sends it under an id of its own: the same for the same words, so that what is sent twice is kept once. */
  create: (words: string, id: string) => Promise<void>
  onCancel: () => void
}

const NOTHING = { words: '', version: 0 }

/** The ids of what was sent and not answered. */
const sent = new Map<string, { words: string; id: string }>()

const idOf = (key: string, words: string): string => {
  const known = sent.get(key)
  if (known?.words === words) return known.id
  const made = { words, id: newId() }
  sent.set(key, made)
  return made.id
}

/** A text that is new: kept in this page's memory until the service has it, wherever one goes meanwhile, and sent when it can be. */
export const NewTextForm = ({
  id,
  label,
  hint,
  submitWords,
  emptyWords,
  create,
  onCancel,
  ...more
}: NewTextFormProps) => {
  const { rows = 3, maxLength = 4000, ...where } = more
  const [errors, setErrors] = useState<FieldErrors>({})
  const text = useKeptText(id, NOTHING, {
    ...where,
    send: async (words) => {
      await create(words.trim(), idOf(id, words.trim()))
      sent.delete(id)
      return NOTHING
    },
    newest: () => Promise.resolve(NOTHING),
  })
  const submit = () => {
    const wrong: FieldErrors = text.draft.trim() === '' ? { [id]: emptyWords } : {}
    setErrors(wrong)
    if (Object.keys(wrong).length === 0) void text.save()
    return Promise.resolve()
  }
  const isBusy = text.state === 'saving'
  return (
    <Form
      class="app-quick"
      sending={{ errors, problem: text.problem, isBusy, send: submit }}
      submitWords={submitWords}
      onSubmit={() => void submit()}
      onCancel={() => {
        text.drop()
        onCancel()
      }}
    >
      <TextArea
        id={id}
        label={label}
        hint={hint}
        rows={rows}
        maxLength={maxLength}
        error={errors[id]}
        value={text.draft}
        onInput={text.write}
      />
      <p class={`app-kept__state${text.state === 'offline' ? ' app-kept__state--offline' : ''}`} role="status">
        {text.state === 'offline' && SAYS.offline}
      </p>
    </Form>
  )
}
