import { useEffect, useRef } from 'preact/hooks'
import type { PlanDetail } from '../../server/plans/schema.ts'
import { differences, PART_WORDS, toDraft, type PlanDraft } from './plan-draft.ts'

interface ConflictProps {
  mine: PlanDraft
  newest: PlanDetail
  /** Names of places and colleagues, by id. */
  nameOf: (id: string) => string
  onTake: (part: Partial<PlanDraft>) => void
}

/** Somebody else changed the plan first: what was typed beside what is there now, part by part. Nothing is lost. */
export const Conflict = ({ mine, newest, nameOf, onTake }: ConflictProps) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const theirs = toDraft(newest)
  const parts = differences(mine, theirs)
  const words = (value: PlanDraft[keyof PlanDraft]) => valueWords(value, nameOf)
  return (
    <div class="govuk-error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2 class="govuk-error-summary__title">Somebody changed this plan first</h2>
      <div class="govuk-error-summary__body">
        <p>
          {parts.length === 0
            ? 'What is there now says what you typed. Keep the change, or cancel.'
            : 'What you typed is still here, and what they wrote is kept. Take their words where they are better; then keep the change.'}
        </p>
      </div>
      {parts.length > 0 && (
        <table class="govuk-table app-table--cards app-conflict">
          <caption class="govuk-visually-hidden">Both versions</caption>
          <thead class="govuk-table__head">
            <tr class="govuk-table__row">
              {['Part', 'You typed', 'There now', 'Choose'].map((heading) => (
                <th scope="col" class="govuk-table__header" key={heading}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody class="govuk-table__body">
            {parts.map((part) => (
              <tr class="govuk-table__row" key={part}>
                <th scope="row" class="govuk-table__header">
                  {PART_WORDS[part]}
                </th>
                <td class="govuk-table__cell app-typed" data-label="You typed">
                  {words(mine[part])}
                </td>
                <td class="govuk-table__cell app-typed" data-label="There now">
                  {words(theirs[part])}
                </td>
                <td class="govuk-table__cell">
                  <button
                    type="button"
                    class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0"
                    onClick={() => onTake({ [part]: theirs[part] })}
                  >
                    Take theirs
                    <span class="govuk-visually-hidden">: {PART_WORDS[part]}</span>
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

const valueWords = (value: PlanDraft[keyof PlanDraft], nameOf: (id: string) => string): string => {
  if (typeof value === 'string') return value === '' ? 'nothing' : nameOf(value)
  if (value.length === 0) return 'none'
  return value.map((one) => (typeof one === 'string' ? nameOf(one) : `${one.goal} (${one.measure})`)).join('; ')
}
