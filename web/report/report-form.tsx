import { Checkboxes, Radios } from '../form/choices.tsx'
import { FormErrors, type FieldErrors } from '../form/errors.tsx'
import { LinkButton, SelectField, TextArea, TextField } from '../form/fields.tsx'
import { BASIS_ANSWERS, choices, CONCERN_WORDS, SOURCE_WORDS } from '../words.ts'
import { draft, EMPTY, fill, isEmpty, type Draft } from './draft.ts'
import { When } from './when.tsx'
import { Where } from './where.tsx'

interface ReportFormProps {
  errors: FieldErrors
  onCheck: () => void
}

export const ReportForm = ({ errors, onCheck }: ReportFormProps) => (
  <form
    noValidate
    onSubmit={(event) => {
      event.preventDefault()
      onCheck()
    }}
  >
    <FormErrors errors={errors} />
    <h1 class="govuk-heading-l">One report by hand</h1>
    <p class="govuk-body">
      Answer what you know. “I don’t know” is an answer wherever it is offered. You can check everything before it is
      kept.
    </p>
    <Known errors={errors} />
    <When errors={errors} />
    <Where errors={errors} />
    <Who errors={errors} />
    <h2 class="govuk-heading-m">What else</h2>
    <SelectField
      id="sourceType"
      label="Where does this come from?"
      error={errors.sourceType}
      value={draft.value.sourceType}
      options={[{ value: '', label: 'I don’t know' }, ...choices(SOURCE_WORDS)]}
      onChange={(sourceType) => fill({ sourceType: sourceType as Draft['sourceType'] })}
    />
    <Checkboxes
      id="concerns"
      label="Concerns"
      hint="Choose all that apply, or none of them if you don’t know."
      error={errors.concerns}
      values={draft.value.concerns}
      choices={choices(CONCERN_WORDS)}
      exclusive="none"
      onChange={(concerns) => fill({ concerns })}
    />
    <TextArea
      id="narrative"
      label="What is told (if there is more)"
      hint="No names, no addresses, no telephone numbers: of the child, their family or anybody else."
      error={errors.narrative}
      value={draft.value.narrative}
      onInput={(narrative) => fill({ narrative })}
    />
    <div class="govuk-button-group">
      <button type="submit" class="govuk-button">
        Check your answers
      </button>
      {!isEmpty() && <LinkButton onClick={() => fill(EMPTY)}>Clear the form</LinkButton>}
    </div>
  </form>
)

const Known = ({ errors }: { errors: FieldErrors }) => (
  <Radios
    id="basis"
    label="What is known?"
    error={errors.basis}
    value={draft.value.basis}
    choices={(Object.keys(BASIS_ANSWERS) as (keyof typeof BASIS_ANSWERS)[]).map((value) => ({
      value,
      ...BASIS_ANSWERS[value],
      ...(value === 'found' && { more: <OnPatrol errors={errors} /> }),
    }))}
    onChange={(basis) => fill({ basis: basis as Draft['basis'] })}
  />
)

const OnPatrol = ({ errors }: { errors: FieldErrors }) => (
  <Radios
    id="foundOnPatrol"
    label="Were they found because a patrol was there?"
    hint="A patrol finds children where it is sent, so these finds are kept apart when places are ranked."
    legendSize="s"
    isInline
    isSmall
    error={errors.foundOnPatrol}
    value={draft.value.foundOnPatrol}
    choices={[
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No, or I don’t know' },
    ]}
    onChange={(answer) => fill({ foundOnPatrol: answer as 'yes' | 'no' })}
  />
)

const Who = ({ errors }: { errors: FieldErrors }) => (
  <>
    <h2 class="govuk-heading-m">Who</h2>
    <Radios
      id="childKind"
      label="Do you know which child it is?"
      legendSize="s"
      error={errors.childKind}
      value={draft.value.childKind}
      choices={[
        {
          value: 'number',
          label: 'Yes, I have the case number',
          more: (
            <TextField
              id="childSourceId"
              label="Case number"
              hint="It is turned into a reference at once. The number itself is not kept."
              width={20}
              spellcheck={false}
              maxLength={100}
              error={errors.childSourceId}
              value={draft.value.childSourceId}
              onInput={(childSourceId) => fill({ childSourceId })}
            />
          ),
        },
        {
          value: 'unknown',
          label: 'I don’t know, or it is about no one child',
          hint: 'The report still counts for the place.',
        },
      ]}
      onChange={(childKind) => fill({ childKind: childKind as Draft['childKind'] })}
    />
  </>
)
