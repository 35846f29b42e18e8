import { useEffect, useRef } from 'preact/hooks'
import { toDay, toTime, type TypedDay } from '../form/date-field.tsx'
import { LinkButton } from '../form/fields.tsx'
import { ProblemSummary } from '../layout/problem.tsx'
import type { ApiError } from '../state/api.ts'
import { dayWords } from '../dates.ts'
import { BASIS_ANSWERS, CONCERN_WORDS, PLACE_CATEGORY_WORDS, SOURCE_WORDS } from '../words.ts'
import { draft, type Draft } from './draft.ts'
import { DAY_PART_WORDS } from './when.tsx'
import { ACCURACY_WORDS } from './where.tsx'

interface CheckAnswersProps {
  problem: ApiError | undefined
  isBusy: boolean
  /** Goes back to the form, to the field of this id. */
  onChange: (field: string) => void
  onKeep: () => void
}

export const CheckAnswers = ({ problem, isBusy, onChange, onKeep }: CheckAnswersProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      {problem && <ProblemSummary problem={problem} />}
      <h1 class="govuk-heading-l" tabIndex={-1} ref={heading}>
        Check your answers
      </h1>
      <dl class="govuk-summary-list">
        {rowsOf(draft.value).map(({ key, value, field }) => (
          <div class="govuk-summary-list__row" key={field}>
            <dt class="govuk-summary-list__key">{key}</dt>
            <dd class="govuk-summary-list__value app-break">{value}</dd>
            <dd class="govuk-summary-list__actions">
              <LinkButton onClick={() => onChange(field)}>
                Change<span class="govuk-visually-hidden"> {key.toLowerCase()}</span>
              </LinkButton>
            </dd>
          </div>
        ))}
      </dl>
      <div class="govuk-button-group">
        <button type="button" class="govuk-button" aria-disabled={isBusy} onClick={onKeep}>
          {isBusy ? 'Keeping…' : 'Keep this report'}
        </button>
        <LinkButton onClick={() => onChange('basis')}>Back to the form</LinkButton>
      </div>
    </>
  )
}

const rowsOf = (answers: Draft): { key: string; value: string; field: string }[] => [
  { key: 'What is known', value: answers.basis ? BASIS_ANSWERS[answers.basis].label : '', field: 'basis' },
  ...(answers.basis === 'found'
    ? [{ key: 'Found by a patrol', value: answers.foundOnPatrol === 'yes' ? 'Yes' : 'No', field: 'foundOnPatrol' }]
    : []),
  { key: 'When', value: whenWords(answers), field: 'day' },
  { key: 'Where', value: whereWords(answers), field: 'whereKind' },
  { key: 'Private address', value: answers.isPrivateAddress === 'yes' ? 'Yes' : 'No', field: 'isPrivateAddress' },
  {
    key: 'Child',
    value: answers.childKind === 'number' ? `Case number ${answers.childSourceId.trim()}` : 'Not known',
    field: 'childKind',
  },
  { key: 'Source', value: answers.sourceType ? SOURCE_WORDS[answers.sourceType] : 'Not known', field: 'sourceType' },
  {
    key: 'Concerns',
    value:
      answers.concerns.map((concern) => CONCERN_WORDS[concern as keyof typeof CONCERN_WORDS]).join(', ') || 'Not known',
    field: 'concerns',
  },
  { key: 'What is told', value: answers.narrative.trim() || 'Nothing more', field: 'narrative' },
]

const whereWords = ({ whereKind, spot, placeName, placeCategory, accuracy }: Draft): string => {
  if (whereKind === 'words')
    return `“${placeName.trim()}”${placeCategory ? ` (${PLACE_CATEGORY_WORDS[placeCategory].toLowerCase()})` : ''}, to be placed later`
  if (spot?.placeId) return spot.name
  const where = spot?.name === 'the spot on the map' ? 'The spot you chose on the map' : (spot?.name ?? '')
  return accuracy ? `${where}. How exactly: ${ACCURACY_WORDS[accuracy].toLowerCase()}` : where
}

const typedDayWords = (typed: TypedDay): string => {
  const day = toDay(typed)
  return day ? dayWords(`${day}T12:00:00Z`) : ''
}

const whenWords = ({ timeKind, day, lastDay, time, endTime, dayPart }: Draft): string => {
  const first = typedDayWords(day)
  if (timeKind === 'unknown') return `Sometime from ${first} to ${typedDayWords(lastDay)}`
  if (timeKind === 'date') return `${first}, time not known`
  if (timeKind === 'day_part' && dayPart) return `${first}: ${DAY_PART_WORDS[dayPart].toLowerCase()}`
  const start = toTime(time)
  if (timeKind === 'between') {
    const end = toTime(endTime)
    return `${first}, between ${start} and ${end}${end && start && end < start ? ' of the next day' : ''}`
  }
  return `${first}, ${timeKind === 'hour' ? 'about ' : ''}${start}`
}
