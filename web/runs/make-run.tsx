import { useState } from 'preact/hooks'
import type { RunDetail, RunList } from '../../server/runs/schema.ts'
import { SelectField } from '../form/fields.tsx'
import { Form } from '../form/form.tsx'
import { Notice } from '../form/notice.tsx'
import { useSending } from '../form/sending.ts'
import { ask } from '../state/api.ts'
import { runWords } from './run-words.ts'

/** Stores the next month or quarter, once. */
export const MakeRun = ({ canMake, onMade }: { canMake: RunList['canMake']; onMade: () => void }) => {
  const [chosen, setChosen] = useState('')
  const [made, setMade] = useState<RunDetail['run']>()
  const sending = useSending({ '/month': 'run', '/kind': 'run' })
  const input = canMake.find((one) => keyOf(one) === chosen)
  const make = () =>
    sending.send(input ? {} : { run: 'Choose what is stored' }, async () => {
      setMade(undefined)
      const { run } = await ask<RunDetail>('/api/runs', { method: 'POST', body: input })
      setMade(run)
      setChosen('')
      onMade()
    })

  return (
    <section aria-labelledby="make-title">
      <h2 class="govuk-heading-m" id="make-title">
        Store the next one
      </h2>
      {made && (
        <Notice key={made.id} takesFocus>
          <p class="govuk-body govuk-!-margin-bottom-0">
            {runWords(made)} is stored.{' '}
            <a class="govuk-link" href={`/runs/${made.id}`}>
              See what is shown and what is withheld
            </a>
            .
          </p>
        </Notice>
      )}
      {canMake.length === 0 ? (
        <p class="govuk-body">
          Every month and quarter that is over is stored. The next can be stored when it is over.
        </p>
      ) : (
        <Form
          class="app-inset app-form"
          sending={sending}
          submitWords="Store it"
          busyWords="Counting and storing…"
          onSubmit={() => void make()}
        >
          <p class="govuk-body">
            It is made once and does not change afterwards: two versions of one month could be taken from each other,
            and the difference could be one child. So load the month’s files and place what waits first.
          </p>
          <SelectField
            id="run"
            label="Month or quarter"
            error={sending.errors.run}
            value={chosen}
            options={[
              { value: '', label: 'Choose' },
              ...canMake.map((one) => ({
                value: keyOf(one),
                label: one.kind === 'month' ? `${runWords(one)}: the map` : `${runWords(one)}: the list of the quarter`,
              })),
            ]}
            onChange={setChosen}
          />
          <div role="status">
            {sending.isBusy && (
              <>
                <progress class="app-progress" aria-label="Counting and storing" />
                <p class="govuk-body">The places are being counted and stored. This takes a few seconds.</p>
              </>
            )}
          </div>
        </Form>
      )}
    </section>
  )
}

const keyOf = ({ kind, month }: RunList['canMake'][number]) => `${kind} ${month}`
