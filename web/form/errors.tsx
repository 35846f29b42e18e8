import { useEffect, useRef } from 'preact/hooks'

/** What is wrong with each field, by the field's id; the order is that of the page. */
export type FieldErrors = Record<string, string>

/** The error summary of a form: each line leads to its field. It takes the focus when it appears or changes. */
export const FormErrors = ({ errors }: { errors: FieldErrors }) => {
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => summary.current?.focus(), [errors])
  if (Object.keys(errors).length === 0) return null

  return (
    <div class="govuk-error-summary" role="alert" tabIndex={-1} ref={summary}>
      <h2 class="govuk-error-summary__title">There is a problem</h2>
      <div class="govuk-error-summary__body">
        <ul class="govuk-list govuk-error-summary__list">
          {Object.entries(errors).map(([id, detail]) => (
            <li key={id}>
              <a href={`#${id}`} onClick={(event) => focusOn(event, id)}>
                {detail}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** Goes to the field without a step in the address bar. */
const focusOn = (event: Event, id: string) => {
  event.preventDefault()
  const field = document.getElementById(id)
  field?.scrollIntoView({ block: 'center' })
  field?.focus()
}
