import { useState } from 'preact/hooks'
import type { PlaceList } from '../../server/gazetteer/schema.ts'
import type { ComparatorList } from '../../server/plans/schema.ts'
import { Checkboxes } from '../form/choices.tsx'
import { LinkButton } from '../form/fields.tsx'
import { useLoaded } from '../form/load.ts'
import { ProblemSummary } from '../layout/problem.tsx'
import { may } from '../state/session.ts'
import { monthWords } from '../shared/bands.ts'
import type { PlanDraft } from './plan-draft.ts'

interface ComparatorChoiceProps {
  hotspotId: string
  draft: PlanDraft
  places: PlaceList['places']
  errors: Record<string, string>
  onChange: (part: Partial<PlanDraft>) => void
}

/** What a plan is compared with: chosen by a person, out of all named places; the co-ordinator and the chair see which were most alike. */
export const ComparatorChoice = ({ hotspotId, draft, places, errors, onChange }: ComparatorChoiceProps) => {
  const [isAsked, setIsAsked] = useState(false)
  const others = places
    .filter(({ id, category, retiredAt }) => id !== hotspotId && category !== 'private_address_area' && !retiredAt)
    .map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      {may('storedRun:read') && (
        <p class="govuk-body">
          <LinkButton aria-expanded={isAsked} onClick={() => setIsAsked(!isAsked)}>
            {isAsked ? 'Hide how alike the places were' : 'Show which places were most alike'}
          </LinkButton>
        </p>
      )}
      {isAsked && <Alike hotspotId={hotspotId} chosen={draft.comparatorPlaceIds} />}
      <Checkboxes
        id="plan-comparators"
        label="What is it compared with?"
        hint="One to six places like this one, where nothing is planned, and far enough away that nothing moves there from here."
        error={errors['plan-comparators']}
        values={draft.comparatorPlaceIds}
        choices={others}
        onChange={(comparatorPlaceIds) => onChange({ comparatorPlaceIds })}
      />
      <details class="govuk-details" open={draft.togetherPlaceIds.length > 0 || errors['plan-together'] !== undefined}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">Another plan within 300 metres</span>
        </summary>
        <div class="govuk-details__text">
          <Checkboxes
            id="plan-together"
            label="Judge together with"
            hint="Places with a plan of the same time that are too near to be told apart. If none is chosen, the answer is that it cannot be told."
            error={errors['plan-together']}
            values={draft.togetherPlaceIds}
            choices={others}
            onChange={(togetherPlaceIds) => onChange({ togetherPlaceIds })}
          />
        </div>
      </details>
    </>
  )
}

const Alike = ({ hotspotId, chosen }: { hotspotId: string; chosen: string[] }) => {
  const { data, problem, reload } = useLoaded<ComparatorList>(`/api/plans/comparators?hotspot=${hotspotId}`)
  if (problem) return <ProblemSummary problem={problem} onRetry={reload} />
  if (!data) return <p class="govuk-body">Loading…</p>
  if (!data.own)
    return (
      <p class="govuk-body">
        The latest stored month does not show this place, so no other can be called like it. Choose by what you know of
        them.
      </p>
    )
  const most = Math.max(8, ...data.own, ...data.places.flatMap(({ months }) => months))
  return (
    <div class="app-inset app-alike">
      <p class="govuk-body-s">
        Children of each month, {monthWords(data.months[0]!)} to {monthWords(data.months.at(-1)!)}. The most alike in
        level and in shape stand first: the mean squared difference of the months’ square roots, so that a busy month
        does not outweigh the others.
      </p>
      <ol class="app-alike__list">
        <li class="app-alike__row">
          <span class="app-alike__name">This place</span>
          <Spark months={data.own} most={most} />
        </li>
        {data.places.map(({ placeId, name, months, metres }) => (
          <li class="app-alike__row" key={placeId}>
            <span class="app-alike__name app-break">
              {name}
              {chosen.includes(placeId) && <strong class="govuk-tag govuk-tag--grey app-tag">Chosen</strong>}
              {metres !== null && <span class="app-table__under app-dim">{distanceWords(metres)}</span>}
            </span>
            <Spark months={months} most={most} />
          </li>
        ))}
      </ol>
    </div>
  )
}

const distanceWords = (metres: number) =>
  metres < 1000 ? `${metres} metres away` : `${(metres / 1000).toFixed(1)} km away`

const HEIGHT = 26
const SLOT = 12

/** Twelve months as bars, of one scale for all places; the numbers are read out. */
const Spark = ({ months, most }: { months: readonly number[]; most: number }) => (
  <svg
    class="app-alike__months"
    viewBox={`0 0 ${SLOT * months.length} ${HEIGHT}`}
    role="img"
    aria-label={`Children by month: ${months.join(', ')}`}
  >
    {months.map((count, i) => (
      <rect
        key={i}
        x={i * SLOT + 1}
        width={SLOT - 2}
        y={HEIGHT - Math.max(1, (count / most) * HEIGHT)}
        height={Math.max(1, (count / most) * HEIGHT)}
      />
    ))}
  </svg>
)
