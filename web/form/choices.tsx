import type { ComponentChildren } from 'preact'
import { describedBy, groupClass, HintAndError, type FieldText } from './fields.tsx'

export interface Choice {
  value: string
  label: string
  hint?: string
  /** What is asked only when this is chosen. */
  more?: ComponentChildren
}

interface GroupProps extends FieldText {
  children: ComponentChildren
  legendSize?: 'm' | 's'
}

const Group = ({ children, legendSize = 'm', ...text }: GroupProps) => (
  <div class={groupClass(text.error)}>
    <fieldset class="govuk-fieldset" aria-describedby={describedBy(text)}>
      <legend class={`govuk-fieldset__legend govuk-fieldset__legend--${legendSize}`}>{text.label}</legend>
      <HintAndError {...text} />
      {children}
    </fieldset>
  </div>
)

/** The first choice carries the group's own id, so that the error summary can lead to it. */
const choiceId = (id: string, index: number) => (index === 0 ? id : `${id}-${index + 1}`)

interface RadiosProps extends FieldText {
  value: string | undefined
  choices: Choice[]
  onChange: (value: string) => void
  legendSize?: 'm' | 's'
  isInline?: boolean
  isSmall?: boolean
}

export const Radios = ({ value, choices, onChange, legendSize = 'm', isInline, isSmall, ...text }: RadiosProps) => (
  <Group {...text} legendSize={legendSize}>
    <div class={`govuk-radios${isInline ? ' govuk-radios--inline' : ''}${isSmall ? ' govuk-radios--small' : ''}`}>
      {choices.map((choice, index) => (
        <RadioItem
          key={choice.value}
          choice={choice}
          id={choiceId(text.id, index)}
          name={text.id}
          isChecked={value === choice.value}
          onChange={onChange}
        />
      ))}
    </div>
  </Group>
)

interface ItemProps {
  choice: Choice
  id: string
  name: string
  isChecked: boolean
}

const RadioItem = ({ choice, id, name, isChecked, onChange }: ItemProps & { onChange: (value: string) => void }) => (
  <>
    <div class="govuk-radios__item">
      <input
        id={id}
        class="govuk-radios__input"
        type="radio"
        name={name}
        value={choice.value}
        checked={isChecked}
        aria-describedby={choice.hint ? `${id}-hint` : undefined}
        onChange={() => onChange(choice.value)}
      />
      <label class="govuk-label govuk-radios__label" for={id}>
        {choice.label}
      </label>
      {choice.hint && (
        <div id={`${id}-hint`} class="govuk-hint govuk-radios__hint">
          {choice.hint}
        </div>
      )}
    </div>
    {choice.more && isChecked && <div class="govuk-radios__conditional">{choice.more}</div>}
  </>
)

interface CheckboxesProps extends FieldText {
  values: string[]
  choices: Choice[]
  onChange: (values: string[]) => void
  /** The choice that rules out the others (“None of these”). */
  exclusive?: string
}

export const Checkboxes = ({ values, choices, onChange, exclusive, ...text }: CheckboxesProps) => {
  const toggle = (value: string, isChecked: boolean) => {
    if (!isChecked) return onChange(values.filter((other) => other !== value))
    onChange(value === exclusive ? [value] : [...values.filter((other) => other !== exclusive), value])
  }
  return (
    <Group {...text}>
      <div class="govuk-checkboxes govuk-checkboxes--small app-columns">
        {choices.map(({ value, label }, index) => (
          <div class="govuk-checkboxes__item" key={value}>
            <input
              id={choiceId(text.id, index)}
              class="govuk-checkboxes__input"
              type="checkbox"
              checked={values.includes(value)}
              onChange={(event) => toggle(value, event.currentTarget.checked)}
            />
            <label class="govuk-label govuk-checkboxes__label" for={choiceId(text.id, index)}>
              {label}
            </label>
          </div>
        ))}
      </div>
    </Group>
  )
}

/** One box to tick. */
export const Checkbox = (props: {
  id: string
  label: string
  hint?: string
  isChecked: boolean
  onChange: (isChecked: boolean) => void
}) => (
  <div class="govuk-form-group">
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input
          id={props.id}
          class="govuk-checkboxes__input"
          type="checkbox"
          checked={props.isChecked}
          aria-describedby={props.hint ? `${props.id}-hint` : undefined}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
        <label class="govuk-label govuk-checkboxes__label" for={props.id}>
          {props.label}
        </label>
        {props.hint && (
          <div id={`${props.id}-hint`} class="govuk-hint govuk-checkboxes__hint">
            {props.hint}
          </div>
        )}
      </div>
    </div>
  </div>
)
