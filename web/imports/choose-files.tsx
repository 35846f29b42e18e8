import { useRef, useState } from 'preact/hooks'
import type { ImportBatch } from '../../server/imports/schema.ts'
import { FormErrors, type FieldErrors } from '../form/errors.tsx'
import { LinkButton, SelectField } from '../form/fields.tsx'
import { choices, IMPORT_KIND_WORDS } from '../words.ts'
import { guessKind } from './columns.ts'
import { bytesWords } from './outcome.tsx'
import { startUploads } from './uploads.ts'

interface Chosen {
  key: string
  file: File
  kind: ImportBatch['kind'] | ''
  isGuessed: boolean
}

/** Files chosen or dropped, with what each holds: guessed from its first line, and asked where that does not tell. */
export const ChooseFiles = () => {
  const [chosen, setChosen] = useState<Chosen[]>([])
  const [errors, setErrors] = useState<FieldErrors>({})

  const add = async (files: File[]) => {
    const added = await Promise.all(files.map(toChosen))
    setErrors({})
    setChosen((before) => [...before.filter(({ key }) => !added.some((file) => file.key === key)), ...added])
  }
  const load = () => {
    const problems = problemsOf(chosen)
    setErrors(problems)
    if (Object.keys(problems).length > 0) return
    startUploads(chosen.map(({ file, kind }) => ({ file, kind: kind as ImportBatch['kind'] })))
    setChosen([])
  }

  return (
    <div class="app-choose">
      <FormErrors errors={errors} />
      <DropPlace onFiles={(files) => void add(files)} error={errors['import-file']} />
      {chosen.length > 0 && (
        <ul class="app-chosen" aria-label="Chosen files">
          {chosen.map((one) => (
            <li key={one.key} class="app-chosen__file">
              <ChosenFile
                chosen={one}
                error={errors[kindFieldId(one)]}
                onKind={(kind) =>
                  setChosen((all) => all.map((other) => (other.key === one.key ? { ...other, kind } : other)))
                }
                onRemove={() => setChosen((all) => all.filter((other) => other.key !== one.key))}
              />
            </li>
          ))}
        </ul>
      )}
      <button type="button" class="govuk-button" onClick={load}>
        {chosen.length > 1 ? `Load ${chosen.length} files` : 'Load the file'}
      </button>
    </div>
  )
}

const toChosen = async (file: File): Promise<Chosen> => {
  const start = await file
    .slice(0, 4096)
    .text()
    .catch(() => '')
  const kind = guessKind(start.split(/[\r\n]/)[0] ?? '')
  return { key: `${file.name} ${file.size}`, file, kind: kind ?? '', isGuessed: kind !== undefined }
}

const kindFieldId = ({ key }: Chosen) => `kind-${key.replace(/[^\w-]/g, '-')}`

const problemsOf = (chosen: Chosen[]): FieldErrors => {
  if (chosen.length === 0) return { 'import-file': 'Choose a file to load' }
  const open = chosen.filter(({ kind }) => kind === '')
  return Object.fromEntries(open.map((one) => [kindFieldId(one), `Say what ${one.file.name} holds`]))
}

const DropPlace = ({ onFiles, error }: { onFiles: (files: File[]) => void; error: string | undefined }) => {
  const [isOver, setIsOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])]
    if (files.length > 0) onFiles(files)
    // The same file can be chosen again after it was mended.
    if (input.current) input.current.value = ''
  }
  return (
    <div
      class={`app-drop${isOver ? ' app-drop--over' : ''}${error ? ' app-drop--error' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setIsOver(false)
        take(event.dataTransfer?.files)
      }}
    >
      <label class="govuk-label govuk-label--s" for="import-file">
        Choose files, or drop them here
      </label>
      <div id="import-file-hint" class="govuk-hint">
        CSV files of location reports or of missing episodes, of any size. Loading the same file twice does no harm.
      </div>
      {error && (
        <p id="import-file-error" class="govuk-error-message">
          <span class="govuk-visually-hidden">Error:</span> {error}
        </p>
      )}
      <input
        ref={input}
        id="import-file"
        class="govuk-file-upload"
        type="file"
        multiple
        accept=".csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
        aria-describedby={`import-file-hint${error ? ' import-file-error' : ''}`}
        onChange={(event) => take(event.currentTarget.files)}
      />
    </div>
  )
}

interface ChosenFileProps {
  chosen: Chosen
  error: string | undefined
  onKind: (kind: Chosen['kind']) => void
  onRemove: () => void
}

const ChosenFile = ({ chosen, error, onKind, onRemove }: ChosenFileProps) => (
  <>
    <p class="govuk-body govuk-!-margin-bottom-1">
      <strong class="app-break">{chosen.file.name}</strong> ({bytesWords(chosen.file.size)}){' '}
      <LinkButton onClick={onRemove}>
        Remove<span class="govuk-visually-hidden"> {chosen.file.name}</span>
      </LinkButton>
    </p>
    <SelectField
      id={kindFieldId(chosen)}
      label="What it holds"
      hint={
        chosen.isGuessed
          ? 'Taken from the names of its columns. Change it if it is wrong.'
          : 'The names of its columns do not tell.'
      }
      error={error}
      value={chosen.kind}
      options={[...(chosen.isGuessed ? [] : [{ value: '', label: 'Choose' }]), ...choices(IMPORT_KIND_WORDS)]}
      onChange={(kind) => onKind(kind as Chosen['kind'])}
    />
  </>
)
