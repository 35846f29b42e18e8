import type { ComponentChildren } from 'preact'
import { ProblemSummary } from '../layout/problem.tsx'
import { LinkButton } from './fields.tsx'
import { FormErrors } from './errors.tsx'
import type { useSending } from './sending.ts'

interface FormProps {
  sending: ReturnType<typeof useSending>
  submitWords: string
  busyWords?: string
  onSubmit: () => void
  onCancel?: () => void
  isSecondary?: boolean
  class?: string
  children: ComponentChildren
}

/** A form with its error summary and its buttons. */
export const Form = (props: FormProps) => {
  const { errors, problem, isBusy } = props.sending
  return (
    <form
      class={props.class}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        props.onSubmit()
      }}
    >
      <FormErrors errors={errors} />
      {problem && <ProblemSummary problem={problem} />}
      {props.children}
      <div class="govuk-button-group">
        <button
          type="submit"
          class={`govuk-button${props.isSecondary ? ' govuk-button--secondary' : ''}`}
          aria-disabled={isBusy}
        >
          {isBusy ? (props.busyWords ?? 'One moment…') : props.submitWords}
        </button>
        {props.onCancel && <LinkButton onClick={props.onCancel}>Cancel</LinkButton>}
      </div>
    </form>
  )
}
