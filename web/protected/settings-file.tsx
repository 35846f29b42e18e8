import { useRef, useState } from 'preact/hooks'
import type { GazetteerImport } from '../../server/gazetteer/schema.ts'
import { Form } from '../form/form.tsx'
import { useSending } from '../form/sending.ts'
import { sendFile } from '../imports/send-file.ts'
import { countOf } from '../words.ts'

/** Many protected settings at once. */
export const SettingsFile = ({ onLoaded }: { onLoaded: () => void }) => {
  const input = useRef<HTMLInputElement>(null)
  const [came, setCame] = useState<GazetteerImport>()
  const sending = useSending()
  const error = sending.errors['settings-file']
  const load = () => {
    const file = input.current?.files?.[0]
    setCame(undefined)
    return sending.send(file ? {} : { 'settings-file': 'Choose a file' }, async () => {
      const path = '/api/protected-settings/import'
      setCame((await sendFile(path, file!, 'application/geo+json').answer) as GazetteerImport)
      onLoaded()
    })
  }
  return (
    <section aria-labelledby="file-title">
      <h2 class="govuk-heading-m" id="file-title">
        Load a file
      </h2>
      <Form
        class="app-card"
        sending={sending}
        submitWords="Load the file"
        busyWords="Loading…"
        isSecondary
        onSubmit={() => void load()}
      >
        <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
          <label class="govuk-label govuk-label--s" for="settings-file">
            GeoJSON file
          </label>
          <div class="govuk-hint" id="settings-file-hint">
            Points or polygons, each with a “kind” (care_home, placement, refuge or school) and a “name”; a “ref” lets
            the same file be loaded again.
          </div>
          {error && (
            <p class="govuk-error-message" id="settings-file-error">
              <span class="govuk-visually-hidden">Error:</span> {error}
            </p>
          )}
          <input
            ref={input}
            id="settings-file"
            class="govuk-file-upload"
            type="file"
            accept=".geojson,.json,application/geo+json"
            aria-describedby={`settings-file-hint${error ? ' settings-file-error' : ''}`}
          />
        </div>
        <div role="status">{came && <Came came={came} />}</div>
      </Form>
    </section>
  )
}

const Came = ({ came: { read, added, changed, unchanged, refused, issues } }: { came: GazetteerImport }) => (
  <>
    <p class="govuk-body">
      {countOf(read, 'entry', 'entries')} read. {added.toLocaleString('en-GB')} added, {changed.toLocaleString('en-GB')}{' '}
      changed, {unchanged.toLocaleString('en-GB')} here already, {refused.toLocaleString('en-GB')} refused.
    </p>
    {issues.length > 0 && (
      <ul class="govuk-list govuk-list--bullet">
        {issues.map(({ item, message }, index) => (
          <li key={index}>
            Entry {item.toLocaleString('en-GB')}: {message}
          </li>
        ))}
      </ul>
    )}
  </>
)
