import { useEffect, useRef, useState } from 'preact/hooks'
import type { z } from 'zod'
import type { ReferencesAnswer } from '../../server/children/schema.ts'
import { TextArea } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { useSending } from '../form/sending.ts'
import { ask } from '../state/api.ts'
import { countOf } from '../words.ts'
import { sendFile } from '../imports/send-file.ts'
import { References } from './references.tsx'

type Answer = z.infer<typeof ReferencesAnswer>

const MOST = 500

/** From case numbers to references, for the part of the meeting that is about children. Nothing of it outlives the page. */
export default () => {
  const [typed, setTyped] = useState('')
  const [answer, setAnswer] = useState<Answer>()
  const input = useRef<HTMLInputElement>(null)
  const sending = useSending({ '/caseNumbers': 'numbers' })
  const numbers = linesOf(typed)
  // Going back in the browser shows an empty page.
  useEffect(() => clearOnHide(() => forget()), [])

  const forget = () => {
    setTyped('')
    setAnswer(undefined)
    if (input.current) input.current.value = ''
  }
  const turn = () => {
    const file = input.current?.files?.[0]
    if (file && numbers.length === 0)
      return sending.send({}, async () => {
        setAnswer((await sendFile('/api/references', file, 'text/plain').answer) as Answer)
      })
    const wrong = {
      ...(numbers.length === 0 && { numbers: 'Give at least one case number, or choose a file' }),
      ...(numbers.length > MOST && { numbers: `Give at most ${MOST} case numbers at once` }),
    }
    return sending.send(wrong, async () => {
      setAnswer(await ask<Answer>('/api/references', { method: 'POST', body: { caseNumbers: numbers } }))
      // The numbers have done their work.
      setTyped('')
    })
  }

  return (
    <>
      <a class="govuk-back-link" href="/data">
        Data
      </a>
      <h1 class="govuk-heading-l">From case numbers to references</h1>
      <p class="govuk-body">
        For the part of the meeting that is about children. It is logged that you asked and for how many; the numbers
        themselves are not kept, here or in the service. There is no way from a reference back to a case number.
      </p>
      {answer ? (
        <References answer={answer} onClear={forget} />
      ) : (
        <Form
          class="app-form"
          sending={sending}
          submitWords="Show the references"
          busyWords="Looking…"
          onSubmit={() => void turn()}
        >
          <TextArea
            id="numbers"
            label="Case numbers"
            hint={`One a line, at most ${MOST}.`}
            error={sending.errors.numbers}
            rows={8}
            maxLength={60_000}
            value={typed}
            onInput={setTyped}
          />
          <p class="govuk-body-s" role="status">
            {numbers.length === 0 ? '' : countOf(numbers.length, 'number')}
          </p>
          <div class="govuk-form-group">
            <label class="govuk-label govuk-label--s" for="numbers-file">
              Or a file with one a line
            </label>
            <input
              ref={input}
              id="numbers-file"
              class="govuk-file-upload"
              type="file"
              accept=".csv,.txt,text/csv,text/plain"
            />
          </div>
        </Form>
      )}
    </>
  )
}

const linesOf = (text: string): string[] =>
  text
    .split(/[\r\n]+/)
    .map((line) =>
      line
        .split(/[,;\t]/)[0]!
        .replaceAll('"', '')
        .trim(),
    )
    .filter((line) => line !== '')

const clearOnHide = (forget: () => void) => {
  window.addEventListener('pagehide', forget)
  return () => window.removeEventListener('pagehide', forget)
}
