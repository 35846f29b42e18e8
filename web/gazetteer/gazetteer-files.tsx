import { useRef, useState } from 'preact/hooks'
import type { GazetteerImport } from '../../server/gazetteer/schema.ts'
import { FormErrors, type FieldErrors } from '../form/errors.tsx'
import { SelectField } from '../form/fields.tsx'
import { sendFile } from '../imports/send-file.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import type { ApiError } from '../state/api.ts'
import { countOf } from '../words.ts'

const KINDS = {
  naptan: {
    label: 'Bus and railway stations (NaPTAN stops, CSV)',
    hint: 'The Department for Transport’s list of stops for your area. Bays are put together into stations.',
    mediaType: 'text/csv',
  },
  places: {
    label: 'Places with outlines (GeoJSON)',
    hint: 'Polygons, each with a “name”; a “category” where there is one.',
    mediaType: 'application/geo+json',
  },
  areas: {
    label: 'Wards or police neighbourhoods (GeoJSON)',
    hint: 'Polygons, each with a “kind”, a “code” and a “name”.',
    mediaType: 'application/geo+json',
  },
  postcodes: {
    label: 'Postcodes with positions (CSV)',
    hint: 'A postcode, with easting and northing or longitude and latitude.',
    mediaType: 'text/csv',
  },
} as const
type Kind = keyof typeof KINDS

/** Loads a file of places, areas or postcodes, and says what it came to. */
export const GazetteerFiles = ({ onLoaded }: { onLoaded: () => void }) => {
  const [kind, setKind] = useState<Kind | ''>('')
  const [errors, setErrors] = useState<FieldErrors>({})
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<ApiError>()
  const [outcome, setOutcome] = useState<{ filename: string; came: GazetteerImport }>()
  const input = useRef<HTMLInputElement>(null)

  const load = async (event: Event) => {
    event.preventDefault()
    const file = input.current?.files?.[0]
    const wrong: FieldErrors = {
      ...(!kind && { 'gazetteer-kind': 'Say what the file holds' }),
      ...(!file && { 'gazetteer-file': 'Choose a file' }),
    }
    setErrors(wrong)
    if (!kind || !file || isBusy) return
    setIsBusy(true)
    setProblem(undefined)
    setOutcome(undefined)
    try {
      const came = await sendFile(`/api/gazetteer/imports/${kind}`, file, KINDS[kind].mediaType).answer
      setOutcome({ filename: file.name, came: came as GazetteerImport })
      onLoaded()
    } catch (error) {
      setProblem(error as ApiError)
    }
    setIsBusy(false)
  }

  return (
    <section aria-labelledby="gazetteer-files-title">
      <h2 class="govuk-heading-m" id="gazetteer-files-title">
        Load places, areas or postcodes
      </h2>
      <FormErrors errors={errors} />
      {problem && <ProblemSummary problem={problem} />}
      <form class="app-card" noValidate onSubmit={(event) => void load(event)}>
        <SelectField
          id="gazetteer-kind"
          label="What the file holds"
          hint={kind && KINDS[kind].hint}
          error={errors['gazetteer-kind']}
          value={kind}
          options={[
            { value: '', label: 'Choose' },
            ...(Object.keys(KINDS) as Kind[]).map((value) => ({ value, label: KINDS[value].label })),
          ]}
          onChange={(value) => setKind(value as Kind | '')}
        />
        <div class={`govuk-form-group${errors['gazetteer-file'] ? ' govuk-form-group--error' : ''}`}>
          <label class="govuk-label govuk-label--s" for="gazetteer-file">
            File
          </label>
          {errors['gazetteer-file'] && (
            <p class="govuk-error-message" id="gazetteer-file-error">
              <span class="govuk-visually-hidden">Error:</span> {errors['gazetteer-file']}
            </p>
          )}
          <input
            ref={input}
            id="gazetteer-file"
            class="govuk-file-upload"
            type="file"
            aria-describedby={errors['gazetteer-file'] ? 'gazetteer-file-error' : undefined}
          />
        </div>
        <button type="submit" class="govuk-button govuk-button--secondary" aria-disabled={isBusy}>
          {isBusy ? 'Loading…' : 'Load the file'}
        </button>
        <div role="status">
          {isBusy && <p class="govuk-body">The file is being read.</p>}
          {outcome && <Came {...outcome} />}
        </div>
      </form>
    </section>
  )
}

const Came = ({ filename, came }: { filename: string; came: GazetteerImport }) => (
  <>
    <p class="govuk-body">
      <strong class="app-break">{filename}</strong>: {countOf(came.read, 'entry', 'entries')} read.{' '}
      {came.added.toLocaleString('en-GB')} added, {came.changed.toLocaleString('en-GB')} changed,{' '}
      {came.unchanged.toLocaleString('en-GB')} here already, {came.refused.toLocaleString('en-GB')} refused.
    </p>
    {came.issues.length > 0 && (
      <ul class="govuk-list govuk-list--bullet">
        {came.issues.map(({ item, name, message }, index) => (
          <li key={index}>
            Entry {item.toLocaleString('en-GB')}
            {name && ` (${name})`}: {message}
          </li>
        ))}
      </ul>
    )}
  </>
)
