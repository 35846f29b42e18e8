interface NoChildDataProps {
  /** In a form: one sentence. */
  isShort?: boolean
}

/** What is referred, and what never stands in it: said wherever somebody writes. */
export const NoChildData = ({ isShort = false }: NoChildDataProps) => (
  <div class="govuk-inset-text app-no-child" role="note">
    <p class={`govuk-body ${isShort ? 'govuk-!-margin-bottom-0' : 'govuk-!-margin-bottom-2'}`}>
      <strong>A place is referred here, never a child.</strong> No child data: no names, no descriptions, nothing that
      points to somebody, not here and not in a call about it.
    </p>
    {!isShort && (
      <p class="govuk-body-s govuk-!-margin-bottom-0">
        Youth work is voluntary. Workers tell the group how many young people they met and what they brought up, and
        nothing about anybody. A worry about a child goes to the safeguarding team by the usual route, at once.
      </p>
    )}
  </div>
)
