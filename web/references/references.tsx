import { useEffect, useRef } from 'preact/hooks'
import type { z } from 'zod'
import type { ReferencesAnswer } from '../../server/children/schema.ts'
import { countOf } from '../words.ts'

/** The references by the position of their number in the list that was given: the numbers are not shown again. */
export const References = ({
  answer: { found, notFound },
  onClear,
}: {
  answer: z.infer<typeof ReferencesAnswer>
  onClear: () => void
}) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section aria-labelledby="found-title">
      <h2 class="govuk-heading-m" id="found-title" tabIndex={-1} ref={heading}>
        {countOf(found.length, 'reference')}
        {notFound.length > 0 && `, ${notFound.length} not found`}
      </h2>
      {found.length > 0 && (
        <table class="govuk-table app-table--tight app-references">
          <caption class="govuk-visually-hidden">References by the position of their case number</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              <th scope="col" class="govuk-table__header">
                Number in your list
              </th>
              <th scope="col" class="govuk-table__header">
                Reference
              </th>
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {found.map(({ position, reference }) => (
              <tr class="govuk-table__row" key={position}>
                <td class="govuk-table__cell">{position}</td>
                <th scope="row" class="govuk-table__header">
                  {reference}
                </th>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {notFound.length > 0 && (
        <p class="govuk-body">
          Not found, by their place in your list: {notFound.join(', ')}. Check them in the case system; a child without
          a missing episode or a report has no reference here.
        </p>
      )}
      <button type="button" class="govuk-button" onClick={onClear}>
        Clear this
      </button>
      <p class="govuk-body-s app-dim">Leaving this page clears it too.</p>
    </section>
  )
}
